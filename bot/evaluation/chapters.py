"""The chapters about people: who answered, areas, reasons, what is missing, what the three forms say."""

from collections.abc import Iterable, Iterator

from bot.catalogue.evaluation import FormQuestion
from bot.evaluation.document import Figure, Row, Section, Table, of_share
from bot.evaluation.figures import REASONS as WHY_IT_WAS_NOT
from bot.evaluation.figures import network
from bot.evaluation.findings import FEWEST_DICE, FEWEST_FORMS, Form
from bot.evaluation.randomized import REASONS, TRUTH, estimate
from bot.evaluation.shares import HUNDRED, Share, sampled
from bot.evaluation.telling import Telling
from bot.insight.suppression import SLACK
from bot.insight.tables import SENSITIVE

TEN = 10
CAUSES = ("nobody", "far", "dear")


def answering(told: Telling) -> Section:
    """Return how many answered, and how those who did differ from all who were asked."""
    first = next(iter(told.plan.forms.employees)).id
    people = [("follow-up", told.network("asked"), told.network("answered"))]
    people.append(("employees", told.network("offered"), told.network("form", first)))
    rows = [
        Row(
            told.say(f"answering-{who}"),
            (
                Figure(f"answering.{who}.asked", "people", asked),
                Figure(f"answering.{who}.answered", "people", answered),
                told.part(f"answering.{who}.share", answered, asked, sample=False),
            ),
        )
        for who, asked, answered in people
    ]
    rows += [_of_form(told, kind, form) for kind, form in told.findings.forms.items()]
    heads = tuple(map(told.say, ("answering-who", "answering-sent", "answering-got", "share")))
    areas = Table("answering-areas", (told.say("area"), *map(told.say, ("answering-asked", "answering-answered"))), ())
    by_area = tuple(_told_rows(_answering_area(told, area) for area in told.catalogue.areas))
    tables = (Table("answering", heads, tuple(rows)), Table(areas.id, areas.head, by_area))
    return Section(
        "answering", told.say("answering"), (told.say("answering-about"),), (), tables, told.say("answering-areas")
    )


def areas(told: Telling) -> Section:
    """Return what became of each area's people, from the first step to help."""
    rows = _told_rows(_area(told, area) for area in told.catalogue.areas)
    heads = tuple(map(told.say, ("area", "took", "contacted", "helped", "helped-of-contacted")))
    return Section(
        "areas", told.say("areas"), (told.say("areas-about"),), (), (Table("areas", heads, tuple(rows), bars=0),)
    )


def reasons(told: Telling, title: str = "reasons") -> Section:
    """Return why it was not possible."""
    rows = [
        Row(told.say(f"reason-{one}"), (told.people(f"reasons.{one}", network("reason", one)),))
        for one in WHY_IT_WAS_NOT
    ]
    heads = (told.say("reason"), told.say("people"))
    table = Table("reasons", heads, tuple(_by_people(rows)), bars=0)
    return Section("reasons", told.say(title), (told.say("reasons-about"),), (), (table,))


def why(told: Telling) -> Section:
    """Return what held people back, estimated from what the dice brought back."""
    title, came = told.say("why"), told.findings.why
    if not came:
        return Section("why", title, (told.say("why-none", fewest=FEWEST_DICE),))
    found, total = estimate(came, SLACK, SENSITIVE), sum(came.values())
    rows = [
        Row(
            told.say(f"why-{one}"),
            (of_share(f"why.{one}", _percent(found[one].share, found[one].low, found[one].high), total),),
        )
        for one in sorted(REASONS, key=lambda one: -found[one].share)
    ]
    about = (told.say("why-about", people=total, true=round(TRUTH * TEN), ten=TEN), told.say("why-warning"))
    return Section("why", title, about, (), (Table("why", (told.say("reason"), told.say("share")), tuple(rows)),))


def gaps(told: Telling) -> Section:
    """Return what is missing, where, and whether for lack of a service, distance or price."""
    cells = [cell for cell, people in told.findings.told.items() if cell.table == "gap" and people is not None]
    rows = [
        Row(_need(told, need), (_town(told, town), told.say(f"cause-{cause}"), told.people(f"gaps.{cell.value}", cell)))
        for cell in cells
        for need, town, cause in [cell.value.split("|")]
        if cause in CAUSES
    ]
    about = (told.say("gaps-about" if rows else "gaps-none"),)
    heads = tuple(map(told.say, ("need", "town", "cause", "people")))
    tables = (Table("gaps", heads, tuple(_by_people(rows))),) if rows else ()
    return Section("gaps", told.say("gaps"), about, (), tables)


