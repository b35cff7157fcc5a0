"""Who reads the names and descriptions that others wrote: a reader that is taught what a folder teaches."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.editorial.reading import Knowledge
    from bot.understanding.reading import Reader


def reader_of(knowledge: "Knowledge") -> "Reader":
    """Return a reader of the needs of a folder, learned in a process apart. Raises bot.errors.WorkDied."""
    from bot import apart
    from bot.editorial.taught import taught
    from bot.understanding.engine import load

    engine: bytes = apart.call("bot.understanding.learning.once:of_corpus", taught(knowledge))
    return load(engine)
