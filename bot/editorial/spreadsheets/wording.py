"""The words of spreadsheets: headings, notes, choices, and what is said of their rows."""

from pathlib import Path
from typing import Any

from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import Language
from bot.editorial.spreadsheets.layout import Field
from bot.editorial.spreadsheets.outcome import Outcome, Remark

FOLDER = Path(__file__).parent / "phrases"
LONGEST = 80  # signs of a cell that are shown
SHOWN = 20  # rows that are named


def say(phrase: str, language: Language, variant: str = "", /, **values: Any) -> str:
    """Return a phrase about spreadsheets, or a variant of it."""
    return phrases_in(FOLDER, language).format(phrase, values, variant)


def heading(field: Field, language: Language) -> str:
    """Return what stands over a column."""
    said = say(field.phrase, language)
    return f"{said} ({say('column-language', language, field.language)})" if field.language else said


def remark(one: Remark, language: Language) -> str:
    """Return what is said of a row, or of a cell of it."""
    where = {"sheet": one.sheet or "none", "column": one.column or "none", "row": str(one.row)}
    said = say("remark-where", language, **where) if one.row else one.column or one.sheet or one.id
    about = " ".join(part for part in (said, f"«{short(one.shown)}»" if one.shown else "") if part)
    return f"{about}: {reason(one, language)}" if about else reason(one, language)


def reason(one: Remark, language: Language) -> str:
    return say(f"row-{one.why}", language, "", **one.values)


def short(text: str) -> str:
    """Return a cell so that it fits a line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"


def notes(found: Outcome, language: Language) -> list[str]:
    """Return what is to be said of the rows and columns of a table, all of it."""
    return [*(remark(one, language) for one in (*found.refused, *found.asked)), *found.left]


def told(found: Outcome, language: Language, most: int = SHOWN) -> list[str]:
    """Return what became of a table: how much is taken, what is asked, what is refused, which columns are left."""
    lines = [say("taken", language, count=found.taken, files=len(found.texts))]
    for phrase, remarks in (("asked", found.asked), ("refused", found.refused)):
        if remarks:
            lines.append(say(phrase, language, count=len(remarks)))
            lines += [f"  {remark(one, language)}" for one in remarks[:most]]
        if len(remarks) > most:
            lines.append(f"  {say('more', language, count=len(remarks) - most)}")
    return [*lines, *found.left]
