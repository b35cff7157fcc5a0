"""The tables and fields of HSDS 3.0 as this program knows them: read from fields.yaml."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.catalogue.own_yaml import read

DESCRIPTION = Path(__file__).with_name("fields.yaml")
FIELD = re.compile(r"(\w+)(!?)(?: > (\w+))?(?: (?!>)(.+))?")
SINGLE = {"taxonomy_detail": "taxonomy"}  # held as one object under another name

Row = dict[str, Any]
Tables = dict[str, list[Row]]  # by the name of the table: its rows, without the fields that are not said


@dataclass(frozen=True)
class Field:
    """`type` is uuid, text, email, uri, number, date, time or datetime; `refers` is the table whose id it is."""

    name: str
    type: str
    required: bool
    refers: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """`holds` are the names of what is inside its object in JSON."""

    name: str
    file: str
    fields: tuple[Field, ...]
    holds: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)


@cache
def tables() -> dict[str, Table]:
    """Return all tables by their names, in the order of the data package."""
    return {
        name: Table(
            name,
            said["file"],
            tuple(_field(field, text) for field, text in said["fields"].items()),
            tuple(said.get("holds", ())),
        )
        for name, said in read(DESCRIPTION).items()
    }


def _field(name: str, text: str) -> Field:
    found = FIELD.fullmatch(text)
    if found is None:
        raise ValueError(f"{DESCRIPTION.name}: {name}: {text}")
    kind, required, refers, values = found.groups()
    return Field(name, kind, bool(required), refers or "", tuple(values.split(", ")) if values else ())


def held_table(held: str) -> tuple[str, bool]:
    """Return the table of what an object holds under a name, and whether it is a list: `phones` -> phone, True."""
    if held in SINGLE:
        return SINGLE[held], False
    if held in {"organization", "program", "location", "taxonomy_term"}:
        return held, False
    plurals = {_plural(name): name for name in tables()}
    return plurals[held], True


def _plural(name: str) -> str:
    if name in {"funding", "accessibility", "metadata"}:
        return name
    return name + ("es" if name.endswith("s") else "s")
