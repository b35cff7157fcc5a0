"""Spreadsheets that are broken, locked, made to hurt, or just very long: each is refused or bounded, none hangs."""

import io
import time
import zipfile
from collections.abc import Callable, Sequence

import pytest
from openpyxl import Workbook

from bot.editorial.spreadsheets.outcome import Outcome
from bot.editorial.spreadsheets.rows import MOST_ROWS
from bot.vouchers.code_files import read
from bot.vouchers.sheets import Ruined, Unreadable
from tests.bot.editorial.spreadsheets.test_any_table import HEAD, ROW, Taken

ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(tables: str, before: str = "", **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo("mimetype"), ODS)
        body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        made.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{before}<office:document-content {NAMES}>{body}</office:document-content>',
        )
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def valued(kind: str, said: str, text: str) -> str:
    return f'<table:table-cell office:value-type="{kind}" {said}><text:p>{text}</text:p></table:table-cell>'


def line(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def table(*lines: str, name: str = "Servizi") -> str:
    return f'<table:table table:name="{name}">{"".join(lines)}</table:table>'


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    book, out = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("Servizi")
    for row in rows:
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def test_an_ods_is_read_as_a_spreadsheet_shows_it(taken: Taken) -> None:
    day = valued("date", 'office:date-value="2026-11-03"', "3 nov")
    price = valued("float", 'office:value="12.5"', "12,50")
    joined = cell("Mani", ' table:number-rows-spanned="2"')
    head = line(*map(cell, (*HEAD[:7], "Costo orario", "Aggiornato il")))
    first = line(joined, *map(cell, ROW[1:7]), price, day)
    second = line("<table:covered-table-cell/>", cell("Badante di notte"), *map(cell, ROW[2:7]), price, day)
    empty = line(
        '<table:table-cell table:number-columns-repeated="1024"/>', more=' table:number-rows-repeated="1048500"'
    )

    found = taken(read("a.ods", ods(table(head, first, second, empty))))

    (text,) = found.texts.values()
    assert found.taken == 2
    assert text.count("price: {amount: 12.5, per: hour}") == 2
    assert text.count("checked_on: 2026-11-03") == 2


def test_notes_on_cells_are_no_text_of_theirs() -> None:
    note = "<office:annotation><text:p>nota</text:p></office:annotation>"
    noted = cell("a</text:p><text:p>b<text:s text:c='2'/>c").replace("<text:p>a", f"{note}<text:p>a")

    (sheet,) = read("a.ods", ods(table(line(noted))))

    assert sheet.rows[0].cells == ["a\nb  c"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (
            ods(
                table(
                    line(cell("x", ' table:number-columns-repeated="99"'), more=' table:number-rows-repeated="1048576"')
                )
            ),
            "too-large",
        ),
        (ods("", before='<!DOCTYPE a [<!ENTITY b "b">]>'), "entity"),
        (ods("<table:table>"), "no-spreadsheet"),
        (ods("", **{"META-INF__manifest_xml": "<manifest:encryption-data/>"}), "locked"),
        (ods(table(line(cell("x"))))[:-40], "no-spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 EncryptedPackage", "old-excel"),
        (b"PK\x03\x04 no zip at all", "no-spreadsheet"),
        (b"%PDF-1.7", "pdf"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read("servizi.xlsx", content)

    assert refused.value.why == why


def test_a_zip_that_unfolds_to_too_much_is_refused_at_once() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "")
        with made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(130):
                part.write(b" " * 1_000_000)
    begun = time.monotonic()

    with pytest.raises(Unreadable, match="too-large"):
        read("servizi.xlsx", out.getvalue())
    assert time.monotonic() - begun < 5


def test_a_formula_is_its_result_and_one_without_is_asked(taken: Taken) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEAD)
    sheet.append([*ROW[:7], "=10+2"])
    out = io.BytesIO()
    book.save(out)

    found = taken(read("a.xlsx", out.getvalue()))

    assert found.taken == 1
    assert ("formula", "Costo") in [(one.why, one.column) for one in found.asked]


def test_twenty_thousand_rows_are_read_and_bounded(taken: Taken) -> None:
    rows = [HEAD, *((f"Ente {n % 300}", f"Badante {n}", *ROW[2:]) for n in range(20_000))]
    begun = time.monotonic()

    found = taken(read("a.xlsx", xlsx(rows)))

    assert found.taken == MOST_ROWS
    assert [(one.row, one.why) for one in found.refused] == [(MOST_ROWS + 2, "too-many")]
    assert time.monotonic() - begun < 120


def test_twenty_thousand_rows_of_nothing_are_all_named(taken: Callable[..., Outcome]) -> None:
    rows = [HEAD, *(("", "", "solo testo") for _ in range(4_000))]

    assert len(taken(rows).refused) == 4_000


def test_a_cell_of_errors_is_no_value() -> None:
    (sheet,) = read("a.csv", b"Ente;Orari\nMani;#N/A\n")

    assert isinstance(sheet.rows[1].cells[1], Ruined)
