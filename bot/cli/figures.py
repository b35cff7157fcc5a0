"""Tables of figures that fit a terminal of 80 columns."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table


def figures(title: str, first: str, *others: str) -> "Table":
    """Return an empty table: a column of names, and columns of numbers."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, collapse_padding=True, pad_edge=False)
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table
