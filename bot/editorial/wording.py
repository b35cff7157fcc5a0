"""The words of a problem: its phrase in a language, and its line as every face prints it."""

from collections.abc import Mapping
from pathlib import Path

from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import Language
from bot.editorial.folder.files import printable
from bot.editorial.problem import Problem

PHRASES = Path(__file__).parent / "phrases"
LONGEST = 160  # signs of a value that are shown


def message(problem: Problem, language: Language) -> str:
    """Return cause and cure in one line.

    Raises KeyError for a rule without a phrase, ValueError for a value that the phrase names and the problem lacks.
    """
    return sentence(problem.rule, language, problem.values, problem.variant)


def sentence(phrase: str, language: Language, values: Mapping[str, str | int], variant: str = "") -> str:
    """Return a phrase, or a variant of it, with its values. Raises as `message`."""
    shown = {name: _short(value) if isinstance(value, str) else value for name, value in values.items()}
    return phrases_in(PHRASES, language).format(phrase, shown, variant)


def line(problem: Problem, language: Language) -> str:
    """Return `path:line:column: error|warning: message (rule)`."""
    return f"{problem.position}: {problem.level}: {message(problem, language)} ({problem.rule})"


def _short(value: str) -> str:
    shown = printable(value)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
