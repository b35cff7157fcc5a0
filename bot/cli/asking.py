"""A yes on the terminal, before a command goes on."""

import sys

from bot.cli import screen

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
