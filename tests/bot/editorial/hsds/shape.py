"""What is wrong with rows and objects of HSDS, by the program's own description of its fields."""

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any
from uuid import UUID

from bot.editorial.hsds.fields import Field, Row, Tables, held_table, tables

MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
READERS: dict[str, Callable[[str], object]] = {
    "uuid": UUID,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
ADDRESS = re.compile(r"https?://\S+")


def faults_of_tables(package: Tables) -> Iterator[str]:
    """Yield every fault of a package: of its fields, its ids, and its references."""
    ids = {name: [row["id"] for row in rows] for name, rows in package.items()}
    for name, rows in package.items():
        if len(set(ids[name])) < len(rows):
            yield f"{name}: an id twice"
        for row in rows:
            yield from faults_of_row(name, row)
            for field in tables()[name].fields:
                if field.refers and row.get(field.name) not in {None, *ids[field.refers]}:
                    yield f"{name}.{field.name}: {row[field.name]} is no {field.refers}"


def faults_of_row(name: str, row: Row) -> Iterator[str]:
    known = {field.name: field for field in tables()[name].fields}
    yield from (f"{name}.{said}: unknown" for said in row.keys() - known.keys())
    for field in known.values():
        if field.name not in row:
            yield from [f"{name}.{field.name}: missing"] if field.required else ()
        elif not _fits(field, row[field.name]):
            yield f"{name}.{field.name}: {row[field.name]!r} is no {field.type}"


def faults_of_object(name: str, said: dict[str, Any], *, inside: bool = False) -> Iterator[str]:
    """Yield the faults of an object of JSON; ids of what it stands inside are left out there."""
    held = {one for one in said if one in tables()[name].holds}
    refers = {field.name: "-" for field in tables()[name].fields if field.refers or field.name == "link_id"}
    row = {field: value for field, value in said.items() if field not in held}
    yield from (fault for fault in faults_of_row(name, refers | row) if not fault.endswith("'-' is no uuid"))
    for one in held:
        table, many = held_table(one)
        for child in said[one] if many else [said[one]]:
            yield from faults_of_object(table, child, inside=True)


def _fits(field: Field, value: Any) -> bool:
    if field.values:
        return value in field.values
    if field.type == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str) and bool(value) and _reads(field.type, value)


def _reads(kind: str, value: str) -> bool:
    try:
        READERS.get(kind, str)(value)
    except ValueError:
        return False
    return {"email": MAIL, "uri": ADDRESS}.get(kind, re.compile(r"(?s).+")).fullmatch(value) is not None
