"""What is asked on the terminal: a yes before a command goes on, an answer that it needs."""

import sys
from collections.abc import Callable
from typing import TypeVar

from bot.cli import screen

T = TypeVar("T")
YES = {"s", "si", "sì", "y", "yes"}


def somebody_is_there() -> bool:
    return sys.stdin.isatty()


def answered_yes() -> bool:
    """Tell whether a yes is typed now."""
    return sys.stdin.readline().strip().lower() in YES


def agreed(question: str, no: str) -> bool:
    """Ask, and tell whether the answer was a yes; after any other one say `no`."""
    screen.line(question, end=" ")
    if answered_yes():
        return True
    screen.line(no)
    return False


def answered(question: str, read: Callable[[str], T], proposed: str = "") -> T:
    """Ask until the answer can be read, and return what it is read as; Enter alone takes what is proposed.

    `read` says with a ValueError why an answer will not do. Raises EOFError where nobody answers any more.
    """
    while True:
        screen.line(f"{question} [{proposed}]:" if proposed else f"{question}:", end=" ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            screen.line("")
            raise EOFError
        try:
            return read(line.strip() or proposed)
        except ValueError as unfit:
            screen.line(f"  {unfit}")
