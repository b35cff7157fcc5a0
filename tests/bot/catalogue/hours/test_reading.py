"""What people write about opening hours becomes one normal form, or is refused with its cause and what was meant."""

import random
from pathlib import Path

import pytest

from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import normal, read, understood
from bot.catalogue.hours.value import Hours, Refused
from bot.catalogue.hours.words import in_words

DATA = Path(__file__).parents[3] / "data"
ROWS = [
    line.replace("\\n", "\n").split(" => ")
    for line in (DATA / "opening_hours" / "read.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_text_is_read_or_refused_with_its_cause(row: list[str]) -> None:
    text, *wanted = row
    said = read(text)

    if isinstance(said, Refused):
        assert [f"! {said.cause}", *([said.proposal] if said.proposal else [])] == wanted
    else:
        assert [written(said)] == wanted


def test_every_line_of_the_field_is_in_the_table() -> None:
    field = [
        line[1:-1].replace('\\"', '"').replace("\\n", "\n")
        for name in ("orari.txt", "orari-osm.txt")
        for line in (DATA / "field" / "values" / name).read_text("utf-8").splitlines()
        if line
    ]
    assert len(field) > 100
    assert {*field} <= {row[0] for row in ROWS}


@pytest.mark.parametrize("text", [row[-1] for row in ROWS if not row[-1].startswith("!")])
def test_the_normal_form_and_every_proposal_stay_as_they_are(text: str) -> None:
    assert normal(text) == text


@pytest.mark.parametrize("text", [row[0] for row in ROWS if not row[1].startswith("!")])
def test_the_italian_words_of_the_card_are_read_as_what_they_say(text: str) -> None:
    if "12:30-09:00" not in text:  # the check warns of it
        assert normal(in_words(text, "it")) == normal(text)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("Mo-Fr 08:30-13:00; Tu,Th 15:00-17:30", "lun, mer, ven 8:30–13; mar, gio 15–17:30"),
        ("Mo-Fr 09:00-13:00; Jul-Aug 08:00-12:00", "gen–giu, set–dic: lun–ven 9–13; lug–ago: tutti i giorni 8–12"),
        ("Mar 09:00-12:00", "marzo: tutti i giorni 9–12"),
        ("Aug off; Mo-Fr 08:00-12:30", "lun–ven 8–12:30"),
        ("Mo-Fr 09:00-12:00; Sa", "lun–ven 9–12; sab, da confermare"),
        ("Mo-Fr 09:00-12:00; SH off", "Mo-Fr 09:00-12:00; SH off"),
        ("boh", "boh"),
    ],
)
def test_what_was_published_before_is_said_as_the_clock_takes_it(published: str, words: str) -> None:
    assert in_words(published, "it") == words


@pytest.mark.parametrize("text", ["Mo-Fr 09:00-12:00; SH off", "boh", "", "x" * 1000])
def test_what_nobody_can_read_is_nothing(text: str) -> None:
    assert understood(text) is None
    assert normal(text) == text


PIECES = (
    "lun mar gio sab dom Mo Tu Fr Su lunedì - – , ; : / e al dal dalle 9 12 15 9-12 15-18 9.30 12:30 09:00-12:00"
    " chiuso off tranne festivi PH feriali agosto Aug marzo Mar mar 10 20 2026"
    " 24/7 h24 sempre primo ultimo [1] [-1] 1° pomeriggio"
    ' weekend + unknown open || "nota" (suonare) week easter xyz 25:00 0 15/09 22-2 su appuntamento altrimenti'
)


@pytest.mark.parametrize("seed", range(8))
def test_no_text_makes_the_reading_fail(seed: int) -> None:
    chance, pieces = random.Random(seed), PIECES.split()
    for _ in range(150):
        text = " ".join(chance.choice(pieces) for _ in range(chance.randrange(1, 9)))
        said, words = read(text), in_words(text, "it")
        assert words
        assert isinstance(said, Refused) or isinstance(read(written(said)), (Hours, Refused))
        assert said.cause if isinstance(said, Refused) else said.rules
