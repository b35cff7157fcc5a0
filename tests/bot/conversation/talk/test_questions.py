"""The arithmetic of the talk: when to show, what to ask, how a belief moves."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.conversation.talk import questions
from bot.conversation.talk.questions import Ask, Show, decide, heard, information, none_of, options_of, pressed, prior


def spread(catalogue: Catalogue, **likely: float) -> dict[str, float]:
    """A belief with some needs named (nido=0.6, visite_esami=0.2) and the rest spread over all others."""
    named = {name.replace("_", "-"): p for name, p in likely.items()}
    others = [need for need in catalogue.needs if need not in named]
    rest = (1 - sum(named.values())) / len(others)
    return named | dict.fromkeys(others, rest)


def test_one_clear_need_is_shown_alone(catalogue: Catalogue) -> None:
    assert decide(spread(catalogue, nido=0.9), catalogue) == Show(("nido",))


def test_a_few_likely_needs_are_shown_together_the_likeliest_first(catalogue: Catalogue) -> None:
    assert decide(spread(catalogue, nido=0.3, dsa=0.5), catalogue) == Show(("dsa", "nido"))


def test_four_likely_needs_are_asked_about(catalogue: Catalogue) -> None:
    asked = decide(spread(catalogue, nido=0.19, dsa=0.19, pulizie=0.19, sport=0.19), catalogue)
    assert isinstance(asked, Ask)
    assert {option.id for option in asked.options} == {"nido", "dsa", "pulizie", "sport"}


def test_before_the_first_word_the_doors_are_worth_most(catalogue: Catalogue) -> None:
    asked = decide(prior(catalogue), catalogue)
    assert isinstance(asked, Ask)
    assert [option.kind for option in asked.options] == ["door"] * 4


def test_what_is_asked_more_often_comes_first(catalogue: Catalogue) -> None:
    often = prior(catalogue, {"sport": 500})
    assert max(often, key=often.__getitem__) == "sport"
    assert sum(often.values()) == pytest.approx(1)


def test_every_need_stands_behind_a_door(catalogue: Catalogue) -> None:
    behind = {need for option in options_of(catalogue, "door") for need in option.needs}
    assert behind == set(catalogue.needs)


def test_two_even_halves_and_no_rest_are_worth_one_bit(catalogue: Catalogue) -> None:
    belief = {"nido": 0.5, "dsa": 0.5}
    options = [option for option in options_of(catalogue, "need") if option.id in belief]
    assert information(belief, options) == pytest.approx(1.0)


def test_a_press_narrows_but_a_slip_is_not_the_end(catalogue: Catalogue) -> None:
    after = pressed(prior(catalogue), ("nido",))
    assert after["nido"] > 0.9
    assert after["sport"] > 0


def test_none_of_these_is_not_asked_again(catalogue: Catalogue) -> None:
    start = prior(catalogue)
    offered = tuple(start)[:4]
    after = none_of(start, offered, start)
    assert not set(offered) & set(after)
    assert sum(after.values()) == pytest.approx(1)


def test_when_everything_was_refused_it_begins_again(catalogue: Catalogue) -> None:
    start = prior(catalogue)
    assert none_of(start, tuple(start), start) == start


def test_a_second_sentence_about_the_same_need_makes_it_clearer() -> None:
    first, second = {"nido": 0.5, "dsa": 0.5}, {"nido": 0.6, "dsa": 0.1, "sport": 0.3}
    assert heard(first, second, "asked")["nido"] > second["nido"]


def test_after_a_wrong_card_a_new_sentence_speaks_against_it() -> None:
    first, second = {"dsa": 0.9, "nido": 0.1}, {"dsa": 0.5, "nido": 0.5}
    after = heard(first, second, "shown", ("dsa",))
    assert after["nido"] > after["dsa"]


def test_a_new_need_after_a_card_is_understood_as_such() -> None:
    first, second = {"dsa": 0.99, "nido": 0.01}, {"sport": 0.9, "dsa": 0.05, "nido": 0.05}
    after = heard(first, second, "shown", ("dsa",))
    assert max(after, key=after.__getitem__) == "sport"


def test_a_question_never_has_more_than_four_choices(catalogue: Catalogue) -> None:
    belief = prior(catalogue)
    for _ in range(12):
        action = decide(belief, catalogue)
        if isinstance(action, Show):
            assert len(action.needs) <= questions.CARDS
            break
        assert len(action.options) <= questions.AT_MOST
        belief = none_of(belief, [need for option in action.options[:1] for need in option.needs], prior(catalogue))
