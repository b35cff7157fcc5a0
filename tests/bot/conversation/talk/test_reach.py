"""A service that is full or hardly answers: the card says so, the answers too, and another comes first."""

from dataclasses import replace
from datetime import date, timedelta
from statistics import mean
from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.costs import Price
from bot.catalogue.text import LANGUAGES
from bot.conversation.talk.about.answering import about
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.afterwards import AFTER
from bot.conversation.talk.screens import results
from bot.conversation.talk.state import State
from bot.conversation.talk.wishes import WISHES
from bot.conversation.talk.world import World
from bot.understanding.acts import Act
from bot.understanding.cues.facts import NOTHING
from tests.bot.conversation.talk.test_cards_fit import LONGEST, MEAN, cards
from tests.cast import NOON

TODAY = NOON.date()
UNTIL = date(2027, 9, 30)


def marked(catalogue: Catalogue, *services: str, **fields: Any) -> Catalogue:
    """Return the catalogue with fields of some services, or of all, as a coordinator sets them."""
    organizations = [
        one.model_copy(
            update={
                "services": tuple(
                    service.model_copy(update=fields) if service.id in (services or catalogue.entries) else service
                    for service in one.services
                )
            }
        )
        for one in catalogue.release.organizations
    ]
    return Catalogue(catalogue.number, catalogue.release.model_copy(update={"organizations": tuple(organizations)}))


def asked(catalogue: Catalogue, service: str = "casa-sicura") -> Asked:
    world = World(catalogue, "it", None, NOON)
    return Asked(catalogue.entries[service], NOTHING, State(), world)


@pytest.mark.parametrize("fields", [{"full_until": UNTIL}, {"silent_since": TODAY}])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_still_fits_a_phone(catalogue: Catalogue, language: Any, fields: dict[str, date]) -> None:
    lines = cards(marked(catalogue, **fields), language, None)
    assert max(lines.values()) <= LONGEST, sorted(lines.items(), key=lambda one: -one[1])[:8]
    assert mean(lines.values()) <= MEAN + 1


@pytest.mark.parametrize(
    ("fields", "act", "says", "buttons"),
    [
        ({"full_until": UNTIL}, "ask:availability", "al completo fino al 30 settembre 2027", {"more", "contact:desk"}),
        ({"full_until": UNTIL}, "after:full", "al completo fino al 30 settembre 2027", {"more", "contact:desk"}),
        ({"full_until": TODAY}, "ask:availability", "al completo fino al 24 novembre", {"more"}),
        ({"full_until": TODAY - timedelta(1)}, "after:full", None, {"w-full:casa-sicura"}),
        ({"silent_since": TODAY}, "after:no-answer", "ultimamente non rispondono", {"more", "contact:desk"}),
        ({"silent_since": TODAY}, "ask:hours", "ultimamente non rispondono", {"more", "contact:desk"}),
        ({"silent_since": date(2026, 11, 1)}, "after:no-answer", None, {"w-mute:casa-sicura"}),  # confirmed since
        ({}, "ask:hours", None, set()),
    ],
)
def test_who_asks_is_told_with_the_ways_on(
    catalogue: Catalogue, fields: dict[str, date], act: Act, says: str | None, buttons: set[str]
) -> None:
    spoken = asked(marked(catalogue, "casa-sicura", **fields))
    reply = AFTER[act](spoken) if act in AFTER else about(act, spoken)
    text = reply.messages[0].text
    assert says in text if says else "al completo" not in text and "ultimamente" not in text
    assert buttons <= {choice.id for choice in reply.messages[0].choices}


@pytest.mark.parametrize("fields", [{"full_until": UNTIL}, {"silent_since": TODAY}])
def test_the_first_of_every_need_gives_way_and_is_not_lost(catalogue: Catalogue, fields: dict[str, date]) -> None:
    for need, entries in catalogue.by_need.items():
        if len(entries) < 2:
            continue
        state = State(source="text", fits={entries[0].id: 4.0}, town=next(iter(catalogue.towns)))
        before = World(catalogue, "it", "biomed-padana", NOON).ranked(need, state)
        after = World(marked(catalogue, before[0].id, **fields), "it", "biomed-padana", NOON).ranked(need, state)
        assert [one.id for one in after] == [*(one.id for one in before[1:]), before[0].id]


def test_who_asks_for_one_by_name_gets_it_with_the_day(catalogue: Catalogue) -> None:
    world = World(marked(catalogue, "casa-sicura", full_until=UNTIL), "it", None, NOON)
    _, reply = results(State(), ("telesoccorso-ausili",), world, first="casa-sicura")
    assert "⏳ al completo fino al 30 settembre 2027" in reply.messages[0].text
    over = replace(world, now=NOON + timedelta(days=400))
    assert (
        "al completo" not in results(State(), ("telesoccorso-ausili",), over, first="casa-sicura")[1].messages[0].text
    )


@pytest.mark.parametrize(("full", "first"), [((), 1), ((1,), 2), ((1, 2), 1)])
def test_the_cheapest_that_is_full_comes_after_one_that_is_not(
    catalogue: Catalogue, full: tuple[int, ...], first: int
) -> None:
    need, entries = next((need, found) for need, found in catalogue.by_need.items() if len(found) >= 3)
    for place, amount in enumerate((50, 10, 20)):
        last = UNTIL if place in full else None
        cost = Price.model_validate({"amount": amount})
        catalogue = marked(catalogue, entries[place].id, price=cost, full_until=last, offers=())
    spoken = replace(asked(catalogue, entries[0].id), state=State(showing=(need,)))
    _, reply = WISHES["want:cheaper"](spoken)
    assert reply.messages[0].services[0].id == entries[first].id
