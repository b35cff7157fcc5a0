"""A release answers the reports on what it changes, and leaves the others open."""

import pytest

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import Text
from bot.coordination.closing_reports import settle
from bot.editorial.publishing.difference import Change, Difference
from bot.insight import wrong
from bot.insight.wrong import KINDS
from tests.cast import NOON

NAME = Text(it="Casa Sicura")


@pytest.mark.parametrize(
    ("kind", "of", "left"),
    [
        ("hours", "casa-sicura", set(KINDS) - {"hours", "mute"}),
        ("contact", "casa-sicura", set(KINDS) - {"phone", "mute"}),
        ("contact", "il-girasole", set(KINDS) - {"phone", "mute"}),
        ("suspended", "casa-sicura", set(KINDS) - {"closed", "code", "mute", "full"}),
        ("full", "casa-sicura", set(KINDS) - {"full"}),
        ("silent", "casa-sicura", set(KINDS) - {"mute"}),
        ("offer-changed", "casa-sicura-rete", set(KINDS) - {"code"}),
        ("offer-ended", "casa-sicura-rete", set(KINDS) - {"code"}),
        ("text", "casa-sicura", set(KINDS)),
        ("confirmed", "casa-sicura", set()),
        ("service-removed", "casa-sicura", set()),
    ],
)
def test_a_change_answers_what_it_is_about(
    any_house: House, catalogue: Catalogue, kind: str, of: str, left: set[str]
) -> None:
    with any_house.store.write() as tx:
        for each in KINDS:
            wrong.note(tx, any_house.keys, "casa-sicura", each, release=1, user="anna", now=NOON)
        settle(tx, Difference((Change(kind, of, NAME),)), catalogue)
        found = wrong.open_reports(tx, any_house.keys, NOON)
    assert {each for one in found for each in one.kinds} == left
