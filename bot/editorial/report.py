"""Problems as lines of a terminal, as JSON, or as annotations of a GitHub workflow."""

import json
from collections.abc import Iterable, Iterator
from typing import Literal

from bot.catalogue.text import Language
from bot.editorial.problem import Problem
from bot.editorial.wording import line, message

Format = Literal["text", "json", "github"]


def report(problems: Iterable[Problem], form: Format, language: Language) -> Iterator[str]:
    """Yield the lines of a report; JSON is one array."""
    if form == "json":
        yield json.dumps([_record(problem, language) for problem in problems], ensure_ascii=False, indent=2)
    else:
        yield from (
            line(problem, language) if form == "text" else _annotation(problem, language) for problem in problems
        )


def _record(problem: Problem, language: Language) -> dict[str, str | int]:
    position = problem.position
    return {
        "file": position.file,
        "line": position.line,
        "column": position.column,
        "level": problem.level,
        "message": message(problem, language),
        "rule": problem.rule,
    }


def _annotation(problem: Problem, language: Language) -> str:
    """Return a workflow command; its properties and its text have escapes of their own."""
    position = problem.position
    where = f"file={_property(position.file)},line={position.line},col={position.column},title={problem.rule}"
    return f"::{problem.level} {where}::{_data(message(problem, language))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
