"""An organization's data becomes the text of a file that means the same and reads well."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.editorial.organization_text import organization_text
from bot.editorial.tree import parse
from tests.conftest import KNOWLEDGE

FILES = sorted((KNOWLEDGE / "organizations").glob("*.yaml"))


def read(text: str) -> object:
    return parse(text.encode(), "").value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_organization_that_is_written_again_says_what_it_said(file: Path) -> None:
    said = read(file.read_text("utf-8"))

    assert isinstance(said, dict)
    assert read(organization_text(said)) == said


def test_fields_come_in_the_order_of_their_model_and_what_is_empty_is_left_out() -> None:
    text = organization_text(
        {"services": [], "contact": {"phone": "0115551234", "web": None}, "about": None, "name": "NO", "id": "no"}
    )

    assert text.splitlines()[1:] == ["id: no", 'name: "NO"', 'contact: {phone: "0115551234"}']


@pytest.mark.parametrize("words", ["a: b", "# no", '"quoted" \\ and', "two\nlines", "- dash", "{brace", "è così"])
def test_words_of_every_kind_come_back_as_they_were(words: str) -> None:
    assert read(organization_text({"id": "one", "name": words})) == {"id": "one", "name": words}


def test_numbers_and_days_stand_bare() -> None:
    service = {"id": "one", "price": {"amount": Decimal("7.50")}, "checked_on": date(2026, 11, 5)}

    text = organization_text({"id": "org", "name": "Org", "services": [service]})

    assert "price: {amount: 7.5}" in text
    assert "checked_on: 2026-11-05" in text
