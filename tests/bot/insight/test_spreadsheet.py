"""What comes from elsewhere is text in a spreadsheet: no cell of it becomes a formula, none acts on a screen."""

import csv
from pathlib import Path

import pytest

from bot.insight.spreadsheet import as_csv

ROOT = Path(__file__).parents[3]

CELLS = [
    ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
    ("=1+1", "'=1+1"),
    ("+39 059 000 0101", "'+39 059 000 0101"),
    ("-1+1|cmd", "'-1+1|cmd"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1+1", "'  =1+1"),
    ("\t=1+1", r"'\t=1+1"),
    ("\r=1+1", r"'\r=1+1"),
    ("\n=1+1", r"'\n=1+1"),
    ("\uff1d1+1", "'\uff1d1+1"),
    ("\u202e=1", r"\u202e=1"),
    ("a\x1b[31mb", r"a\u001b[31mb"),
    ("due\nrighe", r"due\nrighe"),
    ('a;"b"', 'a;"b"'),
    ("Carpi = Modena - 1", "Carpi = Modena - 1"),
    ("'già", "'già"),
    ("", ""),
    (-5, "-5"),
    (5, "5"),
]


@pytest.mark.parametrize(("cell", "written"), CELLS, ids=[repr(cell[0]) for cell in CELLS])
def test_a_cell_is_text_whatever_it_begins_with(cell: str | int, written: str) -> None:
    rows = list(csv.reader(as_csv([["prima", cell], [cell, "dopo"]]).decode("utf-8-sig").splitlines(), delimiter=";"))

    assert rows == [["prima", written], [written, "dopo"]]


def test_one_module_writes_csv() -> None:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]
    assert [file.name for file in files if "csv.writer" in file.read_text("utf-8")] == ["spreadsheet.py"]
