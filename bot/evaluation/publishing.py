"""Publishing an evaluation: once, whole and for good. Who asks again gets the same bytes, whoever has gone since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.catalogue.text import LANGUAGES
from bot.evaluation import form_links, outcomes, programme
from bot.evaluation.figures import Shape, lay_out
from bot.evaluation.findings import Findings, exposure, form, why
from bot.evaluation.outcomes import Counts
from bot.evaluation.programme import History, first_day
from bot.evaluation.telling import Telling
from bot.evaluation.together import suppress_together
from bot.evaluation.told_quarters import told_quarter
from bot.insight import ledger
from bot.insight.counting import of_services
from bot.insight.publishing import settle
from bot.insight.quarters import Quarter
from bot.insight.suppression import figures
from bot.insight.tables import OWN_REPORT, Cell
from bot.people.keys import Keys
from bot.store.engine import Store
from bot.store.evaluation import evaluation, evaluation_page, outcome

Owner = tuple[str, str]  # kind, id
WHOLE: Owner = ("network", "network")
Files = Mapping[Owner, Mapping[str, bytes]]


class NoEvaluation(Exception):
    """No release ever had an evaluation of this name."""


class NotClosed(Exception):
    """The forms are open, or never were, and the period is not over."""


class NobodyCounted(Exception):
    """Nobody was counted: there is nothing to publish."""


@dataclass(frozen=True)
class _Period:
    """What was promised, and the last day that counts: of the period, or on which the forms were closed."""

    history: History
    until: date

    @property
    def first(self) -> date:
        return first_day(self.history.frozen)

    @property
    def quarters(self) -> list[Quarter]:
        """Every quarter in which somebody was counted, the first first."""
        found = [Quarter.of(self.until)]
        while found[-1].first > self.first:
            found.append(found[-1].before)
        return found[::-1]

    def has_whole(self, quarter: Quarter) -> bool:
        """Tell whether no day of a quarter lies outside of what was counted."""
        return self.first <= quarter.first and quarter.last <= self.until


@dataclass(frozen=True)
class _Drafted:
    """The findings and the files, worked out of the rows of `state`."""

    state: str
    findings: Findings
    files: Files


def hand_out(
    store: Store, keys: Keys, catalogue: Catalogue, name: str, *, today: date, now: datetime
) -> dict[str, bytes]:
    """Return all files of an evaluation by name, published now if nobody has yet.

    What takes seconds is done between transactions. Raises NoEvaluation, NotClosed, NotEnded and NobodyCounted, before
    which nothing of the evaluation is kept.
    """
    with store.read() as tx:
        if kept := pages_of(tx, name):
            return kept
        period = _period(tx, catalogue, name, today)
    settle(store, keys, catalogue, period.quarters, today=today, now=now)
    with store.read() as tx:
        drafted = _draft(tx, keys, catalogue, period, today)
    with store.write() as tx:
        tx.execute(select(evaluation.c.id).where(evaluation.c.id == name).with_for_update())
        if kept := pages_of(tx, name):
            return kept  # somebody was faster
        if drafted.state != _state(tx, name):
            drafted = _draft(tx, keys, catalogue, period, today)
        _keep(tx, name, drafted, now)
        return pages_of(tx, name)


def pages_of(tx: Connection, name: str) -> dict[str, bytes]:
    """Return the files of an evaluation that is published; else nothing."""
    rows = select(evaluation_page.c.name, evaluation_page.c.content).where(evaluation_page.c.evaluation == name)
    return {row.name: row.content for row in tx.execute(rows.order_by(evaluation_page.c.name))}


def last_of(tx: Connection, owner: Owner) -> dict[str, bytes]:
    """Return the files of the last evaluation that was published for somebody, by name; nothing before the first."""
    newest = select(evaluation.c.id).where(evaluation.c.published_at.is_not(None))
    name = tx.execute(newest.order_by(evaluation.c.published_at.desc()).limit(1)).scalar()
    mine = evaluation_page.c.kind == owner[0], evaluation_page.c.owner == owner[1], evaluation_page.c.evaluation == name
    rows = select(evaluation_page.c.name, evaluation_page.c.content).where(*mine)
    return {row.name: row.content for row in tx.execute(rows)}


def last_reasons(tx: Connection) -> dict[str, int | None]:
    """Return why it was not possible, by how many people in the whole network, as it was last published."""
    newest = select(evaluation.c.figures).where(evaluation.c.published_at.is_not(None))
    figures = tx.execute(newest.order_by(evaluation.c.published_at.desc()).limit(1)).scalar()
    told = figures["told"] if figures else []
    return {value: people for kind, _, table, value, people in told if (kind, table) == ("network", "reason")}


def _period(tx: Connection, catalogue: Catalogue, name: str, today: date) -> _Period:
    history = programme.history(tx, name)
    if history is None:
        raise NoEvaluation(name)
    last = history.frozen.last
    closed = programme.opening(tx, name).closed_at
    if last < today:
        return _Period(history, last)
    if closed is None:
        raise NotClosed(name)
    return _Period(history, local_day(closed, catalogue.network.timezone))


def _draft(tx: Connection, keys: Keys, catalogue: Catalogue, period: _Period, today: date) -> _Drafted:
    history, name = period.history, period.history.frozen.id
    state, counts = _state(tx, name), outcomes.counts(tx, keys, name)
    if not counts:
        raise NobodyCounted(name)
    shape = _shape(catalogue, history, period.until, counts)
    layout = lay_out(counts, shape)
    published = {quarter: found for quarter in period.quarters if (found := ledger.all_of(tx, quarter))}
    known = [told_quarter(one, found, catalogue, whole=period.has_whole(one)) for one, found in published.items()]
    told = suppress_together(layout, known, {need: area.id for need, area in catalogue.area_of.items()})
    reports = [one for quarter, found in published.items() if period.has_whole(quarter) for one in found]
    findings = Findings(
        figures(layout, told),
        tuple(sorted(one for one in shape.companies if layout.truth[Cell("company", one, "reached")] < OWN_REPORT)),
        sum(filter(None, shape.companies.values())) if all(shape.companies.values()) else None,
        why(counts),
        {
            kind: form(form_links.sent(tx, name, kind), form_links.answers(tx, keys, name, kind))
            for kind in form_links.KINDS
        },
        exposure(report for report in reports if report.kind == "organization"),
        tuple(sorted({str(report.quarter) for report in reports})),
        today.isoformat(),
    )
    names = releases.companies_ever(tx)
    return _Drafted(state, findings, drawn(findings, history, catalogue, names))


def drawn(findings: Findings, history: History, catalogue: Catalogue, names: Mapping[str, str]) -> Files:
    """Return all files of all readers."""
    from bot.evaluation import content, flow, page, sheet  # noqa: PLC0415 - the drawing library, half a second

    tellings = [Telling(findings, history, catalogue, names, language) for language in LANGUAGES]
    whole = [content.of_network(told) for told in tellings]
    files = {WHOLE: {f"{one.name}.{one.language}.pdf": flow.paper(one) for one in whole}}
    readers = [(WHOLE, whole)]
    for pages in zip(*(content.pages(told) for told in tellings), strict=True):
        readers.append((pages[0][0], [document for _, document in pages]))  # noqa: PERF401 - a loop reads better
    for owner, documents in readers:
        stem = documents[0].name
        made = {f"{stem}.html": page.html(documents), f"{stem}.csv": sheet.sheet(documents)}
        files[owner] = files.get(owner, {}) | made
    return files


def _shape(catalogue: Catalogue, history: History, until: date, counts: Counts) -> Shape:
    """Return what there is to count: what the catalogue has, and every company of which somebody was counted."""
    first = first_day(history.frozen)
    members = {
        one.id: one.employees
        for one in catalogue.companies.values()
        if (one.member.first or first) <= until and first <= (one.member.last or until)
    }
    gone = {company: None for company, _, _ in sorted(counts) if company and company not in members}
    questions = {one.id: tuple(answer.id for answer in one.answers) for one in history.frozen.forms.employees}
    return Shape(tuple(catalogue.areas), of_services(catalogue), {**members, **gone}, questions)


def _state(tx: Connection, name: str) -> str:
    """Return what stands for the rows: it is another once somebody was counted or erased."""
    marks = select(outcome.c.mark).where(outcome.c.evaluation == name).order_by(outcome.c.mark)
    return sha256("".join(tx.execute(marks).scalars()).encode()).hexdigest()


def _keep(tx: Connection, name: str, drafted: _Drafted, now: datetime) -> None:
    """Write figures and files down, and forget everybody."""
    values = {"published_at": now, **ledger.with_digest(drafted.findings.as_json())}
    tx.execute(update(evaluation).where(evaluation.c.id == name).values(**values))
    rows = [
        {"evaluation": name, "kind": kind, "owner": owner, "name": file, "content": content}
        for (kind, owner), files in drafted.files.items()
        for file, content in files.items()
    ]
    tx.execute(insert(evaluation_page), rows)
    tx.execute(delete(outcome).where(outcome.c.evaluation == name))
