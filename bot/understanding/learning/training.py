"""Learning from a corpus: its phrases become an engine, the same one each time."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from bot.catalogue.text import LANGUAGES
from bot.understanding.acts import NEEDS
from bot.understanding.blob import Blob
from bot.understanding.cues import courtesy, towns
from bot.understanding.cues.towns import Towns
from bot.understanding.engine import DANGER, HARMLESS
from bot.understanding.learning import calibration, linear
from bot.understanding.learning.act_corpus import act_phrases
from bot.understanding.learning.act_training import Said, learn_acts
from bot.understanding.learning.completing import completed
from bot.understanding.learning.corpus import Corpus
from bot.understanding.learning.fear_training import learn_fear
from bot.understanding.learning.linear import Labels
from bot.understanding.learning.plan_training import learn_plans
from bot.understanding.learning.taught import NOWHERE, Taught, taught
from bot.understanding.scoring.act_model import ActModel
from bot.understanding.scoring.fear import Fear
from bot.understanding.serialization import blob_of
from bot.understanding.text.concepts import ConceptFinder, of_words
from bot.understanding.text.normal import LONGEST, words
from bot.understanding.text.repair import Repair, hashed
from bot.understanding.text.views import Hashes

FEWER = 2  # one in so many phrases teaches what is no situation: all of them teach the same
NOBODY = -1  # the label of what speaks against every column: what looks like danger and is not


class NothingToLearn(Exception):
    """A release without phrases teaches nothing."""


@dataclass(frozen=True)
class Lesson:
    """Messages and the columns of their needs; after the needs come what is outside, and danger. `texts` as written.

    `bare` tells the words of a need, which are no messages: they teach and are never used to measure.
    """

    texts: tuple[str, ...]
    messages: tuple[Taught, ...]
    labels: Labels
    bare: np.ndarray[tuple[int], np.dtype[np.bool_]]
    columns: int


def learn(corpus: Corpus, acts: ActModel | None = None) -> Blob:
    """Learn from a corpus; `acts` are learned too, unless they are given. Raises NothingToLearn.

    Towns that its phrases name are taught as any town: which ones a network has is added at the end.
    """
    if not corpus.utterances:
        raise NothingToLearn("there is no phrase in needs/")
    real = real_words()  # first, for it takes much room for a moment
    places = towns.of_towns(corpus.towns, corpus.neighbours)
    concepts = of_words([*corpus.concepts, (DANGER, corpus.danger), (HARMLESS, corpus.harmless)])
    lesson = lesson_of(corpus, concepts, places)
    talk = [(text, act, taught(text, concepts, places)) for act, text in act_phrases()]
    others: dict[str, Any] = {
        "repair": Repair(_vocabulary(lesson.messages), real),
        "acts": acts or learn_acts(talk, _no_acts(lesson)),
        "fears": _fears(lesson, talk),
        "plans": learn_plans(corpus.situations, _no_plans(lesson, talk), concepts, places),
    }
    del talk
    space = linear.space_of(lesson.messages)
    matrix = linear.rows(space, lesson.messages)
    words = [message.words for message in lesson.messages]
    labels, bare, columns = lesson.labels, lesson.bare, lesson.columns
    del lesson
    scale, out_of_scope = calibration.calibrate(space, matrix, words, labels, bare, columns)
    learned = blob_of(
        needs=corpus.needs,
        model=linear.solve(space, matrix, labels, columns),
        scale=scale,
        out_of_scope=out_of_scope,
        concepts=concepts,
        courtesy=courtesy.of_phrases(corpus.greetings, corpus.thanks),
        places=places,
        **others,
    )
    return completed(learned, corpus)


def lesson_of(corpus: Corpus, concepts: ConceptFinder, places: Towns = NOWHERE) -> Lesson:
    """Return the messages of a corpus, ready to learn from; the words of a need are taught as messages too."""
    columns = {need: column for column, need in enumerate(corpus.needs)}
    said = [(u.text, columns[u.need] if u.need else len(columns), False) for u in (*corpus.utterances, *corpus.outside)]
    spoken = [(word, columns[need], True) for need, listed in corpus.words.items() for word in listed]
    feared = [(text, len(columns) + 1, False) for text in corpus.danger] + [
        (text, NOBODY, True) for text in corpus.harmless
    ]
    ready = [(text, taught(text, concepts, places), column, bare) for text, column, bare in [*said, *spoken, *feared]]
    kept = [one for one in ready if one[1].words]
    return Lesson(
        tuple(text for text, _, _, _ in kept),
        tuple(message for _, message, _, _ in kept),
        np.array([column for _, _, column, _ in kept], dtype=np.int64),
        np.array([bare for _, _, _, bare in kept], dtype=np.bool_),
        len(columns) + calibration.OTHERS,
    )


def _no_acts(lesson: Lesson) -> list[Said]:
    """Return the phrases of a lesson as what they are beside acts: needs, outside, danger."""
    needs = lesson.columns - calibration.OTHERS
    rows = zip(lesson.texts, lesson.messages, lesson.labels, strict=True)
    return [
        (text, NEEDS[max(0, int(column) - needs + 1)], message) for text, message, column in rows if column != NOBODY
    ]


def _fears(lesson: Lesson, talk: Sequence[Said]) -> Fear:
    """Learn danger from a lesson, and from what is said in a talk, which is none."""
    danger = lesson.columns - 1

    def of(*columns: int) -> list[Taught]:
        rows = zip(lesson.messages, lesson.labels, strict=True)
        return [message for message, column in rows if column in columns]

    return learn_fear(of(danger), of(NOBODY), [*of(*range(danger)), *(message for _, _, message in talk)])


def _no_plans(lesson: Lesson, talk: Sequence[Said]) -> Iterator[tuple[str, Taught]]:
    """Yield what is no situation: needs, what is outside, and what is said in a talk."""
    rows = zip(lesson.texts, lesson.messages, lesson.labels, lesson.bare, strict=True)
    needs = [(text, message) for text, message, column, bare in rows if not bare and column < lesson.columns - 1]
    yield from needs[::FEWER]
    yield from ((text, message) for text, _, message in talk[::FEWER])


def _vocabulary(messages: Sequence[Taught]) -> tuple[str, ...]:
    """Return the words of the knowledge, the most frequent first; misspelt ones are among them, but rarely twice."""
    counts = Counter(word for message in messages for word in message.words if not word.isdigit())
    return tuple(word for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


@cache
def real_words() -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """Return the words of Italian and English in their normal form, hashed, from pyspellchecker's frequency lists."""
    import spellchecker  # noqa: PLC0415 - only training needs it

    lists = Path(spellchecker.__file__).parent / "resources"
    found: list[Hashes] = []
    for language in LANGUAGES:
        with gzip.open(lists / f"{language}.json.gz", "rt", encoding="utf-8") as file:
            listed = sorted(json.load(file))
        found += [hashed(words(chunk)) for chunk in _chunks(listed)]
    return np.unique(np.concatenate(found))


def _chunks(listed: Sequence[str]) -> Iterator[str]:
    """Join words, as many at a time as surely are read whole: one normal form for many takes a third of the time."""
    longest = max(map(len, listed), default=0) + 1
    step = max(1, LONGEST // longest)
    return (" ".join(listed[start : start + step]) for start in range(0, len(listed), step))
