"""On paper no heading and no row of a table is left alone."""

import pypdfium2
import pytest

from bot.evaluation.document import Document, Row, Section, Table
from bot.evaluation.flow import paper


def pages(rows: int) -> list[str]:
    """Return what stands on each page of a document with so many rows, and a second section after them."""
    table = Table("one", ("Name", "Value"), tuple(Row(f"row {n}", ("x",)) for n in range(rows)))
    other = Table("two", ("Name", "Value"), (Row("inside", ("x",)), Row("deeper", ("x",))), "Question")
    second = Section("two", "Second", ("Said before. " * 16,), (), (other,))
    third = Section("three", "Third", (), tuple(f"point {n}" for n in range(20)))
    sections = (Section("one", "First", tables=(table,)), second, third)
    document = Document("x", "en", "Title", "Owner", "Days", "Lead", (), sections)
    with pypdfium2.PdfDocument(paper(document)) as read:
        return [page.get_textpage().get_text_range() for page in read]


@pytest.mark.parametrize("rows", range(20, 45))
def test_a_heading_stays_with_its_table_and_a_last_row_with_the_one_before(rows: int) -> None:
    found = pages(rows)
    assert all(text.count("row ") != 1 for text in found)
    assert [("Second" in text, "Question" in text) for text in found if "Second" in text] == [(True, True)]
    assert [text.count("point ") for text in found if "Third" in text] == [20], "a list stays on its page"
