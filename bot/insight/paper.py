"""A report as files: one HTML page in both languages that prints on A4, a CSV, and the pictures for the chat."""

from pathlib import Path

from markupsafe import Markup

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import LANGUAGES
from bot.insight.charts import bars
from bot.insight.content import Content, Section, Tile, compose
from bot.insight.ledger import Report
from bot.insight.spreadsheet import as_csv
from bot.insight.summary import summary
from bot.insight.wording import say

STYLE = Path(__file__).parent / "report.css"
PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title} · {owner}</title>\n<style>{style}</style>\n</head>\n<body>\n{parts}\n</body>\n</html>\n"
)
PART = Markup(
    '<main lang="{language}" id="{language}">\n<nav><a href="#{other}" lang="{other}">{switch}</a></nav>\n'
    '<h1>{title}</h1>\n<p class="owner">{owner}</p>\n<p class="days">{days}</p>\n<p>{lead}</p>\n'
    '{tiles}\n{sections}\n<section class="what"><h2>{what}</h2><ul>{lines}</ul></section>\n</main>'
)


def pages(report: Report, before: Report | None, catalogue: Catalogue) -> dict[str, bytes]:
    """Return the files of a report by name, in every language."""
    contents = [compose(report, before, catalogue, language) for language in LANGUAGES]
    names = f"kmzero-{report.id}-{report.quarter}"
    made = {f"{names}.html": _html(contents).encode(), f"{names}.csv": _sheet(contents)}
    return made | {f"{names}.{content.language}.png": summary(content) for content in contents}


def _html(contents: list[Content]) -> str:
    first = contents[0]
    parts = Markup("\n").join(_part(content, contents[place - 1]) for place, content in enumerate(contents))
    style = Markup(STYLE.read_text(encoding="utf-8"))  # noqa: S704 - ours
    return str(PAGE.format(language=first.language, title=first.title, owner=first.owner, style=style, parts=parts))


def _part(content: Content, other: Content) -> Markup:
    tiles = Markup("").join(_tile(tile, content) for tile in content.tiles)
    return PART.format(
        language=content.language,
        other=other.language,
        switch=say("other-language", content.language),
        title=content.title,
        owner=content.owner,
        days=content.days,
        lead=content.lead,
        tiles=Markup('<div class="tiles">{}</div>').format(tiles) if content.tiles else "",
        sections=Markup("\n").join(_section(section, content) for section in content.sections),
        what=say("what", content.language),
        lines=Markup("").join(Markup("<li>{}</li>").format(line) for line in content.what),
    )


def _tile(tile: Tile, content: Content) -> Markup:
    told = str(tile.people) if tile.people is not None else say("hidden", content.language)
    line = Markup('<div class="tile{}"><b>{}</b>{}<small>{}</small><small>{}</small></div>')
    return line.format("" if tile.people is not None else " hidden", told, tile.name, tile.about, tile.before)


def _section(section: Section, content: Content) -> Markup:
    shown = Markup("")
    if section.rows:
        lines = (Markup('<tr><th scope="row">{}</th><td>{}</td></tr>').format(*row) for row in section.rows)
        head = Markup('<tr><th scope="col">{}</th><th scope="col">{}</th></tr>').format(
            say("row", content.language), say("people", content.language)
        )
        table = Markup('<table aria-label="{}"><thead>{}</thead><tbody>{}</tbody></table>')
        chart = Markup(bars(section))  # noqa: S704 - drawn here; the library escapes the names
        shown = Markup('<div class="told">{}{}</div>').format(
            chart, table.format(section.name, head, Markup("").join(lines))
        )
    whole = Markup('<section><h2>{}</h2><p class="about">{}</p>{}<p class="note">{}</p></section>')
    return whole.format(section.name, section.about, shown, section.note(content.language))


def _sheet(contents: list[Content]) -> bytes:
    """Return all rows as CSV for a spreadsheet: both languages beside each other, nothing where a figure is hidden."""
    names = [say(word, each.language) for word in ("csv-table", "row") for each in contents]
    lines = [[*names, "Persone / People", "Nota / Note"]]
    for rows in zip(*(_rows(content) for content in contents), strict=True):
        people, note = rows[0][2], " / ".join(row[3] for row in rows)
        lines.append([*(row[0] for row in rows), *(row[1] for row in rows), people, note if people == "" else ""])
    return as_csv(lines)


def _rows(content: Content) -> list[tuple[str, str, str, str]]:
    """Return table, row, people and note of every figure, in an order that all languages share."""
    tiles = [(tile.name, "", "" if tile.people is None else str(tile.people)) for tile in content.tiles]
    told = [(each.name, name, str(people)) for each in content.sections for name, people in each.rows]
    hidden = [(each.name, name, "") for each in content.sections for name in each.hidden]
    return [(*row, say("hidden", content.language)) for row in (*tiles, *told, *hidden)]
