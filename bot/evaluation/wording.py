"""The words of an evaluation's document, by id, in every language."""

from pathlib import Path

from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


def say(phrase: str, language: Language, **values: str | int) -> str:
    """Return a phrase as plain text. Raises KeyError for an unknown phrase, ValueError for a missing value."""
    return phrases_in(PHRASES, language).label(phrase, **{name: str(value) for name, value in values.items()})
