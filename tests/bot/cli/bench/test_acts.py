"""What people type after a first answer: the corpus is whole and apart from the measure, and the measure holds."""

import json
from pathlib import Path

import pytest

from bot.assembly import House
from bot.cli.bench.acts import LINE, Line, evaluate_acts
from bot.cli.bench.labelled import read_lines
from bot.conversation.talk.world import World
from bot.understanding.acts import ACTS, NEEDS, TAUGHT, Act, Screen, leaning
from bot.understanding.learning.act_corpus import act_phrases, phrases
from bot.understanding.text.normal import words
from tests.cast import NOON

DATA = Path(__file__).parents[3] / "data"
TALK = DATA / "talk_dev.jsonl"
LONG = 3  # words: what is shorter everybody says, and nobody owns
MANY, SOME = 300, 200  # phrases of an act


@pytest.mark.parametrize("act", TAUGHT)
def test_an_act_has_enough_phrases_in_both_languages(act: Act) -> None:
    least = MANY if act.partition(":")[0] in {"ask", "after", "trust"} else SOME
    assert len(phrases(act)) >= least


def test_no_phrase_stands_under_two_acts() -> None:
    acts: dict[tuple[str, bool], set[Act]] = {}
    for act, phrase in act_phrases():
        acts.setdefault((" ".join(words(phrase)), "?" in phrase), set()).add(act)
    assert not {said: found for said, found in acts.items() if len(found) > 1}


def test_no_phrase_is_a_sentence_that_we_measure_on() -> None:
    measured = {" ".join(words(json.loads(line)["then"])) for line in TALK.read_text("utf-8").splitlines()}
    taught = {" ".join(words(phrase)) for _, phrase in act_phrases()}
    assert not {said for said in measured & taught if len(said.split()) > LONG}


def test_the_talk_is_heard_as_well_as_was_measured(house: House) -> None:
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    world = World(edition.catalogue, "it", "biomed-padana", NOON)
    report = evaluate_acts(edition.reader, world, read_lines(TALK, LINE))
    assert report.lines == 185
    assert report.right is not None
    assert report.right >= 0.92
    assert report.needs_taken_for_acts is not None
    assert report.needs_taken_for_acts <= 0.05
    assert report.wrong_services is not None
    assert report.wrong_services <= 0.02


@pytest.mark.parametrize(
    ("first", "then", "screen", "act"),
    [
        ("cerco un nido", "non c'era più posto", "contact", "after:full"),
        ("", "non c'è posto all'asilo comunale e io rientro a marzo", "doors", "need"),
        ("cerco un nido", "👍", "card", "yes"),
        ("cerco un nido", "Altre idee", "card", "want:more"),
        ("", "il terzo", "doors", "pick"),
        ("", "buonasera, mi servirebbe qualcuno che stiri", "doors", "need"),
    ],
)
def test_the_screen_is_the_context(house: House, first: str, then: str, screen: str, act: Act) -> None:
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    world = World(edition.catalogue, "it", "biomed-padana", NOON)
    line = Line(then=then, act=act, first=first or None, screen=screen)
    assert evaluate_acts(edition.reader, world, [line]).wrong == []


@pytest.mark.parametrize("screen", ["doors", "card"])
def test_a_screen_only_leans(screen: Screen) -> None:
    assert all(abs(leaning(act, screen)) <= 0.5 for act in ACTS)


def test_what_the_needs_decide_is_taught_by_no_file() -> None:
    assert set(ACTS) == set(TAUGHT) | set(NEEDS)
