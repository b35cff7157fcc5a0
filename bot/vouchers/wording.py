"""What was understood of a file of codes, in words: the same in a terminal and in the chat."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import Language
from bot.vouchers.doubts import Doubt
from bot.vouchers.finding import Left, Understood
from bot.vouchers.imports import CameIn, Undone
from bot.vouchers.sheets import Unreadable

FOLDER = Path(__file__).parent / "phrases"
ENDS = 3  # codes that are shown of either end
SHOWN = 10  # rows that are named
LONGEST = 80  # signs of a cell that are shown


def say(phrase: str, language: Language, **values: str | int) -> str:
    """Return a phrase about codes."""
    return phrases_in(FOLDER, language).format(phrase, values)


def unreadable(error: Unreadable, language: Language) -> str:
    """Return why a file cannot be read, and what to do."""
    return say(f"unreadable-{error.why}", language, **error.values)


def what(found: Understood, language: Language) -> list[str]:
    """Return where the codes are, how many, the first and the last of them, and which rows are left out."""
    place = {"sheet": found.sheet or "none", "column": found.column, "heading": short(found.heading) or "none"}
    lines = [say("found", language, codes=len(found.codes), **place)]
    if found.codes:
        lines.append(say("ends", language, codes=_ends(found.codes)))
    lines += [say("unread", language, sheet=sheet) for sheet in found.unread]
    if found.left_out:
        lines.append(say("left", language, count=len(found.left_out)))
        lines += _some(rows(found.left_out, language), len(found.left_out), language)
    return lines


def rows(left_out: Iterable[Left], language: Language) -> Iterator[str]:
    """Yield a line for each row that is left out."""
    for one in left_out:
        why = say(f"left-{one.why}", language)
        yield say("left-row", language, row=str(one.row), shown=short(one.shown), why=why)


def doubtful(doubts: Sequence[Doubt], language: Language) -> list[str]:
    """Return what is to be looked at before the codes come in."""
    said = [f"• {say(f'doubt-{one.what}', language, **one.values)}" for one in doubts]
    return [say("doubts", language), *said] if said else []


def came_in(offer: str, came: CameIn, language: Language) -> str:
    """Return what an import did."""
    counts = {"fresh": came.fresh, "moved": came.moved, "again": came.again, "there": came.there}
    return say("came-in", language, offer=offer, **counts)


def undone(number: int, done: Undone, language: Language) -> list[str]:
    """Return what an undone import took away, and the codes that people keep."""
    lines = [say("undone", language, number=str(number), offer=done.offer, codes=done.codes)]
    if done.given:
        lines.append(say("undone-given", language, count=len(done.given), codes=", ".join(done.given)))
    return lines


def _ends(codes: Sequence[str]) -> str:
    if len(codes) <= 2 * ENDS:
        return ", ".join(codes)
    return f"{', '.join(codes[:ENDS])} … {', '.join(codes[-ENDS:])}"


def _some(lines: Iterable[str], count: int, language: Language) -> list[str]:
    shown = [line for line, _ in zip(lines, range(SHOWN), strict=False)]
    return [*shown, say("more", language, count=count - SHOWN)] if count > SHOWN else shown


def short(text: str) -> str:
    """Return a cell so that it fits a line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
