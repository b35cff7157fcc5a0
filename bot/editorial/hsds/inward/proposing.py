"""The need type that a service of others answers, as the reader of messages takes its words.

It was taught what employees write, not what offices write of themselves: of a long description alone it is often sure
and wrong. So the name and the description are heard apart, and only a need that both speak for is likely. Measured on
two directories of others in docs/hsds.md.
"""

from collections.abc import Callable
from functools import cache

from bot.understanding.reading import Reader


def proposer(reader: Callable[[], Reader]) -> Callable[[str, str], tuple[str, float]]:
    """Return what proposes a need for a name and a description; `reader` is called once, at the first of them."""
    load = cache(reader)

    def propose(name: str, description: str) -> tuple[str, float]:
        said = [load().read(text).belief for text in (name, f"{name}. {description}")]
        mean = {need: sum(belief[need] for belief in said) / len(said) for need in said[0]}
        best = max(mean, key=mean.__getitem__)
        return best, round(mean[best], 3)

    return propose
