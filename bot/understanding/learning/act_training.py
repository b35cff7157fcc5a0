"""Learning which act a message is, from the program's own phrases and what a release teaches of needs and situations."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bot.understanding.acts import NEEDS, TAUGHT, Act
from bot.understanding.learning import linear
from bot.understanding.learning.act_corpus import act_phrases
from bot.understanding.scoring.act_model import WEIGHTS, ActModel, marked
from bot.understanding.text.concepts import ConceptFinder
from bot.understanding.text.prepared import PreparedText, prepare

COLUMNS: tuple[Act, ...] = (*TAUGHT, *NEEDS)
STEP = 4  # of the needs' own phrases one in so many teaches what is no act: more teach nothing new, and take time

Said = tuple[str, Act, PreparedText]  # what was typed, which act it is, and the same made ready
Plans = Sequence[tuple[str, Sequence[str]]]  # the ids of situations and their phrases
Row = tuple[str, int, PreparedText]  # what was typed, its column, and the same made ready


def learn_acts(concepts: ConceptFinder, others: Iterable[Said], plans: Plans = ()) -> ActModel:
    """Learn acts; `others` are the phrases of a release, which are needs, outside or danger.

    Each situation has a column of its own after the acts: it is a need that wants a plan.
    """
    own = [(text, act, prepare(text, concepts)) for act, text in act_phrases()]
    rows = [(text, COLUMNS.index(act), message) for text, act, message in (*own, *_fewer(others))]
    told = [(text, column, prepare(text, concepts)) for column, text in _phrases(plans)]
    return model_of([*rows, *told], tuple(situation for situation, _ in plans))


def _phrases(plans: Plans) -> Iterator[tuple[int, str]]:
    for place, (_, phrases) in enumerate(plans):
        yield from ((len(COLUMNS) + place, phrase) for phrase in phrases)


def model_of(rows: Sequence[Row], situations: tuple[str, ...] = ()) -> ActModel:
    """Return the model of phrases; those without a word teach nothing."""
    kept = [one for one in rows if one[2].words]
    messages = [marked(text, message) for text, _, message in kept]
    labels = np.array([column for _, column, _ in kept], dtype=np.int64)
    space = linear.space_of(messages, WEIGHTS)
    columns = len(COLUMNS) + len(situations)
    return ActModel(COLUMNS, linear.solve(space, linear.rows(space, messages), labels, columns), situations)


def _fewer(others: Iterable[Said]) -> list[Said]:
    listed = list(others)
    needs = [one for one in listed if one[1] == "need"]
    return [*needs[::STEP], *(one for one in listed if one[1] != "need")]
