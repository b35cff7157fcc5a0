"""The words of the reports, by id, in every language (Project Fluent)."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.catalogue.italian import with_days
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


def say(phrase: str, language: Language, **values: str | int) -> str:
    """Return a phrase as plain text. Raises KeyError for an unknown phrase, ValueError for a missing value."""
    pattern = _bundle(language).get_message(phrase).value
    # Numbers that are names (a year) would get a thousands separator: everything but plurals is passed as text.
    shown = {name: value if name == "number" else str(value) for name, value in values.items()}
    if pattern is None:
        raise KeyError(phrase)
    text, errors = _bundle(language).format_pattern(pattern, shown)
    if errors:
        raise ValueError(f"{phrase}: {errors[0]}")
    return with_days(str(text)) if language == "it" else str(text)


@cache
def _bundle(language: Language) -> FluentBundle:
    made = FluentBundle([language], use_isolating=False)
    made.add_resource(FluentResource((PHRASES / f"{language}.ftl").read_text(encoding="utf-8")))
    return made
