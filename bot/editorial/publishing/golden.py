"""The golden questions, asked of a reader before it is live: which answers change, and which are wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalogue.golden import Question
from bot.catalogue.text import Language
from bot.editorial.wording import sentence
from bot.understanding.reading import Reader

NOTHING = "-"  # the answer of a reader that knows no need


@dataclass(frozen=True)
class Answer:
    """What a question leads to now (`got`) and what it led to in the live release (None where there is none)."""

    question: Question
    got: str
    before: str | None = None

    @property
    def right(self) -> bool:
        return self.got == self.question.wanted

    @property
    def turned(self) -> bool:
        return self.before is not None and self.before != self.got


@dataclass(frozen=True)
class Replay:
    """Every golden question with its answer, in the order of the file."""

    answers: tuple[Answer, ...] = ()

    @property
    def failing(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if not answer.right)

    @property
    def turned(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.turned)


def replay(questions: Sequence[Question], new: Reader, live: Reader | None = None) -> Replay:
    """Ask every question of the new reader, and of the live one where there is one and it is another."""
    got = [_best(new, question) for question in questions]
    before = [None] * len(got) if live is None else got if live is new else [_best(live, one) for one in questions]
    return Replay(tuple(Answer(*one) for one in zip(questions, got, before, strict=True)))


def _best(reader: Reader, question: Question) -> str:
    reading = reader.read(question.say)
    return reading.situation or next(iter(reading.belief), NOTHING)


def lines(replayed: Replay, language: Language) -> list[str]:
    """Return a line for each answer that changes and each that is wrong, and how many are right."""
    told = [_line(answer, language) for answer in replayed.answers if answer.turned or not answer.right]
    if not replayed.answers:
        return []
    right = len(replayed.answers) - len(replayed.failing)
    return [*told, sentence("golden-right", language, {"right": right, "all": len(replayed.answers)})]


def _line(answer: Answer, language: Language) -> str:
    values = {"say": answer.question.say, "need": answer.question.wanted, "got": answer.got}
    if not answer.turned:
        return sentence("golden-fails", language, values)
    verdict = "right" if answer.right else "wrong"
    return sentence("golden-turns", language, {**values, "before": answer.before or NOTHING, "verdict": verdict})