def forms(told: Telling) -> Iterator[Section]:
    """Yield what employees, companies and organizations say."""
    tables = [_of_employees(told, question) for question in told.plan.forms.employees]
    yield Section("form-employees", told.say("form-employees"), (told.say("form-employees-about"),), (), tuple(tables))
    questions = {"companies": told.plan.forms.companies, "organizations": told.plan.forms.organizations}
    for kind, form in told.findings.forms.items():
        title = told.say(f"form-{kind}")
        if not form.sent:
            yield Section(f"form-{kind}", title, (told.say("form-nobody"),))
        elif not form.answers:
            yield Section(f"form-{kind}", title, (told.say("form-few", fewest=FEWEST_FORMS),))
        else:
            many = told.say("form-of-many", answered=form.answered, sent=form.sent, fewest=FEWEST_FORMS)
            yield Section(f"form-{kind}", title, (many,), (), tuple(_of_owners(told, kind, form, questions[kind])))


def _of_form(told: Telling, kind: str, form: Form) -> Row:
    share = Share(*[round(HUNDRED * form.answered / form.sent)] * 3) if form.sent else None
    whole = of_share(f"answering.{kind}.share", share, form.sent)
    exact = Figure(whole.id, whole.unit, whole.value, whole.base)  # a count of invitations, not rounded
    figures = [
        Figure(f"answering.{kind}.{word}", "organizations", n)
        for word, n in (("asked", form.sent), ("answered", form.answered))
    ]
    return Row(told.say(f"answering-{kind}"), (*figures, exact))


def _answering_area(told: Telling, area: str) -> Row:
    pairs = [(kind, told.network(f"{kind}-in", area), told.network(kind)) for kind in ("asked", "answered")]
    cells = [told.part(f"answering.{area}.{kind}", part, whole, sample=False) for kind, part, whole in pairs]
    return Row(told.catalogue.areas[area].name.of(told.language), tuple(cells))


def _area(told: Telling, area: str) -> Row:
    found = {kind: told.network(f"{kind}-in", area) for kind in ("took", "contacted", "helped")}
    people = [Figure(f"areas.{area}.{kind}", "people", count) for kind, count in found.items()]
    rate = told.part(f"areas.{area}.rate", found["helped"], found["contacted"])
    return Row(told.catalogue.areas[area].name.of(told.language), (*people, rate))


def _of_employees(told: Telling, question: FormQuestion) -> Table:
    base = told.network("form", question.id)
    rows = []
    for answer in question.answers:
        name, cell = f"form.{question.id}.{answer.id}", network("form", f"{question.id}:{answer.id}")
        people = told.people(name, cell)
        rows.append(
            Row(answer.label.of(told.language), (people, told.part(f"{name}.share", told.findings.of(cell), base)))
        )
    heads = (told.say("answer"), told.say("people"), told.say("share"))
    return Table(f"form-{question.id}", heads, tuple(rows), question.ask.of(told.language))


def _of_owners(told: Telling, kind: str, form: Form, questions: Iterable[FormQuestion]) -> Iterator[Table]:
    for question in questions:
        found = form.of(question.id)
        counts = {one: found.get(one.id, 0) for one in question.answers}
        whole, rows = sum(counts.values()), []
        for answer, count in counts.items():
            share = sampled(count, whole, slack=0)
            rows.append(
                Row(answer.label.of(told.language), (of_share(f"{kind}.{question.id}.{answer.id}", share, whole),))
            )
        heads = (told.say("answer"), told.say("share"))
        yield Table(f"{kind}-{question.id}", heads, tuple(rows), question.ask.of(told.language))


def _told_rows(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with a figure first, in their order; those without are still there."""
    return sorted(rows, key=lambda row: all(isinstance(cell, Figure) and cell.value is None for cell in row.cells))


def _by_people(rows: Iterable[Row]) -> list[Row]:
    """Return rows with the most people, or the largest share, first; hidden ones last."""

    def most(row: Row) -> float:
        figure = row.cells[-1]
        return -float(figure.value) if isinstance(figure, Figure) and figure.value is not None else 1.0

    return sorted(rows, key=most)


def _percent(share: float, low: float, high: float) -> Share:
    return Share(round(HUNDRED * share), int(HUNDRED * low), min(HUNDRED, int(HUNDRED * high) + 1))


def _need(told: Telling, need: str) -> str:
    known = need in told.catalogue.needs
    return told.catalogue.need_name(need, told.language) if known else told.say("outside")


def _town(told: Telling, town: str) -> str:
    if not town:
        return told.say("nowhere")
    return told.catalogue.towns[town].name if town in told.catalogue.towns else town
