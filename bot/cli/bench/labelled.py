"""Labelled messages: what somebody typed, and what they need."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from bot.errors import CannotRun
from bot.store.plain_files import read_up_to

LARGEST = 100_000_000  # bytes of a file


@dataclass(frozen=True)
class Labelled:
    """A message with its need types in the order they are stated, none for what is outside.

    Any of `needs` or `accept` is right as the first; `refused` are those that it says it does not mean.
    """

    text: str
    needs: tuple[str, ...]
    accept: tuple[str, ...] = ()
    language: Annotated[str, Field(alias="lang")] = "it"
    style: str = ""
    refused: Annotated[tuple[str, ...], Field(alias="not")] = ()


Row = TypeVar("Row")
LINE = TypeAdapter(Labelled)


def read_labelled(file: Path) -> list[Labelled]:
    """Return the messages of a JSONL file: text, needs, and maybe accept, lang, style, not. Raises CannotRun."""
    return read_lines(file, LINE)


def read_lines(file: Path, form: TypeAdapter[Row]) -> list[Row]:
    """Return the lines of a JSONL file, each in its form. Raises CannotRun, with the line."""
    try:
        lines = read_up_to(file, LARGEST).decode("utf-8").splitlines()
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CannotRun(f"{file}: this is not a text file in UTF-8") from None
    return [_row(form, line, f"{file}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]


def _row(form: TypeAdapter[Row], line: str, place: str) -> Row:
    try:
        return form.validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CannotRun(f"{place}: {where + ': ' if where else ''}{first['msg']}") from None
