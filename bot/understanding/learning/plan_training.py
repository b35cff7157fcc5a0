"""Learning situations: their phrases against all that is none, which is every need and every act."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import numpy as np

from bot.understanding.cues.towns import Towns
from bot.understanding.learning import linear
from bot.understanding.learning.corpus import Told
from bot.understanding.learning.taught import Taught, taught
from bot.understanding.scoring.model import Model
from bot.understanding.scoring.plan_model import WEIGHTS, PlanModel, cued
from bot.understanding.scoring.space import Space
from bot.understanding.serialization import in_steps
from bot.understanding.text.concepts import ConceptFinder, of_words

_NOTHING = np.empty(0, np.float32)
NO_MODEL = Model(  # of a network without situations
    Space((np.empty(0, np.uint32),) * len(WEIGHTS), (_NOTHING,) * len(WEIGHTS), WEIGHTS),
    np.zeros((0, 1), dtype=np.float32),
    np.zeros(1, dtype=np.float32),
)
TIMES = 2  # a situation has sixty phrases where what is none has thousands: each counts so many times

Said = tuple[str, Taught]  # what was typed, and the same made ready


def learn_plans(told: Sequence[Told], none: Iterable[Said], concepts: ConceptFinder, places: Towns) -> PlanModel:
    """Learn situations; `none` are the phrases of needs and acts, which are no situation."""
    cues = of_words([(one.id, one.words) for one in told])
    if not told:
        return PlanModel((), cues, NO_MODEL)
    others = ((text, len(told), message) for text, message in none)
    rows = [row for row in (*_rows(told, concepts, places), *others) if row[2].words]
    messages = [message.seen(partial(cued, text, cues=cues)) for text, _, message in rows]
    labels = np.array([column for _, column, _ in rows], dtype=np.int64)
    space = linear.space_of(messages, WEIGHTS)
    model = linear.solve(space, linear.rows(space, messages), labels, len(told) + 1)
    return PlanModel(tuple(one.id for one in told), cues, in_steps(model))


def _rows(told: Sequence[Told], concepts: ConceptFinder, places: Towns) -> Iterator[tuple[str, int, Taught]]:
    for column, one in enumerate(told):
        for text in one.phrases:
            yield from [(text, column, taught(text, concepts, places))] * TIMES
        yield from ((word, column, taught(word, concepts, places)) for word in one.words)
