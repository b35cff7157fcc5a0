"""Our own workbook goes out, is changed by people, and comes back: what nobody touched stays as it was."""

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Release
from bot.editorial.folder.files import files_of, load
from bot.editorial.reading import read as read_folder
from bot.editorial.spreadsheets.importing import folder_of, take_ours
from bot.editorial.spreadsheets.outcome import Outcome
from bot.editorial.spreadsheets.workbook import workbook
from bot.editorial.tree import parse
from bot.vouchers.code_files import read as read_any
from bot.vouchers.workbooks import read
from tests.conftest import KNOWLEDGE

PATH = "organizations/poliambulatorio-cavo-lama.yaml"


SMALL = {name: text for name, text in load(KNOWLEDGE).texts.items() if "organizations/" not in name or name == PATH}
FILES = files_of(SMALL)  # one organization: a workbook of it is made and read ten times as fast


@pytest.fixture(scope="module")
def release(catalogue: Catalogue) -> Release:
    ours = tuple(one for one in catalogue.release.organizations if PATH.endswith(f"/{one.id}.yaml"))
    return catalogue.release.model_copy(update={"organizations": ours})


@pytest.fixture(scope="module")
def content(release: Release) -> bytes:
    return workbook(release, "it")


def changed(content: bytes, change: Callable[[Any], None]) -> Outcome:
    book = load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return take_ours(folder_of(FILES), read(out.getvalue()), "it")


def at(sheet: Any, row_of: str, path: str) -> Any:
    """Return the cell of a row, that is found by its id, in the column of a field."""
    keys = [cell.value for cell in sheet[1]]
    prefix = keys[0].partition(".")[0]
    place = keys.index(f"{prefix}.id")
    row = next(row for row in sheet.iter_rows(min_row=3) if row[place].value == row_of)
    return row[keys.index(f"{prefix}.{path}")]


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_whole_workbook_that_nobody_touched_changes_nothing(catalogue: Catalogue, language: Any) -> None:
    sheets = read(workbook(catalogue.release, language))
    files = load(KNOWLEDGE)
    rest = {name: text for name, text in files.texts.items() if not name.startswith(("organizations/", "companies"))}

    found = take_ours(folder_of(files, sheets), sheets, "it")  # in whatever language it went out
    bare = take_ours(folder_of(files_of(rest), sheets), sheets, language)
    again = read_folder(files_of({**rest, **bare.texts}))

    assert (found.texts, found.asked, found.refused, found.left) == ({}, (), (), ())
    assert found.taken == len(catalogue.entries)
    # In a folder without organizations all comes back but the codes.
    assert {one.id for one in bare.refused} == shared(catalogue.release)
    assert again.companies
    assert again.companies.model.companies == catalogue.release.companies
    said = {one.model.id: without_shared(one.model) for one in again.organizations}
    assert said == {one.id: without_shared(one) for one in catalogue.release.organizations}


def shared(release: Release) -> set[str]:
    every = (offer for org in release.organizations for service in org.services for offer in service.offers)
    return {offer.id for offer in every if offer.voucher == "shared"}


def without_shared(organization: Any) -> dict[str, Any]:
    data = organization.model_dump()
    for service in data["services"]:
        service["offers"] = [one for one in service["offers"] if one["voucher"] != "shared"]
    return dict(data)


def test_no_cell_has_a_code(release: Release, content: bytes) -> None:
    every = (offer for org in release.organizations for service in org.services for offer in service.offers)
    codes = {offer.code for offer in every if offer.code}
    cells = {str(cell) for sheet in read(content) for row in sheet.rows for cell in row.cells}

    assert codes
    assert not codes & cells


def test_people_see_headings_lists_and_notes_and_no_ids(content: bytes) -> None:
    sheet = load_workbook(io.BytesIO(content))["Servizi"]

    assert [cell.value for cell in sheet[2]][:5] == [
        "Organizzazione",
        "Codice interno",
        "Nome (italiano)",
        "Nome (inglese)",
        "Bisogni",
    ]
    assert all(cell.comment and cell.comment.text for cell in sheet[2])
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["B"].hidden
    assert sheet.freeze_panes == "B3"
    assert len(sheet.data_validations.dataValidation) >= 3


