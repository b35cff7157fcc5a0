"""docs/privacy.md is true: every table and column is in its map, and its periods are those of the code."""

import importlib
import pkgutil
import re
from datetime import timedelta
from pathlib import Path

import pytest

import bot.store
from bot.store.tables import metadata
from bot.upkeep import DUTIES, Duty

TEXT = (Path(__file__).parents[1] / "docs" / "privacy.md").read_text("utf-8")
ROWS = {
    cells[0].strip("`"): cells[1:]
    for line in TEXT.partition("## Data map")[2].partition("\n## ")[0].splitlines()
    if line.startswith("| `") and (cells := [cell.strip() for cell in line.strip("|").split("|")])
}
for module in pkgutil.iter_modules(bot.store.__path__, "bot.store."):
    importlib.import_module(module.name)  # each may bring tables


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_every_column_is_in_the_map_with_its_reason_and_its_period(table: str) -> None:
    assert table in ROWS, f"docs/privacy.md says nothing about the table {table}"
    columns, why, period = ROWS[table]
    assert set(re.findall(r"`(\w+)`", columns)) == set(metadata.tables[table].columns.keys())
    assert why
    assert period


def test_the_map_names_no_table_that_is_not_there() -> None:
    assert set(ROWS) == set(metadata.tables)


@pytest.mark.parametrize("table", sorted(ROWS))
def test_a_period_is_that_of_the_table_of_duties(table: str) -> None:
    said = [timedelta(**{unit: int(number)}) for number, unit in re.findall(r"(\d+) (hours|days)", ROWS[table][2])]
    done = [duty.kept for duty in DUTIES if duty.table == table and duty.kept]
    assert sorted(said) == sorted(done)


@pytest.mark.parametrize("duty", [duty for duty in DUTIES if duty.kept], ids=lambda duty: duty.what)
def test_what_is_over_goes_soon(duty: Duty) -> None:
    """The document says how long a thing is kept, not how long and a day."""
    assert duty.kept
    assert duty.every <= duty.kept / 7


def test_the_notice_uses_plain_words() -> None:
    notice = TEXT.partition("## Text for the notice")[2].partition("\n## ")[0].lower()
    assert not [word for word in ("utente", "interessato", "purtroppo", "suddett") if word in notice]
    for command in ("/imieidati", "/dimenticami", "/privacy"):
        assert command in notice
