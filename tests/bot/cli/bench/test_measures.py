"""Measures of a reader and of the phrases, on small cases that can be counted by hand."""

from collections.abc import Sequence

import pytest

from bot.cli.bench.evaluation import evaluate
from bot.cli.bench.labelled import Labelled
from bot.understanding.acts import Screen
from bot.understanding.learning.corpus import Corpus, Utterance
from bot.understanding.learning.quality import near_copies, overlaps, strangers, taken_for, variety
from bot.understanding.reading import Kind, Reading

READ: dict[str, Reading] = {}


def says(
    text: str, first: str, sure: float, *, kind: Kind = "need", outside: float = 0.0, asked: tuple[str, ...] = ()
) -> None:
    other = "b" if first == "a" else "a"
    READ[text] = Reading(kind, {first: sure, other: 1 - sure}, outside, asked or (first,))


class Fixed:
    """A reader that says what it was told to say."""

    def read(self, text: str, screen: Screen = "doors", showing: Sequence[str] = ()) -> Reading:
        return READ[text]


def test_every_measure_counts_what_it_says() -> None:
    says("right", "a", 0.9)
    says("wrong", "b", 0.7, outside=0.4)
    says("accepted", "b", 0.7)
    says("two", "a", 0.6, asked=("a", "b"))
    says("strange", "a", 0.6, kind="outside", outside=0.9)
    report = evaluate(
        Fixed(),
        [
            Labelled("right", ("a",), refused=("b",), style="negation"),
            Labelled("wrong", ("a",), style="direct"),
            Labelled("accepted", ("a",), accept=("b",), style="direct"),
            Labelled("two", ("a", "b"), style="multi"),
            Labelled("strange", (), style="oos"),
        ],
    )
    assert (report.total.messages, report.total.top3) == (3, 1.0)
    assert report.total.top1 == pytest.approx(2 / 3)
    assert report.styles["direct"].top1 == 0.5
    assert report.confusions == [("a", "b", 1)]
    assert (report.multi_recall, report.outside_recall, report.outside_recall_at_5) == (1.0, 1.0, 1.0)
    assert (report.false_rejections, report.refused_first, report.several_on_single) == (0.0, 0.0, 0.0)
    assert report.calibration_error == pytest.approx((abs(0.9 - 1) + abs(1.4 - 1)) / 3)


def test_nothing_to_measure_is_told_and_not_zero() -> None:
    report = evaluate(Fixed(), [])
    assert (report.total.messages, report.calibration_error, report.outside_recall, report.multi_recall) == (
        0,
        None,
        None,
        None,
    )


def phrase(text: str, need: str = "a") -> Utterance:
    return Utterance(need, "it", text)


def test_near_copies_are_found_once_and_strangers_are_not() -> None:
    phrases = [
        phrase("cerco una badante per mia madre"),
        phrase("cerco una badante per le madri"),
        phrase("devo fare il 730"),
    ]
    assert [(copy.one, copy.other) for copy in near_copies(phrases, 0.7)] == [(phrases[0], phrases[1])]


def test_a_phrase_that_repeats_a_measuring_message_is_found() -> None:
    phrases = [phrase("cerco una badante per mia madre"), phrase("devo fare il 730")]
    found = overlaps(phrases, ["Cerco una BADANTE per mia madre!", "mi piove in casa"], 0.9)
    assert [copy.other for copy in found] == [phrases[0]]
    assert overlaps((), ["x"]) == []


def test_a_phrase_that_speaks_for_another_type_is_taken_for_it() -> None:
    gym = [
        phrase(f"una palestra {word}", "sport") for word in ("grande", "nuova", "vicina", "comoda", "serale", "bella")
    ]
    tax = [phrase(f"fare l'isee {word}", "isee") for word in ("grande", "nuova", "vicina", "comoda", "serale", "bella")]
    corpus = Corpus(("sport", "isee"), (*gym, *tax, phrase("una palestra economica", "isee")), {})
    assert taken_for(corpus) == {"sport": (1.0, "isee"), "isee": (6 / 7, "sport")}
    assert list(variety(corpus)) == ["sport", "isee"] or list(variety(corpus)) == ["isee", "sport"]


def test_a_phrase_whose_nearest_are_all_of_another_type_is_a_stranger() -> None:
    gym = [phrase(f"una palestra {word}", "sport") for word in ("grande", "nuova", "vicina")]
    lost = phrase("una palestra", "isee")
    assert [one for one, _ in strangers([*gym, lost, phrase("fare l'isee", "isee")], 0.3)] == [lost]
