"""What the columns of somebody's table are, by heading and content, and how sure that is. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from bot.editorial.spreadsheets.contents import LONG, MOST, shares
from bot.editorial.spreadsheets.headings import field_said, weakly
from bot.editorial.spreadsheets.names import Names
from bot.editorial.spreadsheets.tables import Table
from bot.vouchers.columns import letters

SURE = 0.8  # from which a column is taken without a question
HALF = 0.5  # of its cells that must look like what the heading says
MOSTLY = 0.8  # of its cells that must look alike where no heading helps
REACHED = {"contact.email", "contact.phone", "contact.web"}  # what no other column looks like
NEXT = {"contact.phone": "contact.phones"}  # where a second column of a field goes
Why = Literal["heading", "both", "content", "unlike", "guess", "none", "answer"]


@dataclass(frozen=True)
class Column:
    """A column of a table: the field it holds (nothing where none is for it), how sure that is, and why."""

    place: int
    heading: str
    field: str
    sure: float
    why: Why
    example: str = ""

    @property
    def name(self) -> str:
        """What it is called: its heading, else its letter."""
        return self.heading or letters(self.place)

    @property
    def taken(self) -> bool:
        return bool(self.field) and self.sure >= SURE

    @property
    def asked(self) -> bool:
        return bool(self.field) and self.sure < SURE


def columns(table: Table, towns: Names, answers: Mapping[int, str] | None = None) -> list[Column]:
    """Return the columns of a table that have something in them; `answers` are fields that somebody said."""
    width = max(table.width, len(table.headings))
    found = [one for place in range(width) if (one := _column(table, place, towns))]
    found = _whose(found)
    found = [*_once(sorted(_named(found, table), key=lambda one: -one.sure))]
    return sorted((_answered(one, answers or {}) for one in found), key=lambda one: one.place)


def _answered(column: Column, answers: Mapping[int, str]) -> Column:
    said = answers.get(column.place)
    return column if said is None else replace(column, field=said, sure=1.0, why="answer")


def _column(table: Table, place: int, towns: Names) -> Column | None:
    heading = table.headings[place] if place < len(table.headings) else ""
    cells = table.column(place)
    if not cells:
        return Column(place, heading, "", 1.0, "none") if heading else None
    said, looks = field_said(heading) if heading else "", shares(cells, towns)
    likely = max(looks, key=lambda kind: looks[kind], default="")
    field, sure, why = _judged(said, likely, looks, weak=weakly(heading))
    return Column(place, heading, field, sure, why, cells[0])


def _judged(said: str, likely: str, looks: Mapping[str, float], *, weak: bool) -> tuple[str, float, Why]:
    """Weigh what a heading says against what the cells look like."""
    share = looks.get(likely, 0.0)
    own = looks.get("contact.phone" if said == "contact.phones" else said)
    if said == "none":
        return "", 1.0, "none"
    if said and own is not None and own >= HALF:
        return said, 0.95, "both"
    if said and share >= MOSTLY and likely != said != "contacts" and likely in REACHED:
        return likely, 0.6, "unlike"
    if said:
        return said, 0.82 if weak else 0.85, "heading"
    return (likely, 0.85 if share >= 0.9 else 0.6, "content") if share >= MOSTLY else ("", 0.0, "none")  # noqa: PLR2004


def _whose(found: list[Column]) -> list[Column]:
    """Where «Nome» stands beside «Servizio» and nothing says whose that is, the name is the organization's."""
    names = [one for one in found if one.field == "name"]
    weak = [one for one in names if weakly(one.heading)]
    if "organization" in {one.field for one in found} or not 0 < len(weak) < len(names):
        return found
    return [replace(one, field="organization") if one in names and one not in weak else one for one in found]


def _named(found: list[Column], table: Table) -> Iterator[Column]:
    """Guess which columns of text are the name, the organization and the description, where no heading says so."""
    missing = [field for field in ("name", "summary", "organization") if field not in {one.field for one in found}]
    for column in found:
        guessed = _guessed(table.column(column.place)) if column.why == "none" and not column.heading else ""
        if not column.field and guessed in missing:
            missing.remove(guessed)
            yield replace(column, field=guessed, sure=HALF, why="guess")
        else:
            yield column


def _guessed(cells: list[str]) -> str:
    if not cells or not any(any(map(str.isalpha, cell)) for cell in cells):
        return ""
    if sum(map(len, cells)) / len(cells) >= LONG:
        return "summary"
    return "organization" if len({*cells}) <= len(cells) * (1 - MOST) else "name"


def _once(found: list[Column]) -> Iterator[Column]:
    """Let each field have one column, the surest; a second phone is one more number."""
    seen: set[str] = set()
    for column in found:
        field = column.field
        if field in seen:
            field = NEXT.get(field, "")
        if field and field not in seen:
            seen.add(field)
            yield replace(column, field=field)
        else:
            yield replace(column, field="", why="none") if column.field else column
