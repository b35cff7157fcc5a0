"""The words of the reports, by id, in every language."""

from pathlib import Path

from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


def say(phrase: str, language: Language, **values: str | int) -> str:
    """Return a phrase as plain text. Raises KeyError for an unknown phrase, ValueError for a missing value."""
    # Numbers that are names (a year) would get a thousands separator: everything but plurals is passed as text.
    shown = {name: value if name == "number" else str(value) for name, value in values.items()}
    return phrases_in(PHRASES, language).label(phrase, **shown)
