"""All documents of an evaluation in words, pure: the network's, and a page for each company and organization."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.evaluation import chapters, owners, promises
from bot.evaluation.document import Document, Figure, Row, Section, Table, of_share
from bot.evaluation.shares import HUNDRED
from bot.evaluation.telling import Telling, rate
from bot.insight.suppression import SLACK
from bot.insight.tables import BASE, NEUTRAL, OWN_REPORT, SENSITIVE

CANNOT = ("cause", "silent", "small", "outside", "gone", "delicate", "quality", "months")
Tiles = tuple[tuple[Figure, str], ...]
RULES = ("people", "small", "attacker", "interval", "words", "frozen", "csv")


def of_network(told: Telling) -> Document:
    """Return the whole evaluation."""
    sections = (
        *promises.promises(told),
        promises.happened(told),
        chapters.answering(told),
        chapters.areas(told),
        chapters.reasons(told),
        chapters.why(told),
        chapters.gaps(told),
        *chapters.forms(told),
        owners.companies(told),
        owners.exposure(told),
        costs(told),
        cannot(told),
        rules(told),
    )
    name = f"kmzero-{told.plan.id}"
    return _document(told, name, told.say("for-network"), told.say("lead-network"), sections, tiles(told))


def pages(told: Telling) -> Iterator[tuple[tuple[str, str], Document]]:
    """Yield the page of every company and organization, with its kind and id."""
    for company in sorted({*told.companies} & {*told.catalogue.companies} | {*told.findings.small}):
        kind, names = owners.owner_of(told, company)
        owner = told.say(f"for-{kind}", **({"names": names} if kind == "group" else {"name": names}))
        lead = told.say("lead-group", fewest=OWN_REPORT) if kind == "group" else told.say("lead-company")
        whole = promises.happened(told, "happened-whole")
        sections = (owners.of_company(told, company), whole, cannot(told), rules(told))
        name = f"kmzero-{told.plan.id}-company-{company}"
        yield ("company", company), _document(told, name, owner, lead, sections)
    for organization in told.catalogue.release.organizations:
        owner, lead = told.say("for-organization", name=organization.name), told.say("lead-organization")
        whole = chapters.reasons(told, "reasons-whole")
        parts = (owners.of_organization(told, organization.id), whole, cannot(told), rules(told))
        name = f"kmzero-{told.plan.id}-organization-{organization.id}"
        yield ("organization", organization.id), _document(told, name, owner, lead, parts)


def tiles(told: Telling) -> Tiles:
    """Return the three figures that whoever reads one line should have read."""
    share = of_share("tile.rate", rate(told.network("helped"), told.network("contacted")), told.network("contacted"))
    return (
        (Figure("tile.reached", "people", told.network("reached")), told.say("tile-reached")),
        (Figure("tile.helped", "people", told.network("helped")), told.say("tile-helped")),
        (share, told.say("tile-rate")),
    )


def costs(told: Telling) -> Section:
    """Return what the programme cost, and for each person helped."""
    if not told.plan.costs:
        return Section("costs", told.say("costs"), (told.say("costs-none"),))
    whole = sum((cost.amount for cost in told.plan.costs), Decimal(0))
    rows = [
        Row(cost.what.of(told.language), (Figure(f"costs.{number}", "euro", cost.amount),))
        for number, cost in enumerate(told.plan.costs, start=1)
    ]
    rows.append(Row(told.say("costs-all"), (Figure("costs.all", "euro", whole),)))
    rows += [Row(told.say(f"costs-{name}"), (figure,)) for name, figure in _each(told, whole)]
    heads = (told.say("cost"), told.say("amount"))
    note = told.say("costs-estimate-about")
    return Section(
        "costs", told.say("costs"), (told.say("costs-about"),), (), (Table("costs", heads, tuple(rows)),), note
    )


def cannot(told: Telling) -> Section:
    return Section("cannot", told.say("cannot"), (), tuple(told.say(f"cannot-{one}") for one in CANNOT))


def rules(told: Telling) -> Section:
    """Return how the figures are made and what protects those whom they are about."""
    values = {
        "small": {"sensitive": SENSITIVE, "neutral": NEUTRAL, "base": BASE},
        "interval": {"sure": promises.SURE},
    }
    points = [told.say(f"rules-{one}", **values.get(one, {})) for one in RULES]
    privacy = told.catalogue.network.privacy
    points.append(told.say("controller", controller=privacy.controller, email=privacy.email))
    return Section("rules", told.say("rules"), (), tuple(points))


def _each(told: Telling, whole: Decimal) -> Iterator[tuple[str, Figure]]:
    """Yield the cost of a person who says that they were helped, and of one helped, those who are silent estimated."""
    helped, answered, took = (told.network(kind) for kind in ("helped", "answered", "took"))
    if helped is None:
        yield "each", Figure("costs.each", "euro", None)
    else:
        ends = whole / (helped + SLACK), whole / (helped - SLACK)
        yield "each", Figure("costs.each", "euro", _euro(whole / helped), helped, *map(_euro, ends))
    share = rate(helped, answered)
    if share is None or took is None or not share.low:
        yield "estimate", Figure("costs.estimate", "euro", None)
        return
    low, high = (took - SLACK) * share.low, (took + SLACK) * share.high
    middle = took * (helped or 0) / Decimal(answered or 1)
    ends = whole * HUNDRED / high, whole * HUNDRED / low
    yield "estimate", Figure("costs.estimate", "euro", _euro(whole / middle), took, *map(_euro, ends))


def _euro(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), ROUND_HALF_UP)


def _document(  # noqa: PLR0917 - the parts of a document, in their order
    told: Telling, name: str, owner: str, lead: str, sections: tuple[Section, ...], first: Tiles = ()
) -> Document:
    period = told.plan.period
    days = {
        "first": period.first or date.min,
        "last": told.plan.last,
        "published": date.fromisoformat(told.findings.published),
    }
    said = told.say("days", **{word: told.day(day) for word, day in days.items()})
    title = told.say("title", name=told.plan.name.of(told.language))
    return Document(name, told.language, title, owner, said, lead, first, sections)
