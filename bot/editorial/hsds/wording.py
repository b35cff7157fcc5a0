"""What is said of a package that comes in or goes out."""

from collections.abc import Mapping
from pathlib import Path

from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import Language
from bot.editorial.folder.files import printable

PHRASES = Path(__file__).parent / "phrases"
LONGEST = 200  # signs of a value that are shown


def say(phrase: str, language: Language, values: Mapping[str, str | int] | None = None, variant: str = "") -> str:
    """Return a phrase, or a variant of it. Raises as `bot.catalogue.fluent.Phrases`."""
    shown = {name: _short(value) if isinstance(value, str) else value for name, value in (values or {}).items()}
    return phrases_in(PHRASES, language).format(phrase, shown, variant)


def _short(value: str) -> str:
    shown = printable(value)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
