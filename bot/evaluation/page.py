"""A document as one HTML page in every language, made as the reports' are: it prints on A4 and reads on a phone."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from bot.evaluation.document import Document, Figure, Section, Table
from bot.evaluation.wording import say
from bot.insight.charts import bars
from bot.insight.content import Section as Bars
from bot.insight.paper import PAGE, PART, STYLE

OWN_STYLE = Path(__file__).parent / "page.css"
SECTION = Markup('<section class="{}"><h2>{}</h2>{}</section>')
TABLE = Markup('{}<table class="wide"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')


def html(documents: Sequence[Document]) -> bytes:
    """Return a document, given in every language, as one page."""
    first = documents[0]
    parts = Markup("\n").join(_part(one, documents[place - 1]) for place, one in enumerate(documents))
    style = Markup(STYLE.read_text("utf-8") + OWN_STYLE.read_text("utf-8"))  # noqa: S704 - ours
    return str(
        PAGE.format(language=first.language, title=first.title, owner=first.owner, style=style, parts=parts)
    ).encode()


def _part(document: Document, other: Document) -> Markup:
    *before, last = document.sections
    tiles = Markup("").join(_tile(figure, words, document) for figure, words in document.tiles)
    return PART.format(
        language=document.language,
        other=other.language,
        switch=say("other-language", document.language),
        title=document.title,
        owner=document.owner,
        days=document.days,
        lead=document.lead,
        tiles=Markup('<div class="tiles">{}</div>').format(tiles) if tiles else "",
        sections=Markup("\n").join(_section(section, document) for section in before),
        what=last.title,
        lines=Markup("").join(Markup("<li>{}</li>").format(line) for line in last.points),
    )


def _tile(figure: Figure, words: str, document: Document) -> Markup:
    line = Markup('<div class="tile{}"><b>{}</b>{}</div>')
    return line.format("" if figure.value is not None else " hidden", figure.said(document.language), words)


def _section(section: Section, document: Document) -> Markup:
    about = Markup("").join(Markup('<p class="about">{}</p>').format(line) for line in section.about)
    points = Markup("").join(Markup("<li>{}</li>").format(line) for line in section.points)
    tables = Markup("").join(_table(table, document) for table in section.tables)
    listed = Markup("<ul>{}</ul>").format(points) if points else Markup("")
    note = Markup('<p class="note">{}</p>').format(section.note) if section.note else Markup("")
    return SECTION.format(section.id, section.title, about + listed + tables + note)


def _table(table: Table, document: Document) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(word) for word in table.head)
    title = Markup("<h3>{}</h3>").format(table.title) if table.title else Markup("")
    return title + TABLE.format(_bars(table), head, Markup("").join(_rows(table, document)))


def _rows(table: Table, document: Document) -> list[Markup]:
    rows = []
    for row in table.rows:
        said = [cell.said(document.language) if isinstance(cell, Figure) else cell for cell in row.cells]
        named = zip(table.head[1:], said, strict=True)
        cells = Markup("").join(Markup('<td data-head="{}">{}</td>').format(*one) for one in named)
        rows.append(Markup('<tr><th scope="row">{}</th>{}</tr>').format(row.name, cells))
    return rows


def _bars(table: Table) -> Markup:
    """Draw a column of figures that are told, where it is worth it."""
    if table.bars is None:
        return Markup("")
    cells = [(row.beside or row.name, row.cells[table.bars]) for row in table.rows]
    told = tuple((name, int(cell.value)) for name, cell in cells if isinstance(cell, Figure) and cell.value)
    if len(told) < 2:  # noqa: PLR2004 - one bar says nothing
        return Markup("")
    return Markup(bars(Bars(table.id, "", "", told, ())))  # noqa: S704 - drawn there; it escapes the names