def test_a_text_that_begins_like_a_formula_is_a_text(release: Release) -> None:
    first, *others = release.organizations
    bold = first.model_copy(update={"name": '=HYPERLINK("x")'})

    book = load_workbook(io.BytesIO(workbook(release.model_copy(update={"organizations": (bold, *others)}), "it")))

    assert book["Organizzazioni"]["B3"].data_type == "s"


def test_a_changed_cell_changes_its_field_and_nothing_else_in_the_file(content: bytes) -> None:
    def change(book: Any) -> None:
        at(book["Servizi"], "visita-in-settimana", "price").value = "da 90 a 140 € a visita"
        at(book["Servizi"], "visita-in-settimana", "hours").value = "lun-ven 8-19"

    found = changed(content, change)

    before, after = FILES.texts[PATH].splitlines(), found.texts[PATH].splitlines()
    differ = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert list(found.texts) == [PATH]
    assert [new.strip() for _, new in differ] == [
        'hours: "Mo-Fr 08:00-19:00"',
        "price: {from: 90, to: 140, per: visit}",
    ]


def test_a_new_row_becomes_a_new_service_with_an_id_of_its_own(content: bytes) -> None:
    def change(book: Any) -> None:
        sheet = book["Servizi"]
        row, keys = sheet.max_row + 1, [cell.value for cell in sheet[1]]
        said = {
            "organization": "Poliambulatorio Cavo Lama",
            "name.it": "Vaccini del viaggiatore",
            "needs": "Visite ed esami",
            "summary.it": "I vaccini che servono, prima di partire.",
            "where.at": "in sede",
            "where.places": "Via Carlo Marx 95, Carpi",
            "hours": "sab 9-12",
            "price": "40 € a visita",
        }
        need = next(row for row in book["Bisogni"].iter_rows(min_row=3) if row[1].value == "visite-esami")
        said["needs"] = need[2].value
        for path, value in said.items():
            sheet.cell(row, keys.index(f"services.{path}") + 1).value = value

    found = changed(content, change)

    tree: Any = parse(found.texts[PATH].encode(), "").value
    made = tree["services"][-1]
    assert (made["id"], made["needs"], made["hours"]) == ("vaccini-del-viaggiatore", ["visite-esami"], "Sa 09:00-12:00")
    assert made["where"] == {"at": "place", "places": ["sede"]}
    assert made["price"] == {"amount": "40", "per": "visit"}


def test_what_cannot_be_read_is_asked_and_stays_as_it_was(content: bytes) -> None:
    def change(book: Any) -> None:
        at(book["Servizi"], "visita-in-settimana", "hours").value = "quando capita"
        at(book["Offerte"], "visita-in-settimana-rete", "valid.last").value = "prima o poi"

    found = changed(content, change)

    assert found.texts == {}
    assert [(one.why, one.shown) for one in found.asked] == [("hours", "quando capita"), ("day", "prima o poi")]


def test_a_row_that_is_gone_takes_nothing_away(content: bytes) -> None:
    found = changed(content, lambda book: book["Servizi"].delete_rows(3, 2))

    assert found.texts == {}


