"""What the bot says to employees, by id, in every language."""

from functools import cache
from pathlib import Path

from bot.catalogue.fluent import Phrases
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


@cache
def phrases(language: Language) -> Phrases:
    """Return the phrases of a language, read once."""
    return Phrases(language, PHRASES)
