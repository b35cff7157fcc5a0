"""The data map of docs/privacy.md, from the register: `python -m tests.privacy_map` writes it into the document."""

import importlib
import pkgutil
import re
from pathlib import Path

import bot.store
from bot.people.kept import Kept
from bot.people.register import REGISTER

DOCUMENT = Path(__file__).parents[1] / "docs" / "privacy.md"
HEAD = (
    "| table | columns | what and why | how long | `/imieidati` | `/dimenticami` | withdrawn | left |\n"
    + "|---" * 8
    + "|\n"
)
TABLE = re.compile(r"(?<=## Data map\n)(?:.*\n)*?(?=\n)")
FATES = {"goes": "goes", "let go": "loses the person", "ends": "goes with the last voucher", "stays": "stays"}

for module in pkgutil.iter_modules(bot.store.__path__, "bot.store."):
    importlib.import_module(module.name)  # each may bring tables


def data_map() -> str:
    """Return the table, a row for each table of the database."""
    return HEAD + "".join(_row(kept) for kept in REGISTER)


def with_map(text: str) -> str:
    """Return the document with the map as the register has it."""
    return TABLE.sub(lambda _: data_map(), text, count=1)


def _row(kept: Kept) -> str:
    columns = " ".join(f"`{column.name}`" for column in kept.table.columns)
    fates = (kept.forgotten, kept.withdrawn, kept.left)
    ours = ("shown", *(FATES[fate] for fate in fates)) if kept.marks else ("",) * 4
    return f"| {' | '.join((f'`{kept.table.name}`', columns, kept.what, kept.period, *ours))} |\n"


if __name__ == "__main__":
    DOCUMENT.write_text(with_map(DOCUMENT.read_text("utf-8")), "utf-8")
