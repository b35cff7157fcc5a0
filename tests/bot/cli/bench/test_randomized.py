"""`kmzero bench randomized`, small: what all people say is found, what one says is not."""

import json

import pytest

from bot.cli.bench.dump_attacked import Row, judged
from bot.cli.bench.randomized import randomized
from bot.cli.bench.reasons_simulated import HARDER, SHARES
from bot.evaluation.randomized import REASONS


def test_the_targets_hold_small(capsys: pytest.CaptureFixture[str]) -> None:
    randomized(runs=300, people=4000, seed=1, as_json=True)
    found = json.loads(capsys.readouterr().out)
    few, many = found["crowds"]["invented programme"]["rows"]
    assert (few["people"], many["people"]) == (120, 300)
    assert few["top_right"] >= 0.90
    assert many["top_right"] >= 0.97
    assert min(few["inside"], many["inside"]) >= 0.93
    assert found["dump"]["same_answer"] == pytest.approx(0.5, abs=0.06), "four deviations with 2,000 answers"
    assert found["dump"]["by_frequency"] == pytest.approx(0.63, abs=0.03)


def test_the_table_says_what_is_true_and_fits_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    randomized(runs=2, people=200, seed=1, as_json=False)
    said = capsys.readouterr().out
    for words in ("t = 0.7", "shame ", "harder", "among equal answers"):
        assert words in said
    assert max(len(line.rstrip()) for line in said.splitlines()) <= 80


@pytest.mark.parametrize("shares", [SHARES, HARDER])
def test_what_is_stated_of_the_crowds_is_whole(shares: dict[str, float]) -> None:
    assert tuple(shares) == REASONS
    assert sum(shares.values()) == pytest.approx(1)


def test_an_adversary_finds_a_row_that_shows_too_much() -> None:
    """One sign of the row differs where the answer is true: the measure must see it, else it says nothing."""
    rows = [Row(REASONS[n % 6], (float(n * 7919 % 101), float(n % 5 > 0)), true=n % 5 > 0) for n in range(2000)]
    assert judged(rows, SHARES).same_answer > 0.99