def test_rows_in_another_order_change_nothing(content: bytes) -> None:
    def change(book: Any) -> None:
        sheet = book["Servizi"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        for number, row in enumerate(reversed(rows), start=3):
            for place, value in enumerate(row, start=1):
                sheet.cell(number, place).value = value

    assert changed(content, change).texts == {}


def test_a_column_that_somebody_added_is_named(content: bytes) -> None:
    def change(book: Any) -> None:
        sheet = book["Servizi"]
        sheet.cell(2, sheet.max_column + 1).value = "Chi l'ha chiamato"

    assert changed(content, change).left == ("Colonna non presa: «Servizi, Chi l'ha chiamato»",)


def test_comments_of_a_file_stay_where_a_field_of_it_changes(content: bytes) -> None:
    texts = {
        **FILES.texts,
        PATH: FILES.texts[PATH].replace("    needs: [nutrizione]", "    needs: [nutrizione]  # di Marta"),
    }
    book = load_workbook(io.BytesIO(content))
    at(book["Servizi"], "senza-bilancia", "payment.it").value = "in contanti"
    out = io.BytesIO()
    book.save(out)

    found = take_ours(folder_of(files_of(texts)), read(out.getvalue()), "it")

    assert "# di Marta" in found.texts[PATH]
    assert re.search(r'payment: \{it: "in contanti"\}', found.texts[PATH])


def test_a_row_that_was_copied_and_changed_is_a_new_one(content: bytes) -> None:
    def change(book: Any) -> None:
        sheet = book["Servizi"]
        keys, number = [cell.value for cell in sheet[1]], sheet.max_row + 1
        for place, cell in enumerate(sheet[3], start=1):
            sheet.cell(number, place).value = cell.value
        sheet.cell(number, keys.index("services.name.it") + 1).value = "Visita di notte"
        for place, cell in enumerate(sheet[4], start=1):
            sheet.cell(number + 1, place).value = cell.value

    found = changed(content, change)

    tree: Any = parse(found.texts[PATH].encode(), "").value
    assert tree["services"][-1]["id"] == "visita-di-notte"
    assert [one["id"] for one in tree["services"]][:-1] == [
        "visita-in-settimana",
        "prelievo-prima-del-turno",
        "senza-bilancia",
    ]
    assert [one.why for one in found.refused] == ["double"]


def test_a_new_offer_may_name_a_new_service_and_a_new_company(content: bytes) -> None:
    def change(book: Any) -> None:
        new(book["Aziende"], {"name": "Forno Ada", "sector.it": "pane", "town": "Carpi", "employees": 12})
        row = {
            "organization": "Poliambulatorio Cavo Lama",
            "name.it": "Vaccini",
            "needs": "visite-esami",
            "summary.it": "I vaccini che servono.",
            "where.at": "online",
            "hours": "sab 9-12",
            "price": "gratis",
        }
        new(book["Servizi"], row)
        offer = {"service": "Vaccini", "value": "15%", "companies": "Forno Ada", "voucher": "senza codice"}
        new(book["Offerte"], {**offer, "valid.first": "1/9/2026"})

    found = changed(content, change)

    tree: Any = parse(found.texts[PATH].encode(), "").value
    assert found.refused == ()
    assert tree["services"][-1]["offers"] == [
        {
            "id": "vaccini-rete",
            "value": {"percent": "15"},
            "companies": ["forno-ada"],
            "valid": "2026-09-01/",
            "voucher": "none",
        }
    ]
    assert "id: forno-ada" in found.texts["companies.yaml"]


def new(sheet: Any, said: dict[str, Any]) -> None:
    """Add a row at the end of a sheet."""
    keys, number = [cell.value for cell in sheet[1]], sheet.max_row + 1
    for path, value in said.items():
        sheet.cell(number, keys.index(f"{keys[0].partition('.')[0]}.{path}") + 1).value = value


def test_a_service_that_lost_what_it_needs_stays_as_it_was(content: bytes) -> None:
    def change(book: Any) -> None:
        at(book["Servizi"], "visita-in-settimana", "hours").value = None

    found = changed(content, change)

    assert found.texts == {}
    assert [(one.id, one.why) for one in found.refused] == [("visita-in-settimana", "fault")]


def test_one_sheet_saved_as_csv_comes_back_too(content: bytes) -> None:
    sheet = load_workbook(io.BytesIO(content))["Servizi"]
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(
        [f"{cell:%d/%m/%Y}" if isinstance(cell, datetime) else cell for cell in row]
        for row in sheet.iter_rows(values_only=True)
    )

    sheets = read_any("servizi.csv", out.getvalue().encode("utf-8-sig"))
    found = take_ours(folder_of(FILES, sheets), sheets, "it")

    assert (found.texts, found.asked, found.refused) == ({}, (), ())
    assert found.taken == 3


def test_what_no_file_may_say_is_refused_row_by_row(content: bytes) -> None:
    def change(book: Any) -> None:
        new(book["Aziende"], {"name": "Forno Ada", "town": "Carpi"})
        new(book["Organizzazioni"], {"id": "sopra/fuori", "name": "Fuori"})
        new(book["Servizi"], {"organization": "Poliambulatorio Cavo Lama", "name.it": "Senza niente"})
        new(book["Servizi"], {"organization": "Poliambulatorio Cavo Lama"})

    found = changed(content, change)

    assert found.texts == {}
    assert {(one.sheet, one.why) for one in found.refused} == {
        ("Aziende", "fault"),
        ("Organizzazioni", "fault"),
        ("Servizi", "fault"),
        ("Servizi", "no-name"),
    }
