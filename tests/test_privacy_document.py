"""docs/privacy.md is true: every table and column is in its map, and its periods are those of the code."""

import importlib
import pkgutil
import re
from datetime import timedelta
from pathlib import Path

import pytest

import bot.store
from bot.conversation import sessions
from bot.conversation.effects import reminders
from bot.insight import gaps
from bot.people import retention
from bot.store.tables import metadata
from handlers import application, background_jobs

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


@pytest.mark.parametrize(
    ("table", "says", "period", "is_"),
    [
        ("conversation", "24 hours", sessions.KEPT, timedelta(hours=24)),
        ("conversation", "24 hours", retention.CONVERSATION, timedelta(hours=24)),
        ("voucher", "90 days", retention.VOUCHER, timedelta(days=90)),
        ("voucher", "two years", retention.OPEN_ENDED, timedelta(days=730)),
        ("person", "90 days", retention.PARTED, timedelta(days=90)),
        ("blocked", "a year", retention.BLOCKED, timedelta(days=365)),
        ("inbox", "48 hours", application.REMEMBERED, timedelta(hours=48)),
        ("outbox", "30 days", application.FAILURES_KEPT, timedelta(days=30)),
        ("notice", "48 hours", background_jobs.NOTICES_KEPT, timedelta(hours=48)),
        ("wrong_entry", "90 days", background_jobs.REPORTS_KEPT, timedelta(days=90)),
        ("unmet", "400 days", gaps.KEPT, timedelta(days=400)),
        ("reminder", "90 days", reminders.PATIENCE, timedelta(days=90)),
        ("press", "48 hours", application.REMEMBERED, timedelta(hours=48)),
    ],
)
def test_a_period_is_that_of_the_code(table: str, says: str, period: timedelta, is_: timedelta) -> None:
    assert says in ROWS[table][2]
    assert period == is_


def test_the_notice_uses_plain_words() -> None:
    notice = TEXT.partition("## Text for the notice")[2].partition("\n## ")[0].lower()
    assert not [word for word in ("utente", "interessato", "purtroppo", "suddett") if word in notice]
    for command in ("/imieidati", "/dimenticami", "/privacy"):
        assert command in notice
