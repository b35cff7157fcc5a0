"""HSDS's JSON as rows: a service, an organization, a page or a list of them, or all by the names of the tables."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.editorial.hsds.fields import Tables, held_table, tables
from bot.editorial.hsds.inward.source import BadPackage

DEEPEST = 30  # objects inside each other; a whole service has six
SERVICE = {"status", "organization", "application_process", "service_at_locations", "eligibility_description"}
FIRST = "organization"  # of what is in a service: it says the order of its places
ORGANIZATION = {"services", "locations", "programs", "organization_identifiers", "website", "legal_status", "tax_id"}


def read(data: bytes, name: str) -> Tables:
    """Return the rows of one file; an object inside another is a row that says whose it is. Raises BadPackage."""
    try:
        said = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadPackage("encoding", file=name) from None
    except json.JSONDecodeError as error:
        raise BadPackage("json", file=name, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise BadPackage("deep", file=name) from None
    rows = _Rows(name)
    for table, one in _objects(said, name):
        rows.take(table, one, {}, 0)
    return rows.tables


def _objects(said: Any, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the objects of a file with their tables. Raises BadPackage."""
    if isinstance(said, list):
        for one in said:
            yield from _objects(one, name)
        return
    if not isinstance(said, dict):
        raise BadPackage("shape", file=name)
    inside = said.get("contents", said.get("items"))
    if isinstance(inside, list):
        yield from _objects(inside, name)
    elif table := _table(said):
        yield table, said
    else:
        yield from _by_table(said, name)


def _table(said: Mapping[str, Any]) -> str:
    if "name" not in said or "id" not in said:
        return ""
    return "organization" if ORGANIZATION & said.keys() and not SERVICE & said.keys() else "service"


def _by_table(said: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    found = [(held, rows) for held, rows in said.items() if isinstance(rows, list) and _held(held)]
    if not found:
        raise BadPackage("shape", file=name)
    for held, rows in found:
        yield from ((_held(held), row) for row in rows if isinstance(row, dict))


def _held(name: str) -> str:
    """Return the table that is held under a name; nothing for a name of another kind."""
    if name in tables():
        return name
    try:
        return held_table(name)[0]
    except KeyError:
        return ""


class _Rows:
    """Rows that are being gathered; an object without an id gets one from its place in the file."""

    def __init__(self, name: str) -> None:
        self.tables: Tables = {}
        self._name = name

    def take(self, table: str, said: Mapping[str, Any], owner: Mapping[str, str], depth: int) -> str:
        """Take an object with all that is in it, and return its id. Raises BadPackage."""
        if depth > DEEPEST:
            raise BadPackage("deep", file=self._name)
        rows = self.tables.setdefault(table, [])
        number = str(said.get("id") or f"{self._name}#{table}{len(rows)}")
        row = {**_plain(said), **owner, "id": number}
        if table == "attribute":
            row = {**row, "link_id": next(iter(owner.values()), row.get("link_id"))}
        rows.append(row)
        for held, inside in sorted(said.items(), key=lambda one: one[0] != FIRST):
            if isinstance(inside, dict | list) and (child := _held(held)):
                self._inside(table, row, child, inside, depth + 1)
        return number

    def _inside(self, table: str, row: dict[str, Any], child: str, inside: Any, depth: int) -> None:
        if isinstance(inside, dict):
            row[f"{child}_id"] = self.take(child, inside, {}, depth)
            return
        for one in inside:
            if isinstance(one, dict):
                self.take(child, one, {f"{table}_id": row["id"]}, depth)


def _plain(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if not isinstance(value, dict | list)}
