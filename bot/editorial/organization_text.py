"""An organization, and the companies, as the text of their files: what every import writes, as people keep them."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from bot.catalogue.model import Company, Location, Offer, Organization, Service

SCHEMA = "# yaml-language-server: $schema=../schema/organization.json\n"
SCHEMA_OF_COMPANIES = "# yaml-language-server: $schema=schema/companies.json\n"
LONGEST = 130  # signs of a line: fields that fit stand between braces
BLOCKS: dict[str, type[BaseModel]] = {
    "services": Service,
    "offers": Offer,
    "locations": Location,
    "companies": Company,
}  # lists whose entries are ordered as their model
OPEN = {"services", "offers"}  # lists whose entries never stand between braces
BARE = {
    "id",
    "needs",
    "places",
    "companies",
    "who",
    "at",
    "town",
    "towns",
    "per",
    "voucher",
    "languages",
    "valid",
    "enrolment",
    "member",
}


def organization_text(organization: Mapping[str, Any]) -> str:
    """Return the YAML text of one organization.

    `organization` has the fields of its file as plain data: text, numbers, days, lists, and people's words as
    `{"it": …, "en": …}`. A field that is None, or an empty list or mapping, is left out.
    """
    out = io.StringIO()
    yaml_as_kept().dump(_block(_ordered(organization, Organization), 0), out)
    return SCHEMA + out.getvalue()


def companies_text(companies: Sequence[Mapping[str, Any]]) -> str:
    """Return the YAML text of all companies, an entry a line, from plain data as `organization_text` has it."""
    out = io.StringIO()
    yaml_as_kept().dump(_block({"companies": companies}, 0), out)
    return SCHEMA_OF_COMPANIES + out.getvalue()


def yaml_value(name: str, value: Any) -> Any:
    """Return the value of a field as it stands in a file, for who changes one."""
    return _value(name, value, 0)


def yaml_as_kept() -> YAML:
    """Return what reads and writes files as people keep them: quotes stay, no line is broken."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 100_000
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _ordered(fields: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    names = [info.alias or name for name, info in model.model_fields.items()]
    last = len(names)
    return {name: fields[name] for name in sorted(fields, key=lambda one: names.index(one) if one in names else last)}


def _block(fields: Mapping[str, Any], depth: int) -> CommentedMap:
    return CommentedMap((name, _value(name, value, depth)) for name, value in fields.items() if not _empty(value))


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, Mapping | list | tuple) and not value)


def _value(name: str, value: Any, depth: int) -> Any:
    if isinstance(value, Mapping):
        return _fields(name, value, depth + 2)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _entries(name, value, depth + 4)
    return _scalar(name, value)


def _fields(name: str, fields: Mapping[str, Any], depth: int) -> CommentedMap:
    made = _block(fields, depth)
    if depth + len(name) + _length(fields) <= LONGEST:
        made.fa.set_flow_style()
    return made


def _entries(name: str, entries: Sequence[Any], depth: int) -> CommentedSeq:
    if all(not isinstance(entry, Mapping) for entry in entries):
        made = CommentedSeq(_scalar(name, entry) for entry in entries)
        made.fa.set_flow_style()
        return made
    return CommentedSeq(_entry(name, entry, depth) for entry in entries)


def _entry(name: str, fields: Mapping[str, Any], depth: int) -> CommentedMap:
    if name in BLOCKS:
        fields = _ordered(fields, BLOCKS[name])
    return _block(fields, depth) if name in OPEN else _fields("", fields, depth)


def _length(value: Any) -> int:
    """Return how many signs a value takes between braces."""
    if isinstance(value, Mapping):
        return 2 + sum(len(str(name)) + 4 + _length(one) for name, one in value.items())
    if isinstance(value, list | tuple):
        return 2 + sum(2 + _length(one) for one in value)
    return len(str(value)) + 2


def _scalar(name: str, value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat() if name in BARE else value
    return value if name in BARE or not isinstance(value, str) else DoubleQuotedScalarString(value)
