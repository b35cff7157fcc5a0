"""What the bot says, by id, in every language (Project Fluent). Everything put into a phrase is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

from bot.catalogue.italian import with_days
from bot.catalogue.text import Language

PHRASES = Path(__file__).parent / "phrases"


class Phrases:
    """The phrases of one language."""

    def __init__(self, language: Language, folder: Path = PHRASES) -> None:
        self.language: Language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted(folder.glob(f"*{language}.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def say(self, phrase: str, **values: str | int) -> Markup:
        """Return a phrase with its values. Raises KeyError for an unknown phrase, ValueError for a missing value."""
        escaped = {name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
        return Markup(self._format(phrase, escaped))  # noqa: S704 - the phrase is ours, its values are escaped above

    def label(self, phrase: str, **values: str | int) -> str:
        """Return a phrase for a button, where there is no markup and nothing to escape. Raises as `say`."""
        return self._format(phrase, values)

    def _format(self, phrase: str, values: Mapping[str, str | int]) -> str:
        pattern = self._bundle.get_message(phrase).value
        if pattern is None:
            raise KeyError(phrase)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise ValueError(f"{phrase}: {errors[0]}")
        return with_days(str(text)) if self.language == "it" else str(text)


@cache
def phrases(language: Language) -> Phrases:
    """Return the phrases of a language, read once."""
    return Phrases(language)
