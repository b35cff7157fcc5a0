"""The words of a problem: its phrase in a language, and its line as every face prints it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.catalogue.text import Language
from bot.editorial.files import printable
from bot.editorial.problem import Problem

PHRASES = Path(__file__).parent / "phrases"
LONGEST = 160  # signs of a value that are shown


@cache
def bundle(language: Language) -> FluentBundle:
    """Return the phrases of a language, read once."""
    made = FluentBundle([language], use_isolating=False)
    for file in sorted(PHRASES.glob(f"*{language}.ftl")):
        made.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return made


def message(problem: Problem, language: Language) -> str:
    """Return cause and cure in one line.

    Raises KeyError for a rule without a phrase, ValueError for a value that the phrase names and the problem lacks.
    """
    return sentence(problem.rule, language, problem.values, problem.variant)


def sentence(phrase: str, language: Language, values: Mapping[str, str | int], variant: str = "") -> str:
    """Return a phrase, or a variant of it, with its values. Raises as `message`."""
    found = bundle(language).get_message(phrase)
    pattern = found.attributes[variant] if variant else found.value
    if pattern is None:
        raise KeyError(phrase)
    shown = {name: _short(value) if isinstance(value, str) else value for name, value in values.items()}
    text, errors = bundle(language).format_pattern(pattern, shown)
    if errors:
        raise ValueError(f"{phrase} {variant}: {errors[0]}")
    return str(text)


def line(problem: Problem, language: Language) -> str:
    """Return `path:line:column: error|warning: message (rule)`."""
    return f"{problem.position}: {problem.level}: {message(problem, language)} ({problem.rule})"


def _short(value: str) -> str:
    shown = printable(value)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
