"""Somebody's own tables, whatever they look like, taken into a folder: what is sure, and what is to be asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.catalogue.text import Language
from bot.editorial.spreadsheets import ours
from bot.editorial.spreadsheets.catalogue_data import CatalogueData
from bot.editorial.spreadsheets.columns import Column, columns
from bot.editorial.spreadsheets.headings import field_said
from bot.editorial.spreadsheets.importing import Folder, drop_invalid, organization_texts, take_ours
from bot.editorial.spreadsheets.layout import Field
from bot.editorial.spreadsheets.outcome import Outcome, Remark
from bot.editorial.spreadsheets.proposing import Propose, nothing
from bot.editorial.spreadsheets.rows import Progress, Taking
from bot.editorial.spreadsheets.tables import Table, tables
from bot.editorial.spreadsheets.wording import say, short
from bot.vouchers.sheets import Sheet

NAMES = {"name", "organization"}  # without one of them a table is none of services
OWN = {"hours", "price", "town", "address", "summary", "who", "first_step"}  # what no list of codes has
FEWEST = 3  # of those
EXPECTED = (
    "hours",
    "price",
    "first_step",
)  # what every service says: where a table has no column of it, people are told so
Understood = tuple[Table, list[Column]]


class NoTable(Exception):
    """There is nothing in the file that is a table."""


class NoNetwork(Exception):
    """The folder has no network.yaml, so no town of a row is known."""


@dataclass(frozen=True)
class Asking:
    """What helps with a table of somebody: the reader's proposals, and what was answered.

    `columns` are fields by a sheet and the place of a column, `needs` ids by a sheet and the number of a row.
    """

    propose: Propose = nothing
    columns: Mapping[tuple[str, int], str] = field(default_factory=dict)
    needs: Mapping[tuple[str, int], str] = field(default_factory=dict)


def take(
    folder: Folder, sheets: Sequence[Sheet], language: Language, asking: Asking, progress: Progress | None = None
) -> Outcome:
    """Take a workbook of ours, or else every table of services that there is. Raises NoTable, NoNetwork."""
    if ours.known(sheets):
        return take_ours(folder, sheets, language)
    if folder.knowledge.network is None:
        raise NoNetwork
    found, others = understood(folder, sheets, language, asking)
    data = CatalogueData(folder.organizations)
    taking = Taking(data, folder.words(language), asking.propose, asking.needs)
    for table, its in found:
        taking.take(table, its, progress)
    refused = [*taking.refused, *drop_invalid(data, taking.rows, language)]
    gone = {one.id for one in refused if one.id}
    asked = (*(one for pair in found for one in _of_columns(*pair, language)), *taking.asked)
    left = (*(name for pair in found for name in _left(*pair, language)), *_sheets(others, sheets, language))
    taken = sum(id_ not in gone for _, id_ in taking.rows)
    return Outcome(organization_texts(folder, data), taken, asked, tuple(refused), left)


def is_plain(sheets: Sequence[Sheet]) -> bool:
    """Tell whether the headings of a table can only be those of services."""
    for table in tables(sheets):
        said = {field_said(heading) for heading in table.headings}
        if said & NAMES and len(said & OWN) >= FEWEST:
            return True
    return False


def understood(
    folder: Folder, sheets: Sequence[Sheet], language: Language, asking: Asking
) -> tuple[list[Understood], list[Table]]:
    """Return the tables of services with their columns, and the other tables. Raises NoTable where there are none."""
    towns = folder.words(language).names["towns"]
    every = [(table, columns(table, towns, _said(table, asking))) for table in tables(sheets) if table.rows]
    if not every:
        raise NoTable
    found = [pair for pair in every if NAMES & {one.field for one in pair[1]}]
    found = found or [max(every, key=lambda pair: len(pair[0].rows))]
    return found, [table for table, its in every if (table, its) not in found]


def _said(table: Table, asking: Asking) -> dict[int, str]:
    return {place: said for (sheet, place), said in asking.columns.items() if sheet == table.name}


def _of_columns(table: Table, found: Sequence[Column], language: Language) -> Iterator[Remark]:
    """Yield what is not sure about columns, and which are missing."""
    for one in found:
        if one.asked:
            values = {"field": say(Field(one.field).phrase, language)}
            yield Remark(0, "column", one.name, one.example, table.name, values=values)
    there = {one.field for one in found if one.taken}
    lacking = (name.replace("_", "-") for name in EXPECTED if name not in there)
    yield from (Remark(0, f"missing-{name}", sheet=table.name) for name in lacking)


def _left(table: Table, found: Sequence[Column], language: Language) -> Iterator[str]:
    """Yield the columns that no field is for, and what stands over the headings."""
    yield from (say("left-column", language, column=short(one.name)) for one in found if not one.field)
    for row in table.above:
        said = " ".join(cell for cell in dict.fromkeys(row.cells) if cell)
        yield say("left-above", language, row=str(row.number), shown=short(said))


def _sheets(others: Sequence[Table], sheets: Sequence[Sheet], language: Language) -> Iterator[str]:
    names = [*(table.name for table in others), *(sheet.name for sheet in sheets if sheet.hidden)]
    return (say("left-sheet", language, sheet=name) for name in names)
