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
            "altro",
            "price",
            {"note": {"it": "secondo ISEE", "en": "ISEE"}},
            ["-     price: {free: true}", '+     price: {note: {it: "secondo ISEE", en: "ISEE"}}'],
        ),
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
        ("casa-sicura", "full_until", "2027-01-15", ["+     full_until: 2027-01-15"]),
        ("altro", "silent_since", "2026-11-24", ["+     silent_since: 2026-11-24"]),
        ("altro", "full_until", None, []),
    ],
)
def test_only_the_line_of_the_field_changes(service: str, field: Field, value: Any, lines: list[str]) -> None:
    found = [line for line in _lines(TEXT, changed(TEXT, service, field, value)) if not line.startswith("?")]
    assert sorted(found) == sorted(lines)


def test_who_confirms_a_service_has_spoken_to_them() -> None:
    silent = changed(TEXT, "casa-sicura", "silent_since", "2026-11-24")
    assert "silent_since" in silent
    assert changed(silent, "casa-sicura", "checked_on", "2026-11-24") == changed(
        TEXT, "casa-sicura", "checked_on", "2026-11-24"
    )


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


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("price: gratis", {"amount": "7"}, "price: {amount: 7}"),
        ('price: "12 €/h"', {"amount": "15"}, "price: {amount: 15, per: hour}"),
        ('price: "secondo ISEE"', {"amount": "15"}, "price: {amount: 15}"),
        (
            "price: {note: {it: secondo ISEE, en: ISEE}}",
            {"amount": "15", "per": "month"},
            "price: {amount: 15, per: month}",
        ),
        (
            "price: {amount: 7, note: {it: a testa, en: each}}",
            {"amount": "8"},
            "price: {amount: 8, note: {it: a testa, en: each}}",
        ),
        ("price: {amount: 7, per: hour}", {"note": {"it": "su preventivo"}}, 'price: {note: {it: "su preventivo"}}'),
    ],
)
def test_a_price_in_words_and_one_in_figures_take_each_others_place(before: str, value: Any, after: str) -> None:
    text = TEXT.replace("price: {free: true}", before)

    assert f"    {after}\n" in changed(text, "altro", "price", value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'contact: {phones: [{number: "059 1", extension: "3"}]}',
            'contact: {phones: [{number: "059 9", extension: "3"}]}',
        ),
        (
            'contact: {phone: "059 1", phones: [{number: "059 2"}]}',
            'contact: {phone: "059 9", phones: [{number: "059 2"}]}',
        ),
    ],
)
def test_the_number_to_call_changes_where_it_stands(before: str, after: str) -> None:
    text = TEXT.replace("contact: {phone: '059 000 0202'}", before)

    assert f"    {after}\n" in changed(text, "altro", "phone", "059 9")


def test_values_that_only_look_like_numbers_stay_as_they_are() -> None:
    text = TEXT.replace("    hours: 'Mo", "    offers: [{id: a, code: 0012}, {id: b, code: 12E5}]\n    hours: 'Mo")
    text = text.replace('phone: "059 000 0101"', "phone: 0590000101").replace(
        "phone: '059 000 0202'", "phone: 0546000202"
    )

    found = changed(text, "altro", "price", {"amount": "7"})

    for said in ("code: 0012", "code: 12E5", "phone: 0590000101", "phone: 0546000202"):
        assert said in found
