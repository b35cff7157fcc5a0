"""The table of danger: every row is met by what it should ring for, and by nothing that it should not."""

from collections import Counter

import pytest

from bot.understanding.cues.danger import SAYING, Pattern, compiled, groups_of, is_danger, is_saying, patterns
from bot.understanding.text.normal import words

ROWS = [pytest.param(row, id=f"{row.about}: {row.name}") for row in patterns()]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_met_by_its_example_and_not_by_its_counterexample(row: Pattern) -> None:
    met = compiled([row.expression])
    assert met.search(" ".join(words(row.like)))
    assert not met.search(" ".join(words(row.unlike)))


@pytest.mark.parametrize("row", ROWS)
def test_a_danger_rings_and_what_only_sounds_so_does_not(row: Pattern) -> None:
    assert is_danger(words(row.like)) == (row.about != SAYING)
    if row.about == SAYING:
        assert is_saying(words(row.like))
    else:
        assert not is_danger(words(row.unlike))


def test_names_are_told_apart() -> None:
    assert not [name for name, times in Counter(row.name for row in patterns()).items() if times > 1]


@pytest.mark.parametrize(
    ("text", "rings"),
    [
        ("la schiena mi uccide e mio marito mi picchia", True),  # a saying spares its own words alone
        ("mi picchia", True),
        ("", False),
    ],
)
def test_danger_is_heard_beside_a_saying(text: str, rings: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_danger(words(text)) == rings


def test_words_that_the_knowledge_calls_harmless_are_spared_and_no_others() -> None:
    said = words("mi mena per scherzo")
    assert is_danger(said)
    assert not is_danger(said, spared={0, 1, 2, 3})
    assert is_danger(said, spared={0})  # half of what rings is no harmless phrase
    assert is_danger([*said, *words("e mi picchia")], spared={0, 1, 2, 3})


def test_a_word_is_of_its_groups() -> None:
    assert groups_of("cognato") == ("kin",)
    assert groups_of("isee") == ("bills",)
    assert groups_of("bicicletta") == ()
