"""A service of which little is known, as others' directories bring it: the card says so, and nothing is made up."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.costs import Price
from bot.catalogue.distance import FAR_KM, distance
from bot.catalogue.model import FirstStep, Where
from bot.catalogue.text import LANGUAGES, Language, Text
from bot.conversation.talk import answers
from bot.conversation.talk.about.answering import ABOUT, about
from bot.conversation.talk.afterwards import AFTER
from bot.conversation.talk.cards import card, titles
from bot.conversation.talk.chips import chips
from bot.conversation.talk.comparing import compared
from bot.conversation.talk.screens import results
from bot.conversation.talk.sharing import to_forward
from bot.conversation.talk.state import State
from bot.conversation.talk.wishes import WISHES
from bot.conversation.talk.world import World
from bot.understanding.cues.facts import Facts
from tests.bot.conversation.talk.test_about_a_card import SAID, asked, of, plain
from tests.bot.conversation.talk.test_reach import marked
from tests.cast import NOON

NOTHING_SAID = {
    "where": Where(at="unknown"),
    "hours": "unknown",
    "price": Price(note=Text(it="da chiedere", en="ask them")),
    "first_step": None,
    "documents": (),
    "languages": (),
    "contact": None,
    "checked_on": None,
    "offers": (),
}
WITHOUT_SENTENCE = {"first_step": FirstStep(it="Vai allo sportello.", en="Go to the desk.")}
ONE = "casa-sicura"


@pytest.fixture
def little_known(catalogue: Catalogue) -> Catalogue:
    return marked(catalogue, **NOTHING_SAID)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("it", ("dove: chiedilo a loro", "da confermare", "da chiedere")),
        ("en", ("where: ask them", "to be confirmed", "ask them")),
    ],
)
def test_the_card_says_what_one_has_to_ask(little_known: Catalogue, language: Language, said: tuple[str, ...]) -> None:
    world = World(little_known, language, None, NOON)
    entry = little_known.entries[ONE]
    for text in (card(entry, None, State(town="carpi"), world).text, to_forward(entry, world)):
        assert all(part in plain(str(text)) for part in said), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_asked_or_wished_has_an_answer(little_known: Catalogue, language: Language) -> None:
    world = World(little_known, language, None, NOON)
    for entry in list(little_known.entries.values())[:12]:
        assert titles([entry], State(), world).text
        assert answers.contact(entry, State(), world).messages[0].text
        for facts in SAID:
            question = asked(entry, facts, little_known, language)
            replies = [about(act, question) if act in ABOUT else AFTER[act](question) for act in (*ABOUT, *AFTER)]
            replies += [WISHES[wish](question)[1] for wish in WISHES]
            assert all(reply.messages[0].text for reply in replies)


def test_nobody_is_told_how_far_it_is_or_that_it_serves_a_town(little_known: Catalogue) -> None:
    assert of(ONE, "ask:place", Facts(town="novi"), little_known).startswith("📍 dove: chiedilo a loro")
    assert "chilometri" not in of(ONE, "ask:place", Facts(elsewhere="correggio"), little_known)
    assert "Novi" not in of(ONE, "ask:who", Facts(town="novi"), little_known)
    need = little_known.entries[ONE].needs[0]
    state = State(showing=(need,), offered=(need,), town="novi")
    lead = results(state, (need,), World(little_known, "it", None, NOON))[1].messages[0]
    assert "Novi" not in str(lead.text)


def test_it_is_ranked_as_at_the_edge_of_the_network(little_known: Catalogue) -> None:
    assert distance(little_known, little_known.entries[ONE], "carpi") == FAR_KM


def test_how_is_not_asked_where_nobody_knows(little_known: Catalogue) -> None:
    world = World(little_known, "it", None, NOON)
    need = little_known.entries[ONE].needs[0]
    shown = chips(State(showing=(need,), offered=(need,)), world)
    assert not any(choice.id.startswith("set:how") for choice in shown)
    cards = tuple(entry.id for entry in little_known.by_need[need][:2])
    assert compared(State(showing=(need,), cards=cards), world)


def test_a_first_step_without_a_sentence_gives_none_to_say(catalogue: Catalogue) -> None:
    stepped = marked(catalogue, **WITHOUT_SENTENCE)
    world = World(stepped, "it", None, NOON)
    said = str(answers.contact(stepped.entries[ONE], State(), world).messages[0].text)
    assert "Vai allo sportello." in said
    assert "«" not in said
