"""The words of the reports, by id, in every language."""

from functools import cache
from pathlib import Path

from bot.catalogue.fluent import Phrases
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


def say(phrase: str, language: Language, **values: str | int) -> str:
    """Return a phrase as plain text. Raises KeyError for an unknown phrase, ValueError for a missing value."""
    # Numbers that are names (a year) would get a thousands separator: everything but plurals is passed as text.
    shown = {name: value if name == "number" else str(value) for name, value in values.items()}
    return _phrases(language).label(phrase, **shown)


@cache
def _phrases(language: Language) -> Phrases:
    return Phrases(language, PHRASES)
