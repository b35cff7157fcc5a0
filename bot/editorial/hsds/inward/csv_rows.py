"""CSV as rows: files of HSDS 3.0 and of 1.1 by their names, headings as both versions and their users write them."""

import csv
import io
from pathlib import PurePath
from typing import Any

from bot.editorial.hsds.fields import Row, tables
from bot.editorial.hsds.inward.older import FILES, LISTS, RENAMED
from bot.editorial.hsds.inward.source import BadPackage

LONGEST = 1_000_000  # signs of a field
MOST = 200_000  # rows of a file


def table_of(name: str) -> str:
    """Return the table of a file: `services.csv` -> service; nothing for a file that is none of HSDS."""
    stem = PurePath(name).stem.lower().replace("-", "_")
    ours = {PurePath(table.file).stem: one for one, table in tables().items()}
    return ours.get(stem) or FILES.get(stem) or (stem if stem in tables() else "")


def read(data: bytes, name: str) -> list[Row]:
    """Return the rows of one file, without the fields that say nothing. Raises BadPackage."""
    table = table_of(name)
    csv.field_size_limit(LONGEST)
    text = _decoded(data)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        heads = [_field(table, head) for head in next(reader, [])]
        rows = [_row(heads, cells) for _, cells in zip(range(MOST), reader, strict=False) if any(cells)]
    except csv.Error:
        raise BadPackage("csv", file=name) from None
    if not {"id", "name"} & set(heads) and table in {"organization", "service", "location"}:
        raise BadPackage("heads", file=name)
    return [{"id": f"{name}#{number}"} | row for number, row in enumerate(rows, start=2)]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)


def _field(table: str, head: str) -> str:
    """Return a field's name as 3.0 has it: `service_uuid` of a service is its id, `organization_uuid` another's."""
    whole = "_".join(head.strip().lower().split())
    known = {*LISTS, *(tables()[table].names if table in tables() else ())}
    said = whole if whole in known else whole.removeprefix(f"{table}_")
    if said == "uuid" or said.endswith("_uuid"):
        said = said.removesuffix("uuid") + "id"
    return RENAMED.get(table, {}).get(said, said)


def _row(heads: list[str], cells: list[str]) -> dict[str, Any]:
    return {head: cell.strip() for head, cell in zip(heads, cells, strict=False) if head and cell.strip()}
