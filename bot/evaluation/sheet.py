"""A document's figures and sentences as a spreadsheet: whatever the page says can be looked up here."""

from collections.abc import Iterator, Sequence

from bot.evaluation.document import Document, Figure
from bot.evaluation.wording import say
from bot.insight.spreadsheet import as_csv

HEADS = ("csv-value", "csv-unit", "csv-base", "csv-low", "csv-high", "csv-note")
COLUMNS = ("value", "base", "low", "high")


def sheet(documents: Sequence[Document]) -> bytes:
    """Return a document, given in every language, as CSV."""
    languages = [one.language for one in documents]
    names = [say("csv-name", language) + f" ({language})" for language in languages]
    rows: list[list[str | int]] = [["id", *names, *(say(head, languages[0]) for head in HEADS)]]
    for named in zip(*(one.figures() for one in documents), strict=True):
        figure = named[0][1]
        rows.append([figure.id, *(name for name, _ in named), *_figure(figure, languages)])
    together = zip(*(_sentences(one) for one in documents), strict=True)
    unit = _all("unit-text", languages)
    rows.extend([texts[0][0], *(text for _, text in texts), "", unit, "", "", "", ""] for texts in together)
    return as_csv(rows)


def _figure(figure: Figure, languages: Sequence[str]) -> list[str | int]:
    value, base, low, high = (_number(getattr(figure, column)) for column in COLUMNS)
    note = "" if figure.value is not None else _all("hidden", languages)
    return [value, _unit(figure.unit, languages), base, low, high, note]


def _number(value: object) -> str | int:
    """Return a number as it is read in spreadsheets of this country, or nothing."""
    if value is None or isinstance(value, int):
        return "" if value is None else value
    return str(value).replace(".", ",")


def _unit(unit: str, languages: Sequence[str]) -> str:
    return _all(f"unit-{unit}", languages)


def _all(phrase: str, languages: Sequence[str]) -> str:
    return " / ".join(say(phrase, language) for language in languages)  # type: ignore[arg-type]


def _sentences(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what is said beside the tables, and the cells of tables that are words."""
    yield from (("text.title", document.title), ("text.owner", document.owner), ("text.days", document.days))
    yield "text.lead", document.lead
    for section in document.sections:
        yield from ((f"text.{section.id}.{n}", text) for n, text in enumerate(section.sentences, start=1))
        for table in section.tables:
            for number, row in enumerate(table.rows, start=1):
                words = [cell for cell in row.cells if isinstance(cell, str) and any(map(str.isdigit, cell))]
                yield from ((f"text.{table.id}.{number}", f"{row.name}: {word}") for word in words)
