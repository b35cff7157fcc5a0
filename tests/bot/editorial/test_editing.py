"""A field changes in the text of a file, and nothing else does."""

from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest

from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial.editing import Field, NotEditable, changed, file_of
from bot.editorial.tree import parse

TEXT = """\
# Tenuto da Rita: chiamare prima di cambiare.
id: il-girasole
name: Il Girasole   # senza "Cooperativa"
contact: {phone: "059 000 0101", email: ciao@girasole.example.org}

services:
  # Il più chiesto.
  - id: casa-sicura
    price: {amount: 18, per: month}  # fino a giugno
    hours: "Mo-Fr 09:00-17:00; PH off"
    checked_on: 2026-11-02

  - id: altro
    price: {free: true}
    hours: 'Mo 09:00-10:00'
    contact: {phone: '059 000 0202'}
"""


def _lines(before: str, after: str) -> list[str]:
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("service", "field", "value", "lines"),
    [
        (
            "casa-sicura",
            "price",
            {"amount": "20.50"},
            [
                "-     price: {amount: 18, per: month}  # fino a giugno",
                "+     price: {amount: 20.5, per: month} # fino a giugno",
            ],
        ),
        (
            "casa-sicura",
            "price",
            {"from": "15", "to": "25"},
            [
                "-     price: {amount: 18, per: month}  # fino a giugno",
                "+     price: {from: 15, to: 25, per: month} # fino a giugno",
            ],
        ),
        ("altro", "price", {"amount": "7"}, ["-     price: {free: true}", "+     price: {amount: 7}"]),
        (
            "casa-sicura",
            "hours",
            "Sa 09:00-12:00",
            ['-     hours: "Mo-Fr 09:00-17:00; PH off"', '+     hours: "Sa 09:00-12:00"'],
        ),
        (
            "altro",
            "phone",
            "059 000 0303",
            ["-     contact: {phone: '059 000 0202'}", '+     contact: {phone: "059 000 0303"}'],
        ),
        ("casa-sicura", "checked_on", "2026-11-24", ["-     checked_on: 2026-11-02", "+     checked_on: 2026-11-24"]),
        ("altro", "checked_on", "2026-11-24", ["+     checked_on: 2026-11-24"]),
        ("casa-sicura", "suspended", "in ferie: torna a gennaio", ['+     suspended: "in ferie: torna a gennaio"']),
        ("casa-sicura", "suspended", None, []),
    ],
)
def test_only_the_line_of_the_field_changes(service: str, field: Field, value: Any, lines: list[str]) -> None:
    found = [line for line in _lines(TEXT, changed(TEXT, service, field, value)) if not line.startswith("?")]
    assert sorted(found) == sorted(lines)


def test_the_number_of_the_organization_changes_where_the_service_has_none() -> None:
    after = changed(TEXT, "casa-sicura", "phone", "059 000 0909")
    assert 'contact: {phone: "059 000 0909", email: ciao@girasole.example.org}' in after
    assert "059 000 0202" in after


def test_a_service_that_no_file_has_is_not_editable() -> None:
    with pytest.raises(NotEditable):
        changed(TEXT, "nobody", "hours", "24/7")
    with pytest.raises(NotEditable):
        file_of({"organizations/il-girasole.yaml": TEXT}, "nobody")


@pytest.mark.parametrize("file", sorted((SHIPPED_KNOWLEDGE / "organizations").glob("*.yaml")), ids=lambda f: f.stem)
def test_every_shipped_file_keeps_its_comments_and_order(file: Path) -> None:
    text = file.read_text("utf-8")
    said: Any = parse(text.encode(), file.name).value
    service = said["services"][0]["id"]
    after = changed(text, service, "checked_on", "2030-01-01")
    assert len([line for line in _lines(text, after) if not line.startswith("?")]) == 2
    assert file_of({f"organizations/{file.name}": text}, service) == f"organizations/{file.name}"
