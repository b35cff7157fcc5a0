"""An organization's figures: seen, taken, not accepted, used; and why people were not helped, as far as it is told."""

from typing import Any

from bot.catalogue.local_time import local_day
from bot.evaluation import publishing as evaluation
from bot.evaluation.wording import say as say_of_evaluation
from bot.insight.content import row_name
from bot.insight.tables import SENSITIVE
from bot.insight.wording import say as say_of_reports
from bot.partners.figures import TABLES, Figures, Line, figures
from handlers.web.desk import HOME, page
from handlers.web.visit import Answer, Download, Missing, Row, Visit

HERE = f"{HOME}/figures"
RULES = ("people", "small", "frozen", "attacker")  # phrases of the reports


def show(visit: Visit) -> Answer:
    """Show the last quarters, and the reasons of the last evaluation."""
    today = local_day(visit.now, visit.catalogue.network.timezone)
    found = figures(visit.tx, visit.web.house.keys, visit.catalogue, visit.owner, today)
    reasons = evaluation.last_reasons(visit.tx)
    told = sorted(((people, one) for one, people in reasons.items() if people), reverse=True)
    rules = [say_of_reports(f"what-{one}", visit.language) for one in RULES]
    values = {
        "quarters": [_quarter(visit, one) for one in found],
        "rules": rules,
        "evaluated": bool(reasons),
        "reasons": [(_reason(visit, one), people) for people, one in told],
        "hidden": ", ".join(_reason(visit, one) for one, people in reasons.items() if people is None),
        "document": bool(_document(visit)),
        "fewest": SENSITIVE,
    }
    return page(visit, "desk_figures.html", values)


def document(visit: Visit) -> Answer:
    """Open the organization's page of the last evaluation."""
    found = _document(visit)
    if found is None:
        raise Missing
    return Download(*found, shown=True)


def _document(visit: Visit) -> tuple[str, str, bytes] | None:
    files = evaluation.last_of(visit.tx, ("organization", visit.owner))
    pages = ((name, "text/html; charset=utf-8", content) for name, content in files.items() if name.endswith(".html"))
    return next(pages, None)


def _quarter(visit: Visit, of: Figures) -> dict[str, Any]:
    name = say_of_reports("quarter", visit.language, number=of.quarter.number, year=of.quarter.year)
    return {"name": name, "is_told": of.is_told, "lines": [_line(visit, one) for one in of.lines]}


def _line(visit: Visit, of: Line) -> dict[str, Any]:
    """Return a row: a number, that it is hidden, or that it was not counted yet."""
    cells = [_cell(visit, of, table) for table in TABLES]
    return {"service": row_name("shown", of.service, visit.catalogue, visit.language), "cells": cells, "used": of.used}


def _cell(visit: Visit, of: Line, table: str) -> str:
    if table not in of.told:
        return visit.words.say("figures-not-counted")
    people = of.told[table]
    return visit.words.say("figures-hidden") if people is None else str(people)


def _reason(visit: Visit, reason: str) -> str:
    return say_of_evaluation(f"reason-{reason}", visit.language)


ROWS = (
    Row("GET", HERE, show, role="partner", slow=True),
    Row("GET", f"{HERE}/evaluation", document, role="partner"),
)
