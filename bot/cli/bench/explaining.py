"""Why a message was read as it was: which words and concepts spoke for which needs."""

from dataclasses import dataclass

from bot.understanding.engine import Engine
from bot.understanding.text.clauses import refused
from bot.understanding.text.prepared import prepare


@dataclass(frozen=True)
class Voice:
    """A word and what it adds to the score of each need asked about; `refused` words are counted the other way."""

    word: str
    gives: tuple[float, ...]
    refused: bool


@dataclass(frozen=True)
class Why:
    """The best needs with their probabilities, and a voice for each word in the order of the message."""

    needs: tuple[tuple[str, float], ...]
    voices: tuple[Voice, ...]
    concepts: tuple[str, ...]


def why(engine: Engine, text: str, count: int = 3) -> Why:
    """Explain the `count` best needs of a message. What a word gives is measured against the mean of all needs."""
    message = engine.seen(prepare(text, engine.concepts, engine.repair))
    reading = engine.read(text)
    best = list(reading.belief.items())[:count]
    columns = [engine.needs.index(need) for need, _ in best]
    evidence = engine.model.evidence(message)[:, : len(engine.needs)] if message.words else ()
    unwanted = {place for stretch in refused(message.clauses) for place in stretch}
    voices = (
        Voice(word, tuple(float(row[column] - row.mean()) for column in columns), place in unwanted)
        for place, (word, row) in enumerate(zip(message.words, evidence, strict=True))
    )
    return Why(tuple(best), tuple(voices), reading.concepts)
