"""Learning which act a message is, from the program's own phrases and from what a release teaches of needs."""

from collections.abc import Iterable, Sequence
from functools import partial

import numpy as np

from bot.understanding.acts import NEEDS, TAUGHT, Act
from bot.understanding.learning import linear
from bot.understanding.learning.taught import Taught
from bot.understanding.scoring.act_model import WEIGHTS, ActModel, marked
from bot.understanding.serialization import in_steps

COLUMNS: tuple[Act, ...] = (*TAUGHT, *NEEDS)
STEP = 4  # of the phrases of needs and of danger one in so many teaches what is no act: more teach nothing new

Said = tuple[str, Act, Taught]  # what was typed, which act it is, and the same made ready


def learn_acts(talk: Iterable[Said], others: Iterable[Said]) -> ActModel:
    """Learn acts from what is said in a talk; `others` are the phrases of a release: needs, outside or danger."""
    return model_of([*talk, *_fewer(others)])


def model_of(said: Sequence[Said]) -> ActModel:
    """Return the model of phrases; those without a word teach nothing."""
    kept = [one for one in said if one[2].words]
    messages = [message.seen(partial(marked, text)) for text, _, message in kept]
    labels = np.array([COLUMNS.index(act) for _, act, _ in kept], dtype=np.int64)
    space = linear.space_of(messages, WEIGHTS)
    model = linear.solve(space, linear.rows(space, messages), labels, len(COLUMNS))
    return ActModel(COLUMNS, in_steps(model))


def _fewer(others: Iterable[Said]) -> list[Said]:
    said: dict[Act, list[Said]] = {act: [] for act in NEEDS}
    for one in others:
        said[one[1]].append(one)
    return [*said["need"][::STEP], *said["danger"][::STEP], *said["outside"]]
