"""Services in HSDS's JSON: each whole, with its organization and places inside."""

from collections import defaultdict
from typing import Any

from bot.editorial.hsds.fields import Row, Tables, held_table, tables

OWNER = {
    "attribute": "link_id"
}  # the field with the id of the row that holds it, where it is not named after its table


class Shapes:
    """Rows by the id of what holds them, so that each object is found at once."""

    def __init__(self, package: Tables) -> None:
        self._rows = {name: {row["id"]: row for row in rows} for name, rows in package.items()}
        self._held: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for name, rows in package.items():
            for row in rows:
                for field in tables()[name].fields:
                    if (field.refers or field.name == "link_id") and field.name in row:
                        self._held[name, row[field.name]].append(row)

    def services(self) -> list[dict[str, Any]]:
        """Return all services as objects of HSDS."""
        return [self._object("service", row, ()) for row in self._rows["service"].values()]

    def _object(self, name: str, row: Row, above: tuple[str, ...]) -> dict[str, Any]:
        """Return a row with all that it holds; what refers to an object above is left out, for it stands inside it."""
        inside = (*above, name)
        found = {field: value for field, value in row.items() if not self._is_above(name, field)}
        for held in tables()[name].holds:
            table, many = held_table(held)
            if table in inside:
                continue
            objects = [self._object(table, one, inside) for one in self._of(row, table, many=many)]
            if objects:
                found[held] = objects if many else objects[0]
        return found

    def _of(self, row: Row, table: str, *, many: bool) -> list[Row]:
        if many:
            return self._held.get((table, row["id"]), [])
        key = row.get(f"{table}_id")
        return [self._rows[table][key]] if key in self._rows[table] else []

    @staticmethod
    def _is_above(name: str, field: str) -> bool:
        return any(one.name == field and one.refers for one in tables()[name].fields) and name != "attribute"
