"""Learning how danger sounds: the phrases of danger against those that only sound so, and against all else."""

from collections.abc import Sequence

import numpy as np

from bot.understanding.learning import linear
from bot.understanding.learning.taught import Taught
from bot.understanding.scoring.fear import WEIGHTS, Fear, coloured

TIMES = (5, 3, 1)  # how often danger, what only sounds so, and all else are told: danger is rare, and dear
STEP = 4  # of all else one phrase in so many


def learn_fear(feared: Sequence[Taught], harmless: Sequence[Taught], rest: Sequence[Taught]) -> Fear:
    """Learn from messages. The space is that of the first two: what neither has tells nothing, and takes room."""
    kinds = (feared, harmless, rest[::STEP])
    messages = [message.seen(coloured) for kind in kinds for message in kind]
    space = linear.space_of(messages[: len(feared) + len(harmless)] or messages, WEIGHTS)
    told = np.repeat(np.arange(len(messages)), np.repeat(TIMES, [len(kind) for kind in kinds]))
    labels = (told >= len(feared)).astype(np.int64)
    return Fear(linear.solve(space, linear.rows(space, messages)[told], labels, 2))
