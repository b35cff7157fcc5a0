"""Writing a package: the tables as CSV with their description, and every service as a file of JSON."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from bot.editorial.hsds.fields import Field, Row, Table, Tables, tables
from bot.editorial.hsds.outward.json_shape import Shapes
from bot.errors import CannotRun

DESCRIPTION = "datapackage.json"
SERVICES = "services"
NAME = "kmzero-hsds"
TYPES = {"text": "string", "uuid": "string", "email": "string", "uri": "string"}


def write(package: Tables, folder: Path) -> int:
    """Write a package into a folder that is empty, missing, or an earlier one of ours; return how many services it has.

    Raises CannotRun where the folder holds something else; OSError passes.
    """
    _make_room(folder)
    for table in tables().values():
        (folder / table.file).write_text(_csv(table, package[table.name]), "utf-8", newline="")
    (folder / DESCRIPTION).write_text(_json(description()), "utf-8")
    services = Shapes(package).services()
    for service in services:
        (folder / SERVICES / f"{service['id']}.json").write_text(_json(service), "utf-8")
    return len(services)


def _make_room(folder: Path) -> None:
    """Take away the services of an earlier package, which may not be there any more; nothing that is not ours."""
    there = list(folder.iterdir()) if folder.is_dir() else []
    if there and not _is_ours(folder / DESCRIPTION):
        raise CannotRun(f"{folder}: there is something in it that is no package of this program: name an empty folder")
    (folder / SERVICES).mkdir(parents=True, exist_ok=True)
    for file in (folder / SERVICES).glob("*.json"):
        file.unlink()


def _is_ours(file: Path) -> bool:
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("name") == NAME


def _csv(table: Table, rows: list[Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, table.names, lineterminator="\r\n")  # RFC 4180
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def description() -> dict[str, Any]:
    """Return the description of the tables as a tabular data package has it (Frictionless, version 1)."""
    return {
        "name": NAME,
        "title": "Human services in the tables of HSDS 3.0",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables().values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    foreign = [
        {"fields": field.name, "reference": {"resource": field.refers, "fields": "id"}}
        for field in table.fields
        if field.refers
    ]
    schema = {"primaryKey": "id", "fields": [_field(field) for field in table.fields]}
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": foreign} if foreign else {}),
    }


def _field(field: Field) -> dict[str, Any]:
    said: dict[str, Any] = {"name": field.name, "type": TYPES.get(field.type, field.type)}
    if field.type in {"uuid", "email", "uri"}:
        said["format"] = field.type
    held: dict[str, Any] = {"required": True} if field.required else {}
    if field.values:
        held |= {"enum": list(field.values)}
    return said | ({"constraints": held} if held else {})
