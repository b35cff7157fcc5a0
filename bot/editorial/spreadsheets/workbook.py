"""The whole catalogue as one workbook: headings that people read, lists to choose from, notes, and never a code."""

import io
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from bot.catalogue.model import Organization, Release
from bot.catalogue.text import Language
from bot.editorial.plain_data import plain
from bot.editorial.spreadsheets.cells import Cell, Words, shown
from bot.editorial.spreadsheets.layout import ID, LISTS, LOOK_UP, SHEETS, Field, keys
from bot.editorial.spreadsheets.names import CHOSEN, of_release
from bot.editorial.spreadsheets.paths import Data, at
from bot.editorial.spreadsheets.wording import heading, say

HEAD = 2  # rows above the data: the hidden one by which the workbook is known again, and the headings
SPARE = 500  # rows under the last one that still have the drop-down lists
MOST_CHOICES = 255  # signs of a list of choices that a spreadsheet takes
DAY = "DD/MM/YYYY"
INK, PAPER, LOOKED_UP = "FFFFFF", "2F5D50", "8A8F98"  # colours of headings


def workbook(release: Release, language: Language) -> bytes:
    """Return a release as an XLSX workbook, its headings and names in a language of the network."""
    from openpyxl import Workbook  # noqa: PLC0415 - costs 0.2 s, and only this command needs it

    book, words = Workbook(), Words(language, of_release(release, language))
    book.remove(book.worksheets[0])
    for sheet, rows in _sheets(release, words).items():
        _fill(book.create_sheet(say(f"sheet-{sheet}", language)), sheet, rows, language)
    for sheet, made in zip(SHEETS, book.worksheets, strict=True):
        _offer_lists(book, made, sheet, words)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheets(release: Release, words: Words) -> dict[str, list[list[Cell]]]:
    organizations = release.organizations
    return {
        "organizations": [_row("organizations", plain(one), words) for one in organizations],
        "places": list(chain.from_iterable(_places(one, words) for one in organizations)),
        "services": list(chain.from_iterable(_services(one, words) for one in organizations)),
        "offers": list(chain.from_iterable(_offers(one, words) for one in organizations)),
        "companies": [_row("companies", plain(one), words) for one in release.companies],
        "towns": [_row("towns", plain(one), words) for one in release.network.municipalities],
        "needs": list(_needs(release, words)),
    }


def _row(sheet: str, data: Data, words: Words) -> list[Cell]:
    return [shown(field, at(data, field.path), words) for field in SHEETS[sheet]]


def _places(organization: Organization, words: Words) -> Iterator[list[Cell]]:
    for one in organization.locations:
        yield _row("places", plain(one) | {"organization": organization.id}, words)


def _services(organization: Organization, words: Words) -> Iterator[list[Cell]]:
    here = Words(words.language, words.names, organization.id)
    for one in organization.services:
        yield _row("services", plain(one) | {"organization": organization.id}, here)


def _offers(organization: Organization, words: Words) -> Iterator[list[Cell]]:
    for service in organization.services:
        for one in service.offers:
            yield _row("offers", plain(one) | {"service": service.id}, words)


def _needs(release: Release, words: Words) -> Iterator[list[Cell]]:
    """Yield each need under the name by which a row says it."""
    language, names = words.language, words.names["needs"]
    for area in release.areas:
        for need in area.types:
            about = need.about.of(language) if need.about else ""
            yield [area.name.of(language), need.id, names.label(need.id), about]


def _fill(made: Any, sheet: str, rows: list[list[Cell]], language: Language) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415 - as above

    wrapped = Alignment(wrap_text=True, vertical="top")
    made.append(list(keys(sheet)))
    made.append([heading(field, language) for field in SHEETS[sheet]])
    for number, row in enumerate(rows, start=HEAD + 1):
        for place, value in enumerate(row, start=1):
            if value is not None:
                _write(made.cell(number, place), value, wrapped)
    _dress(made, sheet, language)


def _write(cell: Any, value: Cell, wrapped: Any) -> None:
    """Write a value; a text is never a formula, whatever it begins with."""
    cell.value, cell.alignment = value, wrapped
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = DAY


def _dress(made: Any, sheet: str, language: Language) -> None:
    """Hide the ids, keep the headings in sight, and say at each what belongs there."""
    from openpyxl.comments import Comment  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    made.row_dimensions[1].hidden = True
    paper = PatternFill("solid", fgColor=LOOKED_UP if sheet in LOOK_UP else PAPER)
    for place, field in enumerate(SHEETS[sheet], start=1):
        cell, column = made.cell(HEAD, place), made.column_dimensions[get_column_letter(place)]
        cell.font, cell.fill = Font(bold=True, color=INK), paper
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.comment = Comment(say(field.phrase, language, "note"), "kmzero", width=320, height=110)
        column.width, column.hidden = field.wide, field.path == ID
    fixed = next(place for place, field in enumerate(SHEETS[sheet], start=1) if field.path != ID)
    made.freeze_panes = made.cell(HEAD + 1, fixed + 1)
    made.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(SHEETS[sheet]))}{max(HEAD + 1, made.max_row)}"


def _offer_lists(book: Any, made: Any, sheet: str, words: Words) -> None:
    """Give the cells their drop-down lists; where several may stand in a cell, something else may be typed."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    if sheet in LOOK_UP:
        return
    for place, field in enumerate(SHEETS[sheet], start=1):
        if source := _source(book, field, words):
            listed = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=field.kind == "name")
            letter = get_column_letter(place)
            listed.add(f"{letter}{HEAD + 1}:{letter}{made.max_row + SPARE}")
            made.add_data_validation(listed)


def _source(book: Any, field: Field, words: Words) -> str:
    """Return where a list comes from: a few fixed words, or the names of another sheet."""
    from openpyxl.utils import get_column_letter, quote_sheetname  # noqa: PLC0415 - as above

    if field.of in CHOSEN:
        said = ",".join(words.of(field).labels.values())
        return f'"{said}"' if len(said) <= MOST_CHOICES else ""
    if field.of not in LISTS:
        return ""
    named = dict(zip(SHEETS, book.worksheets, strict=True))[field.of]
    letter = get_column_letter([one.path for one in SHEETS[field.of]].index(LISTS[field.of]) + 1)
    return f"{quote_sheetname(named.title)}!${letter}${HEAD + 1}:${letter}${max(named.max_row, HEAD + 1) + SPARE}"
