"""Somebody's own table: columns are understood, rows are taken or refused with a reason, and nothing is lost."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from bot.editorial.spreadsheets.any_table import NoTable, is_plain
from bot.editorial.spreadsheets.outcome import Outcome
from bot.editorial.tree import parse
from bot.vouchers.sheets import Joined
from tests.bot.editorial.spreadsheets.conftest import sheet

Taken = Callable[..., Outcome]
HEAD = ("Ente", "Servizio", "Descrizione", "Comune", "Indirizzo", "Tel.", "Orari", "Costo")
ROW = (
    "Mani",
    "Badante subito",
    "Trova la badante",
    "Borgofiore",
    "Via Roma 3",
    "059/0001234",
    "lun-ven 9-13",
    "12 €/ora",
)


def services(found: Outcome) -> list[dict[str, Any]]:
    trees: list[Any] = [parse(text.encode(), "").value for text in found.texts.values()]
    return [service for tree in trees for service in tree["services"]]


def only(found: Outcome) -> dict[str, Any]:
    (service,) = services(found)
    return service


def test_a_plain_row_becomes_an_organization_with_a_service(taken: Taken) -> None:
    found = taken([HEAD, ROW])

    (text,) = found.texts.values()
    tree: Any = parse(text.encode(), "").value
    assert found.taken == 1
    assert list(found.texts) == ["organizations/mani.yaml"]
    assert tree["contact"] == {"phone": "059 000 1234"}
    assert tree["locations"] == [{"id": "carpi", "town": "carpi", "address": "Via Roma 3"}]
    assert only(found) == {
        "id": "badante-subito",
        "needs": ["badante"],
        "name": {"it": "Badante subito"},
        "summary": {"it": "Trova la badante"},
        "where": {"at": "place", "places": ["carpi"]},
        "hours": "Mo-Fr 09:00-13:00",
        "price": {"amount": "12", "per": "hour"},
        "suspended": "da confermare: manca il primo passo (first_step)",
    }


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("Costo orario (€)", "12,5", "price", {"amount": "12.5", "per": "hour"}),
        ("Costo", "€ 12,50/ora", "price", {"amount": "12.5", "per": "hour"}),
        ("Costo", "20 € a seduta (il primo è gratis)", "price", None),
        ("Costo", "in base al quoziente familiare", "price", {"note": {"it": "in base al quoziente familiare"}}),
        ("Costo", "GRATUITO", "price", {"free": "true"}),
        ("Orari", "Lun-Ven 9-13 e 15-18", "hours", "Mo-Fr 09:00-13:00,15:00-18:00"),
        ("Opening hours", "Mon-Fri 9am-1pm", "hours", "Mo-Fr 09:00-13:00"),
        ("Età", "dai 6 ai 14 anni", "ages", {"from": "6", "to": "14"}),
        ("Età", "over 65", "ages", {"from": "65"}),
        ("A chi si rivolge", "Anziani e CAREGIVER", "who", ["elderly", "caregivers"]),
        ("Lingue", "inglese, arabo", "languages", ["en", "ar"]),
        ("Aggiornato il", "3/11/2026", "checked_on", "2026-11-03"),
        ("Cosa portare", "- carta d'identità\n- ISEE", "documents", [{"it": "carta d'identità"}, {"it": "ISEE"}]),
    ],
)
def test_cells_are_read_as_people_write_them(taken: Taken, heading: str, cell: str, field: str, value: Any) -> None:
    head, row = list(HEAD), list(ROW)
    if field in {"price", "hours"}:
        place = 7 if field == "price" else 6
        head[place], row[place] = heading, cell
    else:
        head, row = [*head, heading], [*row, cell]

    read = only(taken([head, row]))[field]

    if value is None:
        value = {"amount": "20", "per": "session", "note": {"it": "il primo è gratis"}}
    assert read == value


@pytest.mark.parametrize(
    ("town", "address", "place"),
    [
        ("BORGOFIORE (MO)", "VIA ROMA 3", {"town": "carpi", "address": "Via Roma 3"}),
        ("41012 Borgofiore", "Via Roma, 3", {"town": "carpi", "address": "Via Roma, 3"}),
        ("", "Via Roma 3, 41012 Borgofiore (MO)", {"town": "carpi", "address": "Via Roma 3"}),
        ("Borgofior", "Via Roma 3", {"town": "carpi", "address": "Via Roma 3"}),
        ("Castelmonte", "", {"town": "campogalliano", "address": "Castelmonte"}),
    ],
)
def test_towns_are_found_whatever_stands_around_them(
    taken: Taken, town: str, address: str, place: dict[str, str]
) -> None:
    found = taken([HEAD, (*ROW[:3], town, address, *ROW[5:])])

    (text,) = found.texts.values()
    tree: Any = parse(text.encode(), "").value
    assert {name: tree["locations"][0][name] for name in place} == place


@pytest.mark.parametrize(
    ("place", "cell", "why"),
    [
        (3, "Timbuctù", "no-town"),
        (1, "Cosa da fare", "need"),
        (0, "", "no-name"),
    ],
)
def test_a_row_that_cannot_be_taken_is_refused_with_its_number_and_reason(
    taken: Taken, place: int, cell: str, why: str
) -> None:
    row = [*ROW]
    row[place] = cell
    if place == 1:
        row[2] = "Qualcosa"
    else:
        row[1] = "" if place == 0 else "Un'altra badante"

    found = taken([HEAD, ROW, row])

    assert found.taken == 1
    assert [(one.row, one.why) for one in found.refused] == [(3, why)]


@pytest.mark.parametrize(
    ("place", "cell", "why"),
    [(5, "chiedere a Ugo", "phone"), (6, "quando capita", "hours"), (5, "591234567", "phone-meant")],
)
def test_a_cell_that_cannot_be_read_is_asked_and_the_row_is_taken(
    taken: Taken, place: int, cell: str, why: str
) -> None:
    row = [*ROW]
    row[place] = cell

    found = taken([HEAD, row])

    assert found.taken == 1
    assert (2, why, cell) in [(one.row, one.why, one.shown) for one in found.asked]


def test_a_service_without_a_first_step_waits_suspended(taken: Taken) -> None:
    with_one = only(taken([(*HEAD, "Primo passo"), (*ROW, "Risponde Carla, e chiede dove abiti.")]))

    assert "first_step" in only(taken([HEAD, ROW]))["suspended"]
    assert "suspended" not in with_one


def test_hours_and_prices_that_nobody_wrote_are_not_invented(taken: Taken) -> None:
    found = taken([HEAD[:6], ROW[:6]])

    assert only(found)["hours"] == "unknown"
    assert only(found)["price"] == {"note": {"it": "da chiedere", "en": "to be asked"}}
    assert {one.why for one in found.asked} == {"missing-hours", "missing-price", "missing-first-step"}


@pytest.mark.parametrize(
    ("whose", "what"), [("Nome", "Servizio"), ("Associazione", "Nome"), ("Denominazione ente", "Attività")]
)
def test_whose_a_service_is_and_what_it_is_called_are_told_apart(taken: Taken, whose: str, what: str) -> None:
    found = taken([(whose, what, *HEAD[2:]), ROW])

    assert list(found.texts) == ["organizations/mani.yaml"]
    assert only(found)["id"] == "badante-subito"


@pytest.mark.parametrize(
    ("cell", "contact"),
    [
        ("059/0001234 - A@B.it", {"phone": "059 000 1234", "email": "a@b.it"}),
        ("www.mani.it, info@mani.it", {"email": "info@mani.it", "web": "https://www.mani.it"}),
        ("059 000 1234 / 333 1234567", {"phone": "059 000 1234", "phones": [{"number": "333 123 4567"}]}),
    ],
)
def test_contacts_in_one_cell_are_told_apart(taken: Taken, cell: str, contact: dict[str, Any]) -> None:
    found = taken([(*HEAD[:5], "Contatti", *HEAD[6:]), (*ROW[:5], cell, *ROW[6:])])

    tree: Any = parse(found.texts["organizations/mani.yaml"].encode(), "").value
    assert tree["contact"] == contact


def test_who_comes_home_in_a_town_has_no_place_there(taken: Taken) -> None:
    found = taken([HEAD, ("Mani", "Badante a domicilio", "Viene a casa", "Borgofiore", "", *ROW[5:])])

    assert only(found)["where"] == {"at": "home", "towns": ["carpi"]}


def test_columns_that_have_no_field_are_named(taken: Taken) -> None:
    found = taken([(*HEAD, "Referente", "Sconto soci", "Colore"), (*ROW, "Ugo", "10%", "blu")])

    assert found.left == (
        "Colonna non presa: «Referente»",
        "Colonna non presa: «Sconto soci»",
        "Colonna non presa: «Colore»",
    )


def test_a_service_that_is_there_twice_is_taken_once(taken: Taken) -> None:
    found = taken([HEAD, ROW, (ROW[0].upper(), ROW[1].upper(), *ROW[2:]), (ROW[0], "Badante subitoo", *ROW[2:])])

    assert [(one.row, one.why) for one in found.refused] == [(3, "double")]
    assert [(one.row, one.why, one.values) for one in found.asked if one.row] == [(4, "alike", {"row": 2})]


def test_an_answer_says_which_need_a_row_is_for(taken: Taken) -> None:
    row = (ROW[0], "Cosa da fare", "Qualcosa", *ROW[3:])

    (refused,) = taken([HEAD, row]).refused
    found = taken([HEAD, row], needs={("Foglio1", 2): "spesa-pasti"})

    assert list(refused.likely) == ["spesa-pasti", "badante"]
    assert only(found)["needs"] == ["spesa-pasti"]


def test_a_need_that_the_table_names_itself_is_taken(taken: Taken, folder: Any) -> None:
    name = folder.words("it").names["needs"].label("spesa-pasti")

    assert only(taken([(*HEAD, "Categoria"), (*ROW, name.upper())]))["needs"] == ["spesa-pasti"]


def test_without_headings_what_looks_plain_is_known_and_the_names_are_asked(taken: Taken) -> None:
    rows = [("Mani", f"Badante {n}", f"3{n}3 1234567", "lun-ven 9-13", "Borgofiore") for n in "234"]

    found = taken(rows)
    answered = taken(rows, columns={("Foglio1", 0): "organization", ("Foglio1", 1): "name"})

    assert found.taken == 0
    assert ("column", "B") in [(one.why, one.column) for one in found.asked]
    assert answered.taken == 3


def test_headings_in_two_rows_are_read_together(taken: Taken) -> None:
    rows = [
        ("Ente", "Servizio", "Contatti", "", "Dove", "", "Orari", "Costo"),
        ("", "", "Telefono", "E-mail", "Comune", "Indirizzo", "", ""),
        ("Mani", "Badante subito", "059 000 1234", "A@B.IT", "Borgofiore", "Via Roma 3", "lun-ven 9-13", "gratis"),
    ]

    found = taken(rows)

    assert found.taken == 1
    assert found.left == ()
    assert 'email: "a@b.it"' in found.texts["organizations/mani.yaml"]


def test_joined_cells_say_the_same_for_all_their_rows(taken: Taken) -> None:
    rows = [HEAD, ROW, ("", "Badante di notte", *ROW[2:])]

    found = taken([sheet(rows, joined=(Joined(2, 0, 3, 0),))])

    assert list(found.texts) == ["organizations/mani.yaml"]
    assert [one["id"] for one in services(found)] == ["badante-subito", "badante-di-notte"]


def test_a_table_in_another_language_is_known_by_its_contents(taken: Taken) -> None:
    rows = [
        ("Träger", "Angebot", "Telefon", "Öffnungszeiten", "Preis", "Ort"),
        ("Mani", "Badante subito", "059 000 1234", "lun-ven 9-13", "12 €/ora", "Borgofiore"),
    ]

    found = taken(rows, columns={("Foglio1", 0): "organization", ("Foglio1", 1): "name"})

    assert found.taken == 1
    assert only(found)["price"] == {"amount": "12", "per": "hour"}


def test_forty_columns_are_no_trouble(taken: Taken) -> None:
    more = [f"Campo {n}" for n in range(32)]

    found = taken([(*HEAD, *more), (*ROW, *("x" for _ in more))])

    assert found.taken == 1
    assert len(found.left) == 32


def test_everything_in_one_cell_is_no_service(taken: Taken) -> None:
    found = taken([("Mani: badanti, tel 059 000 1234, lun-ven 9-13, Via Roma 3 Borgofiore",)])

    assert (found.texts, found.taken, len(found.refused)) == ({}, 0, 1)


def test_an_empty_file_is_said_to_be_one(taken: Taken) -> None:
    with pytest.raises(NoTable):
        taken([("", "")])


def test_every_sheet_of_services_is_taken_and_the_others_are_named(taken: Taken) -> None:
    sheets = [
        sheet([HEAD, ROW], "Borgofiore"),
        sheet([HEAD, (ROW[0], "Badante bis", *ROW[2:])], "Castelmonte"),
        sheet([("mese", "budget"), ("gen", "10")], "Conti"),
        sheet([], "Vecchi", hidden=True),
    ]

    found = taken(sheets)

    assert found.taken == 2
    assert found.left == ("Foglio non preso: «Conti»", "Foglio non preso: «Vecchi»")


@pytest.mark.parametrize(
    ("head", "plain"),
    [(HEAD, True), (("Codice", "Stato", "Nome cliente", "E-mail", "Telefono"), False), (("Codice",), False)],
)
def test_a_table_of_services_is_told_from_one_of_codes(head: tuple[str, ...], plain: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_plain([sheet([head, ["x"] * len(head)])]) is plain


ODD = (
    *(
        "",
        "Borgofiore",
        "CASTELMONTE (MO)",
        "059 000 1234",
        "a@b.it",
        "www.x.it",
        "lun-ven 9-13",
        "12 €/ora",
        "0-3 anni",
    ),
    *("anziani", "tutti", "Via Roma 3", "46082", "=1+1", "n.d.", "((", "a (", ")", "a | b | c", "\n", "x" * 500, "😀"),
    *("\u202e", "in sede", "1e5", "12,5,5", "da 5 a 3", "150%", "a/b\\c", "{a: b}", "# no", "٣", "31/02/2026", ";;;"),
    *("39 333 1234567", "int. 3", "http://", "@", "Badante", "spesa; badante", "h24", "1/2", "e e"),
)
KNOWN = (
    "Ente",
    "Servizio",
    "Descrizione",
    "Comune",
    "Indirizzo",
    "Tel.",
    "Contatti",
    "E-mail",
    "Sito",
    "Orari",
    "Costo",
    "Età",
)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_in_the_cells_every_row_is_taken_or_refused(taken: Taken, seed: int) -> None:
    chance = Random(seed)
    rows = [[chance.choice(ODD) for _ in KNOWN] for _ in range(12)]

    found = taken([KNOWN, *rows])

    said = {one.row for one in found.refused}
    assert found.taken + len(said) == len(rows)
