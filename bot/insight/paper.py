"""A report as files: one HTML page in both languages that prints on A4, a CSV, and the pictures for the chat."""

import csv
from io import StringIO

from markupsafe import Markup

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import LANGUAGES
from bot.insight.charts import bars, summary
from bot.insight.content import Content, Section, Tile, compose
from bot.insight.ledger import Report
from bot.insight.wording import say

STYLE = """
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; color: #1f2a2e;
  background: #fff; margin: 0 auto; max-width: 780px; padding: 24px; }
h1 { font-size: 27px; line-height: 1.2; margin: 0 0 4px; } h2 { font-size: 19px; margin: 0 0 2px; color: #0b6e5f; }
.owner { font-size: 17px; color: #0b6e5f; margin: 0; } .days, .about, .note { color: #55636a; margin: 0 0 10px; }
.tiles { display: flex; gap: 14px; margin: 18px 0; } .tile { flex: 1; background: #eef6f3; border-radius: 10px;
  padding: 12px 16px; break-inside: avoid; } .tile b { display: block; font-size: 32px; line-height: 1.2; color: #0b6e5f; }
.tile small { display: block; color: #55636a; } section { margin: 22px 0; break-inside: avoid; }
svg { width: 100%; height: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; margin-top: 6px; }
th, td { text-align: left; padding: 3px 8px 3px 0; border-bottom: 1px solid #dde5e3; font-weight: normal; }
thead th { color: #55636a; font-size: 12px; } td { text-align: right; width: 6em; }
.what { background: #f6f7f5; border-radius: 10px; padding: 14px 18px; } .what ul { margin: 6px 0 0; padding-left: 20px; }
main + main { break-before: page; border-top: 1px solid #dde5e3; margin-top: 40px; padding-top: 32px; }
@media print { body { padding: 0; max-width: none; font-size: 12px; } nav { display: none; }
  main + main { border: 0; margin: 0; padding: 0; } }
"""
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
    style = Markup(STYLE)  # noqa: S704 - ours, above
    return str(
        PAGE.format(language=first.language, title=first.title, owner=first.owner, style=style, parts=parts)
    )


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
    line = Markup('<div class="tile"><b>{}</b>{}<small>{}</small><small>{}</small></div>')
    return line.format(told, tile.name, tile.about, tile.before)


def _section(section: Section, content: Content) -> Markup:
    shown = Markup("")
    if section.rows:
        lines = (Markup('<tr><th scope="row">{}</th><td>{}</td></tr>').format(*row) for row in section.rows)
        head = Markup('<tr><th scope="col">{}</th><th scope="col" style="text-align:right">{}</th></tr>').format(
            say("row", content.language), say("people", content.language)
        )
        table = Markup("<table><caption hidden>{}</caption><thead>{}</thead><tbody>{}</tbody></table>")
        chart = Markup(bars(section))  # noqa: S704 - drawn here; the library escapes the names
        shown = chart + table.format(section.name, head, Markup("").join(lines))
    whole = Markup('<section><h2>{}</h2><p class="about">{}</p>{}<p class="note">{}</p></section>')
    return whole.format(section.name, section.about, shown, section.note(content.language))


def _sheet(contents: list[Content]) -> bytes:
    """Return all rows as CSV for a spreadsheet: both languages beside each other, nothing where a figure is hidden."""
    out = StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    write([say(word, each.language) for word in ("csv-table", "row") for each in contents] + ["Persone / People", "Nota / Note"])
    for rows in zip(*(_rows(content) for content in contents), strict=True):
        people, note = rows[0][2], " / ".join(row[3] for row in rows)
        write([*(row[0] for row in rows), *(row[1] for row in rows), people, note if people == "" else ""])
    return out.getvalue().encode("utf-8-sig")


def _rows(content: Content) -> list[tuple[str, str, str, str]]:
    """Return table, row, people and note of every figure, in an order that all languages share."""
    tiles = [(tile.name, "", "" if tile.people is None else str(tile.people)) for tile in content.tiles]
    told = [(each.name, name, str(people)) for each in content.sections for name, people in each.rows]
    hidden = [(each.name, name, "") for each in content.sections for name in each.hidden]
    return [(*row, say("hidden", content.language)) for row in (*tiles, *told, *hidden)]
