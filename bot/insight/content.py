"""A published report in words, pure: titles, rows with names, and what is not told."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from bot.catalogue import topics
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.catalogue.text import Language
from bot.insight.events import OUTSIDE
from bot.insight.ledger import Report
from bot.insight.tables import OF_ORGANIZATIONS
from bot.insight.wording import say

TABLES = ("need", "unmet", "town", "place", "shown", "claimed", "refused")
TILES = ("reached", "taken")
WHAT = ("people", "small", "never", "words", "frozen", "attacker")
FOR_EMPLOYEES = ("company", "group")  # whose report an employee can see


@dataclass(frozen=True)
class Tile:
    """One figure on its own; `people` is None where it is hidden, `before` the line about the quarter before."""

    name: str
    about: str
    people: int | None
    before: str = ""


@dataclass(frozen=True)
class Section:
    """One table: what is told, the most first, and the names of what is hidden."""

    id: str
    name: str
    about: str
    rows: tuple[tuple[str, int], ...]
    hidden: tuple[str, ...]

    def note(self, language: Language) -> str:
        """Return what to say of the hidden rows."""
        if not self.hidden:
            return ""
        return say("some-hidden", language, rows=", ".join(self.hidden)) if self.rows else say("all-hidden", language)


@dataclass(frozen=True)
class Content:
    """All that a report says in one language."""

    language: Language
    title: str
    owner: str
    days: str
    lead: str
    tiles: tuple[Tile, ...]
    sections: tuple[Section, ...]
    what: tuple[str, ...]


def compose(report: Report, before: Report | None, catalogue: Catalogue, language: Language) -> Content:
    """Put a report into words. `before` is that of the quarter before, where there is one."""
    quarter = report.quarter
    name = say("quarter", language, number=quarter.number, year=quarter.year)
    published = local_day(report.published_at, catalogue.network.timezone)
    days = {"first": quarter.first, "last": quarter.last, "published": published}
    what = [say(f"what-{line}", language) for line in WHAT]
    what += [say("what-employee", language)] * (report.kind in FOR_EMPLOYEES)
    privacy = catalogue.network.privacy
    what.append(say("controller", language, controller=privacy.controller, email=privacy.email))
    return Content(
        language,
        title=say("title", language, quarter=name, network=catalogue.network.name.of(language)),
        owner=_owner(report, catalogue, language),
        days=say("days", language, **{name: in_words(day, language) for name, day in days.items()}),
        lead=say(f"lead-{report.kind}", language),
        tiles=tuple(_tile(each, report, before, language) for each in TILES if each in report.tables),
        sections=tuple(_section(each, report, catalogue, language) for each in TABLES if each in report.tables),
        what=tuple(what),
    )


def in_words(day: date, language: Language) -> str:
    words = str(format_date(day, "d MMMM y", locale=language))
    return words.replace("1 ", "1º ", 1) if language == "it" and day.day == 1 else words


def _owner(report: Report, catalogue: Catalogue, language: Language) -> str:
    companies = {company.id: company.name for company in catalogue.companies.values()}
    organizations = {one.id: one.name for one in catalogue.release.organizations}
    name = (companies | organizations).get(report.id, report.id)
    names = ", ".join(companies.get(company, company) for company in report.companies)
    values = {"group": {"names": names}, "network": {}}.get(report.kind, {"name": name})
    return say(f"for-{report.kind}", language, **values)


def _tile(table: str, report: Report, before: Report | None, language: Language) -> Tile:
    earlier = before.tables.get(table, {}).get("") if before else None
    line = say("before", language, people=earlier) if earlier is not None else ""
    return Tile(say(table, language), say(f"{table}-about", language), report.tables[table][""], line)


def _section(table: str, report: Report, catalogue: Catalogue, language: Language) -> Section:
    rows = report.tables[table]
    told = [(row_name(table, row, catalogue, language), people) for row, people in rows.items() if people is not None]
    kept_back = [row for row, people in rows.items() if people is None and _is_there(table, row, catalogue)]
    hidden = tuple(row_name(table, row, catalogue, language) for row in kept_back)
    told.sort(key=lambda row: -row[1])
    return Section(table, say(table, language), say(f"{table}-about", language), tuple(told), hidden)


def _is_there(table: str, row: str, catalogue: Catalogue) -> bool:
    """Tell whether a hidden row is worth a word: that few were shown services of an area without any says nothing."""
    return table != "need" or row not in catalogue.areas or row in topics.areas_served(catalogue)


def row_name(table: str, row: str, catalogue: Catalogue, language: Language) -> str:
    """Return the name of a row; one that has left the catalogue keeps its id."""
    if row == OUTSIDE:
        return say("outside", language)
    if table == "place":
        return say(f"place-{row}", language)
    if table == "town":
        return catalogue.towns[row].name if row in catalogue.towns else row
    if table in OF_ORGANIZATIONS:
        return catalogue.entries[row].service.name.of(language) if row in catalogue.entries else row
    return catalogue.areas[row].name.of(language) if row in catalogue.areas else row
