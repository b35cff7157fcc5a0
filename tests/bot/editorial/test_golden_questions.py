"""The golden questions are asked before a release is live, and say which answers it would change."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalogue.golden import Question
from bot.editorial.publishing.golden import lines, replay
from bot.understanding.acts import Screen
from bot.understanding.reading import Reading
from tests.bot.editorial.small_network import Folder

SOLA = Question(say="la nonna non può stare sola", need="badante")
STANCA = Question(say="sono stanca di fare tutto io", need="caregiver")


@dataclass(frozen=True)
class Reader:
    """Answers every question with the need that it was given for it."""

    answers: dict[str, str]

    def read(self, text: str, screen: Screen = "doors", showing: Sequence[str] = ()) -> Reading:
        return Reading("need", {self.answers[text]: 1.0}, 0.0)


GOOD = Reader({SOLA.say: "badante", STANCA.say: "caregiver"})
BAD = Reader({SOLA.say: "badante", STANCA.say: "badante"})


def test_answers_that_are_right_and_stay_so_are_only_counted() -> None:
    assert lines(replay([SOLA, STANCA], GOOD, GOOD), "it") == ["Domande di prova: 2 su 2 giuste."]


def test_an_answer_that_turns_wrong_is_told_with_what_it_was() -> None:
    found = replay([SOLA, STANCA], BAD, GOOD)

    assert [answer.question for answer in found.turned] == [answer.question for answer in found.failing] == [STANCA]
    assert lines(found, "en") == [
        f'“{STANCA.say}” led to "caregiver", now it leads to "badante" (and it should lead to "caregiver").',
        "Test questions: 1 of 2 right.",
    ]


def test_an_answer_that_turns_right_is_told_too() -> None:
    assert "ed è giusto" in lines(replay([STANCA], GOOD, BAD), "it")[0]


def test_without_a_live_release_a_wrong_answer_is_told() -> None:
    assert lines(replay([STANCA], BAD), "it")[0] == f'«{STANCA.say}» deve portare a "caregiver", e porta a "badante".'


def test_a_network_without_questions_says_nothing() -> None:
    assert lines(replay([], GOOD, GOOD), "it") == []


def test_a_question_for_a_need_that_is_not_there_is_an_error_at_its_place(folder: Folder) -> None:
    file = folder.write("golden.yaml", "questions:\n  - {say: la nonna è sola, need: badanti}\n")

    assert folder.faults() == [f"{file}:2:34: error dangling-reference.need"]


def test_a_question_that_is_there_twice_is_a_warning(folder: Folder) -> None:
    file = folder.write(
        "golden.yaml", "questions:\n  - {say: la nonna, need: badante}\n  - {say: La  nonna, need: caregiver}\n"
    )

    assert folder.faults() == [f"{file}:3:11: warning taught-question.twice"]
