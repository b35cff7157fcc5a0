"""The chapters about companies and organizations, and what each of them has on a page of its own."""

from collections import defaultdict
from collections.abc import Iterator

from bot.evaluation.document import Figure, Row, Section, Table
from bot.evaluation.figures import CHAIN
from bot.evaluation.telling import Telling
from bot.insight.quarters import Quarter
from bot.insight.tables import OWN_REPORT, SMALL, Cell, Owner


def companies(told: Telling) -> Section:
    """Return the chain of every company, and of the small ones together."""
    alone = sorted({cell.id for cell in told.findings.told if cell.kind == "company"}, key=told.company)
    rows = [Row(told.company(one), tuple(_chain(told, "company", one))) for one in alone]
    if any(cell.kind == "group" for cell in told.findings.told):
        name = told.say("companies-small", names=", ".join(map(told.company, told.findings.small)))
        rows.append(Row(name, tuple(_chain(told, "group", SMALL))))
    heads = tuple(map(told.say, ("company", *CHAIN)))
    about = (told.say("companies-about", fewest=OWN_REPORT),)
    return Section("companies", told.say("companies"), about, (), (Table("companies", heads, tuple(rows)),))


def exposure(told: Telling) -> Section:
    """Return how often each organization's services were seen and their discounts taken, from the quarters' reports."""
    found = told.findings
    if not found.quarters:
        return Section("exposure", told.say("exposure"), (told.say("exposure-none"),))
    sums: dict[str, dict[str, int | None]] = defaultdict(lambda: {"shown": None, "claimed": None})
    for one in found.exposure.values():
        for table, figure in (("shown", one.shown), ("claimed", one.claimed)):
            before = sums[one.organization][table]
            sums[one.organization][table] = before if figure is None else (before or 0) + figure
    names = _organizations(told)
    rows = [
        Row(names.get(one, one), tuple(Figure(f"exposure.{one}.{table}", "people", n) for table, n in tables.items()))
        for one, tables in sorted(sums.items(), key=lambda item: (-(item[1]["shown"] or 0), item[0]))
    ]
    first, last = Quarter.parse(min(found.quarters)).first, Quarter.parse(max(found.quarters)).last
    about = (told.say("exposure-about", first=told.day(first), last=told.day(last)),)
    heads = tuple(map(told.say, ("organization", "shown", "claimed")))
    return Section("exposure", told.say("exposure"), about, (), (Table("exposure", heads, tuple(rows)),))


def of_company(told: Telling, name: str) -> Section:
    """Return a company's figures, its own or those of the small ones together, beside the network's."""
    kind, owner = _shown_as(told, name)
    mine = list(_chain(told, kind, owner))
    rows = [
        Row(told.say(f"step-{step}"), (own, Figure(f"network.{step}", "people", told.network(step))))
        for step, own in zip(CHAIN, mine, strict=True)
    ]
    own = {step: told.findings.of(Cell(kind, owner, step)) for step in CHAIN}
    rates = (
        told.part(f"{kind}.{owner}.rate", own["helped"], own["contacted"]),
        told.part("network.rate", told.network("helped"), told.network("contacted")),
    )
    rows.append(Row(told.say("helped-of-contacted"), rates))
    heads = tuple(map(told.say, ("step", "yours", "whole")))
    about = () if any(one.value is not None for one in mine) else (told.say("own-none"),)
    return Section("own", told.say("own"), about, (), (Table("own", heads, tuple(rows)),))


def of_organization(told: Telling, organization: str) -> Section:
    """Return what came of each service of an organization, with the network's last row beside it."""
    cells = [cell for cell in told.findings.told if cell.kind == "organization" and cell.id == organization]
    services = sorted({cell.value for cell in cells}, key=lambda one: _service(told, one))
    rows = [Row(_service(told, one), tuple(_of_service(told, organization, one))) for one in services]
    whole = [Figure(f"network.{step}", "people", told.network(step)) for step in CHAIN[1:]]
    rows.append(Row(told.say("in-network"), ("–", "–", *whole)))
    heads = tuple(map(told.say, ("service", "shown", "claimed", "asked", "contacted", "helped")))
    rate = told.part("network.rate", told.network("helped"), told.network("contacted"))
    beside = Table("network", (told.say("whole"), told.say("share")), (Row(told.say("helped-of-contacted"), (rate,)),))
    return Section(
        "services",
        told.say("services"),
        (told.say("services-about"),),
        (),
        (Table("services", heads, tuple(rows)), beside),
    )


def owner_of(told: Telling, name: str) -> tuple[str, str]:
    """Return the phrase of a company's page and the names it is about."""
    kind, _ = _shown_as(told, name)
    return kind, ", ".join(map(told.company, told.findings.small)) if kind == "group" else told.company(name)


def _shown_as(told: Telling, company: str) -> tuple[Owner, str]:
    grouped = company in told.findings.small and any(cell.kind == "group" for cell in told.findings.told)
    return ("group", SMALL) if grouped else ("company", company)


def _chain(told: Telling, kind: Owner, owner: str) -> Iterator[Figure]:
    yield from (told.people(f"{kind}.{owner}.{step}", Cell(kind, owner, step)) for step in CHAIN)


def _of_service(told: Telling, organization: str, service: str) -> Iterator[Figure]:
    seen = told.findings.exposure.get(service)
    yield Figure(f"{service}.shown", "people", seen.shown if seen else None)
    yield Figure(f"{service}.claimed", "people", seen.claimed if seen else None)
    for step in CHAIN[1:]:
        yield told.people(f"{service}.{step}", Cell("organization", organization, f"{step}-of", service))


def _service(told: Telling, service: str) -> str:
    entries = told.catalogue.entries
    return entries[service].service.name.of(told.language) if service in entries else service


def _organizations(told: Telling) -> dict[str, str]:
    return {one.id: one.name for one in told.catalogue.release.organizations}
