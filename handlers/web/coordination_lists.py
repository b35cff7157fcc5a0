"""What a coordinator only reads: how things stand, unmet needs, how fresh each service is, reports and evaluations."""

from itertools import groupby

from bot.catalogue import prices
from bot.catalogue.catalogue import Catalogue
from bot.coordination import entries
from bot.coordination.freshness import ALL, ORDERS, Freshness, freshness, ordered
from bot.coordination.request import Request
from bot.coordination.status import status, unmet
from bot.coordination.wording import by_short, short
from bot.evaluation import handed_out as evaluations
from bot.insight import handed_out as reports
from bot.insight.handed_out import HandedOut
from handlers.web.coordination_frame import HOME, cards, coordinator, shown
from handlers.web.visit import Answer, Download, Missing, Row, Visit

MOST = 200  # services of a table: the filters find the others
HTML = "text/html; charset=utf-8"
TYPES = {"html": HTML, "csv": "text/csv; charset=utf-8", "pdf": "application/pdf", "png": "image/png"}


def how_it_stands(visit: Visit, request: Request) -> Answer:
    """Show what `/stato` says."""
    del visit
    return shown("coordination_read.html", request, here="status", cards=cards(status(request).messages))


def unmet_needs(visit: Visit, request: Request) -> Answer:
    """Show what `/bisogni` says."""
    del visit
    return shown("coordination_read.html", request, here="needs", cards=cards(unmet(request).messages))


def service(visit: Visit, request: Request) -> Answer:
    """Show a service with its buttons."""
    entry = by_short(request.catalogue, visit.path["service"])
    if entry is None:
        raise Missing
    found = cards(entries.show(entry, request).messages)
    return shown("coordination_read.html", request, here="service", cards=found)


def services(visit: Visit, request: Request) -> Answer:
    """Show when each service was last confirmed."""
    order = next((one for one in ORDERS if one == visit.path.get("order", ORDERS[0])), None)
    which = next((one for one in ALL if one == visit.path.get("which", ALL[0])), None)
    if order is None or which is None:
        raise Missing
    every = freshness(request.catalogue, request.world().today)
    found = ordered([row for row in every if row.of(which)], order, request.language)
    values = {
        "rows": [_row(one, request) for one in found[:MOST]],
        "more": max(0, len(found) - MOST),
        "counts": {one: sum(row.of(one) for row in every) for one in ALL},
        "orders": ORDERS,
        "order": order,
        "which": which,
    }
    return shown("coordination_services.html", request, here="services", **values)


def published(visit: Visit, request: Request) -> Answer:
    """List the reports of every quarter and the evaluations that were published; looking publishes nothing."""
    del visit
    quarters = groupby(reports.listing(request.tx), lambda one: one.of)
    values = {
        "quarters": [(of, [_report(one, request) for one in found]) for of, found in quarters],
        "evaluations": [
            (of, [_report(one, request) for one in found])
            for of, found in groupby(evaluations.listing(request.tx), lambda one: one.of)
        ],
    }
    return shown("coordination_reports.html", request, here="reports", **values)


def report(visit: Visit, request: Request) -> Answer:
    """Open a file of a report."""
    del request
    where = visit.path["of"], visit.path["kind"], visit.path["owner"], visit.path["name"]
    return _handed_over(where[-1], reports.file(visit.tx, *where))


def evaluation(visit: Visit, request: Request) -> Answer:
    """Open a file of an evaluation."""
    del request
    where = visit.path["of"], visit.path["kind"], visit.path["owner"], visit.path["name"]
    return _handed_over(where[-1], evaluations.file(visit.tx, *where))


def _handed_over(name: str, content: bytes | None) -> Download:
    if content is None:
        raise Missing
    kind = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    return Download(name, kind, content, shown=kind == HTML)


def _row(one: Freshness, request: Request) -> dict[str, object]:
    entry, today = one.entry, request.world().today
    checked, full = entry.service.checked_on, entry.service.full_until
    return {
        "service": short(entry.id),
        "name": entry.service.name.of(request.language),
        "organization": entry.organization.name,
        "checked": prices.day(checked, request.language, today) if checked else None,
        "age": one.age,
        "old": one.old,
        "states": one.states,
        "full_until": prices.day(full, request.language, today) if full else "",
    }


def _report(one: HandedOut, request: Request) -> dict[str, object]:
    files = [{"name": name, "path": f"{one.of}/{one.kind}/{one.id}/{name}"} for name in one.files]
    return {"kind": one.kind, "name": _name(one, request.catalogue), "files": files}


def _name(one: HandedOut, catalogue: Catalogue) -> str:
    """Return whose report it is; one that is gone since is called by its id."""
    if one.kind == "company":
        company = catalogue.companies.get(one.id)
        return company.name if company else one.id
    named = {organization.id: organization.name for organization in catalogue.release.organizations}
    return named.get(one.id, one.id) if one.kind == "organization" else ""


OF = "{of}/{kind}/{owner}/{name}"
ROWS = tuple(
    Row("GET", f"{HOME}/{path}", coordinator(page), role="coordinator")
    for path, page in (
        ("status", how_it_stands),
        ("needs", unmet_needs),
        ("services", services),
        ("services/{order}/{which}", services),
        ("service/{service}", service),
        ("reports", published),
        (f"reports/{OF}", report),
        (f"evaluations/{OF}", evaluation),
    )
)
