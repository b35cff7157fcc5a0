"""What the bot says to employees, by id, in every language."""

from pathlib import Path

from bot.catalogue.fluent import Phrases, phrases_in
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


def phrases(language: Language) -> Phrases:
    """Return the phrases of a language."""
    return phrases_in(PHRASES, language)
