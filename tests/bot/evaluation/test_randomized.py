"""Randomized response: what the buttons carry, and what can be known from what comes back."""

from collections import Counter
from itertools import product
from math import exp
from random import Random
from typing import Any

import pytest

from bot.evaluation.randomized import CHANCE, EPSILON, REASONS, TRUTH, drawn, estimate
from bot.evaluation.wilson import wilson

ROLLS = 60_000


class Loaded(Random):
    """Dice that fall as they are told: first whether the truth comes back, then every answer of chance."""

    def __init__(self, first: float, answers: tuple[str, ...]) -> None:
        super().__init__(1)
        self._first, self._answers = first, iter(answers)

    def random(self) -> float:
        return self._first

    def choice(self, seq: Any) -> Any:
        return next(self._answers)


def test_below_the_threshold_each_button_carries_its_own_reason_and_above_it_whatever_falls() -> None:
    assert drawn(Loaded(TRUTH - 1e-9, ())) == {reason: reason for reason in REASONS}
    fallen = tuple(reversed(REASONS))
    assert tuple(drawn(Loaded(TRUTH, fallen)).values()) == fallen


def test_all_answers_are_as_long_so_that_a_sealed_keyboard_tells_nothing_by_its_length() -> None:
    dice = Random(5)
    assert len({len("".join(drawn(dice).values())) for _ in range(200)}) == 1


def test_every_button_carries_every_answer_as_often_as_the_formula_says() -> None:
    """Four standard deviations of a count are missed by one of 36 cells in a run of 400; the seed is fixed."""
    dice, found = Random(17), Counter[tuple[str, str]]()
    for _ in range(ROLLS):
        found.update(drawn(dice).items())
    for pressed, came in product(REASONS, REASONS):
        chance = CHANCE + TRUTH * (pressed == came)
        assert abs(found[pressed, came] - ROLLS * chance) < 4 * (ROLLS * chance * (1 - chance)) ** 0.5


def test_no_answer_speaks_more_for_one_reason_than_epsilon_allows() -> None:
    assert exp(EPSILON) == pytest.approx((TRUTH + CHANCE) / CHANCE) == pytest.approx(15)


@pytest.mark.parametrize(
    "true", [(1000, 0, 0, 0, 0, 0), (300, 100, 150, 250, 120, 80), (0, 0, 0, 0, 0, 1000)], ids=["one", "mixed", "last"]
)
def test_counts_as_they_are_expected_give_the_truth_back(true: tuple[int, ...]) -> None:
    expected = {r: round(1000 * (TRUTH * share / 1000 + CHANCE)) for r, share in zip(REASONS, true, strict=True)}
    found = estimate(expected)
    for reason, share in zip(REASONS, true, strict=True):
        assert found[reason].share == pytest.approx(share / 1000)
        assert 0 <= found[reason].low <= found[reason].share <= found[reason].high <= 1


def test_nobody_answered_and_nothing_is_known() -> None:
    assert estimate({}) == {}
    assert wilson(0, 0) == (0.0, 1.0)


def test_wilson_gives_the_figures_of_the_books() -> None:
    """Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    books = {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605), (0, 20): (0, 0.1611), (1, 29): (0.0061, 0.1718)}
    for seen, interval in books.items():
        assert wilson(*seen) == pytest.approx(interval, abs=0.0001)


def test_the_slack_of_rounded_counts_holds_the_interval_of_every_count_that_they_can_be() -> None:
    """All ways in which counts of 120 people can be rounded to these."""
    rounded = dict(zip(REASONS, (35, 10, 20, 25, 15, 15), strict=True))
    wide = estimate(rounded, slack=2)
    for errors in product((-2, 0, 2), repeat=len(REASONS)):
        exact = estimate({reason: rounded[reason] + error for reason, error in zip(REASONS, errors, strict=True)})
        assert all(wide[one].low <= exact[one].low and exact[one].high <= wide[one].high for one in REASONS)


def test_an_answer_that_is_told_as_none_may_be_any_number_below_the_fewest() -> None:
    rounded = dict(zip(REASONS, (35, 0, 20, 25, 15, 0), strict=True))
    wide = estimate(rounded, slack=2, fewest=10)
    for shame, ended, known in product((0, 5, 9), (0, 4, 9), (33, 37)):
        truly = rounded | {"shame": shame, "ended": ended, "known": known}
        exact = estimate(truly)
        assert all(wide[one].low <= exact[one].low and exact[one].high <= wide[one].high for one in REASONS)
