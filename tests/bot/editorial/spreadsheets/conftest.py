"""A small folder for tables to go into, and a reader that knows two needs."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from bot.editorial.folder.files import files_of, load
from bot.editorial.spreadsheets.any_table import Asking, take
from bot.editorial.spreadsheets.importing import Folder, folder_of
from bot.editorial.spreadsheets.outcome import Outcome
from bot.editorial.spreadsheets.proposing import Proposal
from bot.vouchers.sheets import Row, Sheet
from tests.bot.editorial.spreadsheets.another_town import renamed
from tests.conftest import KNOWLEDGE

Rows = Sequence[Sequence[str]]


@pytest.fixture(scope="session")
def folder() -> Folder:
    """The folder of another town, that has a network and needs and nobody in it yet."""
    return folder_of(files_of(renamed(load(KNOWLEDGE).texts)))


def sheet(rows: Rows, name: str = "Foglio1", **more: Any) -> Sheet:
    return Sheet(name, [Row(number, list(row)) for number, row in enumerate(rows, start=1) if any(row)], **more)


def propose(text: str) -> Proposal:
    """Know who mentions a carer, and doubt everything else."""
    sure = "badante" in text.lower()
    return Proposal({"badante": 0.9} if sure else {"spesa-pasti": 0.4, "badante": 0.2}, sure=sure)


@pytest.fixture
def taken(folder: Folder) -> Callable[..., Outcome]:
    """Take rows, or sheets, into that folder."""

    def take_in(rows: Any, **answers: Any) -> Outcome:
        sheets = rows if rows and isinstance(rows[0], Sheet) else [sheet(rows)]
        return take(folder, sheets, "it", Asking(propose, **answers))

    return take_in
