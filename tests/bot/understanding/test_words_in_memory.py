"""What the reader remembers, to be quick: single words, never a sentence, and never whose they were."""

import functools
import gc
from typing import Any

from bot.understanding.engine import Engine

SENTENCE = "zanzibarino mio padre anziano è solo tutto il giorno e non so a chi lasciarlo"
CACHE: Any = type(functools.lru_cache(str))


def test_no_sentence_stays_in_memory(shipped: Engine) -> None:
    gc.unfreeze()  # what the tests put aside for speed is looked at too
    shipped.read(SENTENCE)
    caches = [one for one in gc.get_objects() if type(one) is CACHE and "bot.understanding" in str(one.__module__)]
    entries = [one for cache in caches for one in gc.get_referents(cache) if isinstance(one, dict)]
    kept = [key for one in entries for key in one]
    assert len(caches) > 3
    assert not [key for key in map(str, kept) if "zanzibarino" in key and "padre" in key]
