"""Phrases by id, in every language (Project Fluent). Every part has a folder of its own, and reads it with this."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

from bot.catalogue.italian import with_days
from bot.catalogue.text import Language

LONGEST = 2000  # signs of a value; the library takes 2500


class Phrases:
    """The phrases of one language, from all files of a folder whose names end in `it.ftl`, or `en.ftl`.

    Every way to ask for one raises KeyError for an unknown phrase, ValueError for a missing value.
    """

    def __init__(self, language: Language, folder: Path) -> None:
        self.language: Language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted(folder.glob(f"*{language}.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def say(self, phrase: str, **values: str | int) -> Markup:
        """Return a phrase with its values, which are escaped."""
        escaped = {name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
        return Markup(self.label(phrase, **escaped))  # noqa: S704 - the phrase is ours, its values are escaped above

    def label(self, phrase: str, **values: str | int) -> str:
        """Return a phrase where there is no markup and nothing to escape."""
        text = self.format(phrase, values)
        return with_days(text) if self.language == "it" else text

    def format(self, phrase: str, values: Mapping[str, str | int], variant: str = "") -> str:
        """Return a phrase, or a variant (an attribute) of it, in which the values stand letter by letter."""
        found = self._bundle.get_message(phrase)
        pattern = found.attributes[variant] if variant else found.value
        if pattern is None:
            raise KeyError(phrase)
        text, errors = self._bundle.format_pattern(pattern, {name: _short(value) for name, value in values.items()})
        if errors:
            raise ValueError(f"{phrase} {variant}: {errors[0]}")
        return str(text)


def _short(value: str | int) -> str | int:
    """Cut a value that the library would refuse; markup is ours, and stays whole."""
    too_long = isinstance(value, str) and not isinstance(value, Markup) and len(value) > LONGEST
    return f"{value[:LONGEST]}…" if too_long and isinstance(value, str) else value


@cache
def phrases_in(folder: Path, language: Language) -> Phrases:
    """Return the phrases of a folder in one language, read once."""
    return Phrases(language, folder)
