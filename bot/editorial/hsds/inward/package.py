"""A package that was read: its rows joined by their ids, what is whole apart from what is refused."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from bot.editorial.hsds.fields import Row, Tables
from bot.editorial.hsds.inward import csv_rows, json_rows
from bot.editorial.hsds.inward.older import modern
from bot.editorial.hsds.inward.refusal import Refusal
from bot.editorial.hsds.inward.source import DESCRIPTION, BadPackage
from bot.editorial.hsds.making import ENGLISH, MARK
from bot.editorial.hsds.outward.places import AREA

TRIED = ("organization", "service")  # tables of which two rows with one id must say the same


@dataclass(frozen=True)
class Package:
    """Rows by table; `refused` are files that cannot be read, and ids that stand for two things."""

    rows: Tables
    refused: tuple[Refusal, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, dict[str, Row]]:
        return {name: {row["id"]: row for row in rows} for name, rows in self.rows.items()}

    @cached_property
    def _held(self) -> dict[tuple[str, str, str], list[Row]]:
        found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for name, rows in self.rows.items():
            for row in rows:
                for field_, value in row.items():
                    if field_.endswith("_id"):
                        found[name, field_, value].append(row)
        return found

    def of(self, table: str, owner: str, number: str) -> list[Row]:
        """Return the rows of a table that belong to a row: `of("phone", "service", …)`."""
        return self._held.get((table, f"{owner}_id", number), [])

    def attributes(self, number: str) -> list[tuple[Row, Row]]:
        """Return the attributes of a row with their terms."""
        terms = self.by_id.get("taxonomy_term", {})
        links = self._held.get(("attribute", "link_id", number), [])
        return [(link, terms[link["taxonomy_term_id"]]) for link in links if link.get("taxonomy_term_id") in terms]

    def codes(self, number: str, taxonomy: str) -> list[str]:
        """Return the codes of a taxonomy of ours that a row has, without the taxonomy's name."""
        begin = f"{taxonomy}:"
        found = [str(term.get("code", "")) for _, term in self.attributes(number)]
        return [code.removeprefix(begin) for code in found if code.startswith(begin)]

    def marks(self, number: str) -> "Marks":
        found: dict[str, list[str]] = defaultdict(list)
        for link, term in self.attributes(number):
            code = str(term.get("code", ""))
            if code.startswith(f"{MARK}:") and "value" in link:
                found[code.removeprefix(f"{MARK}:")].append(str(link["value"]))
        return Marks(found)


@dataclass(frozen=True)
class Marks:
    """What a row of ours says beside the fields of HSDS."""

    said: Mapping[str, list[str]] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        return next(iter(self.said.get(name, ())), None)

    def all(self, name: str) -> list[str]:
        return list(self.said.get(name, ()))

    def english(self, name: str) -> str | None:
        return self.get(name + ENGLISH)

    def text(self, name: str) -> dict[str, str | None] | None:
        """Return a text that is a mark in both languages."""
        italian = self.get(name)
        return {"it": italian, "en": self.english(name)} if italian else None


def read(files: Mapping[str, bytes]) -> Package:
    """Return the rows of a package: of its CSV files where there are any, else of its JSON. Raises BadPackage.

    A file that cannot be read is refused by its name; where no other says anything, BadPackage says why.
    """
    found: dict[str, list[Row]] = defaultdict(list)
    faults: list[BadPackage] = []
    for name, data in _chosen(files).items():
        try:
            for table, rows in _rows(name, data).items():
                found[table] += rows
        except BadPackage as fault:
            faults.append(fault)
    if not any(found.get(table) for table in TRIED):
        raise faults[0] if faults else BadPackage("nothing")
    joined, twice = _joined(modern(found))
    return Package(joined, (*(_of_file(fault) for fault in faults), *twice))


def _chosen(files: Mapping[str, bytes]) -> dict[str, bytes]:
    tabular = {name: data for name, data in files.items() if name.lower().endswith(".csv") and csv_rows.table_of(name)}
    whole = {name: data for name, data in files.items() if name.lower().endswith(".json")}
    return tabular or {name: data for name, data in whole.items() if PurePath(name).name != DESCRIPTION}


def _rows(name: str, data: bytes) -> Tables:
    if name.lower().endswith(".json"):
        return json_rows.read(data, name)
    return {csv_rows.table_of(name): csv_rows.read(data, name)}


def _of_file(fault: BadPackage) -> Refusal:
    return Refusal(str(fault.values.get("file", "-")), f"file-{fault.variant}", fault.values)


def _joined(found: Tables) -> tuple[Tables, list[Refusal]]:
    """Return the rows with each id once: rows that add to each other are one, those that differ are refused."""
    made: Tables = {}
    refused: list[Refusal] = []
    for name, rows in found.items():
        known: dict[str, Row] = {}
        for row in map(_tidy, rows):
            before = known.setdefault(row["id"], {})
            differing = _differing(before, row)
            if differing and name in TRIED:
                refused.append(Refusal(row["id"], "twice", {"table": name, "field": differing[0]}))
            before.update({field: value for field, value in row.items() if field not in before})
        bad = {one.id for one in refused if one.values.get("table") == name}
        made[name] = [row for row in known.values() if row["id"] not in bad]
    return made, list({one.id: one for one in refused}.values())


def _differing(row: Row, other: Row) -> list[str]:
    return [name for name in row if name in other and row[name] != other[name]]


def _tidy(row: Row) -> Row:
    """Return a row with ids in one form and without the fields that say nothing."""
    said = {name: value for name, value in row.items() if value not in {None, ""}}
    return {name: str(value).strip().lower() if _is_id(name) else value for name, value in said.items()}


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")


def left_out(package: Package, taken: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return how often a package says what is not taken over, by `table.field`."""
    counted: Counter[str] = Counter()
    for name, rows in package.rows.items():
        known = {"id", *taken.get(name, ())}
        for row in rows:
            if row.get("extent_type") == AREA:
                continue
            counted.update(f"{name}.{said}" for said in row if said not in known and not said.endswith("_id"))
    return dict(counted.most_common())
