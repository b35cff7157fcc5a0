"""The first chapters: what was promised, what of it was changed, and what became of every promise."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.catalogue.evaluation import STEPS, FormQuestion, Step, Target
from bot.evaluation.document import Figure, Row, Section, Table, of_share, promised
from bot.evaluation.programme import TARGETS, Change
from bot.evaluation.shares import Share, counted, sampled
from bot.evaluation.telling import Telling, rate
from bot.insight.suppression import SLACK
from bot.insight.tables import BASE

SURE = 95  # percent: see bot.evaluation.wilson
COUNTED: tuple[Step, ...] = ("reached", "understood", "took")


@dataclass(frozen=True)
class Outcome:
    """What is known of a promise: how many, of how many, and the share."""

    people: int | None
    base: int | None
    share: Share | None


def promises(told: Telling) -> tuple[Section, Section]:
    """Return what was promised and what was changed since."""
    late = "promised-late" if told.history.late else "promised-about"
    rows = tuple(
        Row(target_name(told, one), (promised(f"promised.{one.id}", one.share), told.say(f"source-{one.source}")))
        for one in told.plan.targets
    )
    head = ("target", "promise", "source")
    table = Table("promised", tuple(map(told.say, head)), rows)
    points = tuple(question.of(told.language) for question in told.plan.questions)
    about = (told.say(late, day=told.day(told.history.written)), told.say("promised-questions"))
    note = " ".join(_why(told, one) for one in told.plan.targets if one.why)
    return Section("promised", told.say("promised"), about, points, (table,), note), _changed(told)


def happened(told: Telling, title: str = "happened") -> Section:
    """Return the chain and the promises of the other forms, each with what became of it."""
    targets = {one.step: one for one in told.plan.targets if one.step}
    later = _later(told)
    rows = {step: _row(told, step, targets.get(step), later) for step in STEPS}
    chain = (*(rows[step] for step in COUNTED), *_asking(told), *(rows[step] for step in STEPS if step not in COUNTED))
    others = tuple(_of_question(told, one, later) for one in told.plan.targets if one.question)
    heads = tuple(map(told.say, ("step", "people", "share", "promise", "verdict")))
    tables = [Table("chain", heads, chain, bars=0)]
    if others:
        heads = tuple(map(told.say, ("target", "answering-got", "share", "promise", "verdict")))
        tables.append(Table("targets", heads, others))
    about = (
        told.say("happened-about"),
        told.say("happened-counts", base=BASE),
        told.say("happened-sample", step=told.say("step-contacted"), last=told.say("step-again"), sure=SURE),
    )
    return Section("happened", told.say(title), about, (), tuple(tables))


def outcome(told: Telling, step: Step) -> Outcome:
    """Return what is known of a step of the chain."""
    found = told.findings
    if step == "again":
        return _again(told)
    people = told.network(step)
    if step == "reached":
        share = None if people is None or not found.staff else counted(people, found.staff, slack=0)
        return Outcome(people, found.staff, share)
    base = told.network({"understood": "reached", "took": "understood", "contacted": "answered"}.get(step, "contacted"))
    if step in COUNTED:
        return Outcome(people, base, None if people is None or base is None else counted(people, base))
    return Outcome(people, base, rate(people, base))


def target_name(told: Telling, target: Target) -> str:
    """Return what a target is about: «Hanno sentito il servizio, di chi ha risposto»."""
    if target.step:
        return f"{told.say(f'step-{target.step}')}, {told.say(f'of-{target.step}')}"
    question = _question(told, target)
    good = [answer.label.of(told.language) for answer in question.answers if answer.good] if question else []
    asked = question.ask.of(told.language) if question else target.id
    return f"{told.say(f'by-{target.source}')}: {asked} {' / '.join(good)}"


def _why(told: Telling, target: Target) -> str:
    share = promised("", target.share).said(told.language)
    why = target.why.of(told.language) if target.why else ""
    return told.say("promised-why", name=target_name(told, target), share=share, why=why)


def _again(told: Telling) -> Outcome:
    return _of_employees(told, next((one for one in told.plan.forms.employees if one.about == "again"), None))


def _of_employees(told: Telling, question: FormQuestion | None) -> Outcome:
    """Return how many of those who answered a question of the employees' form gave a good answer."""
    if question is None:
        return Outcome(None, None, None)
    good = [told.network("form", f"{question.id}:{answer.id}") for answer in question.answers if answer.good]
    base = told.network("form", question.id)
    if base is None or not good or any(one is None for one in good):
        return Outcome(None, base, None)
    people = sum(filter(None, good))
    return Outcome(people, base, sampled(min(people, base), base, slack=SLACK * len(good)))


def _row(told: Telling, step: Step, target: Target | None, later: Mapping[str, Change]) -> Row:
    found = outcome(told, step)
    name = f"{told.say(f'step-{step}')}, {told.say(f'of-{step}')}"
    figures = (
        Figure(f"chain.{step}", "people", found.people),
        of_share(f"chain.{step}.share", found.share, found.base),
    )
    return Row(name, (*figures, *_against(told, target, found, later)), told.say(f"step-{step}"))


def _asking(told: Telling) -> tuple[Row, Row]:
    """Return how many were asked how it went, and how many answered: between what is counted and what is told."""
    took, asked, answered = map(told.network, ("took", "asked", "answered"))
    beside = told.say("beside-asked"), told.say("step-answered")
    parts = (("asked", asked, took, beside[0]), ("answered", answered, asked, beside[1]))
    rows = [
        Row(
            f"{told.say(f'step-{step}')}, {told.say(f'of-{step}')}",
            (
                Figure(f"chain.{step}", "people", people),
                told.part(f"chain.{step}.share", people, base, sample=False),
                "–",
                "–",
            ),
            short,
        )
        for step, people, base, short in parts
    ]
    return rows[0], rows[1]


def _of_question(told: Telling, target: Target, later: Mapping[str, Change]) -> Row:
    question = _question(told, target)
    employees = target.source == "employees"
    found = _of_employees(told, question) if employees else _of_members(told, target, question)
    figures = (
        Figure(f"target.{target.id}", "people" if employees else "organizations", found.base),
        of_share(f"target.{target.id}.share", found.share, found.base or 0),
    )
    return Row(target_name(told, target), (*figures, *_against(told, target, found, later)))


def _of_members(told: Telling, target: Target, question: FormQuestion | None) -> Outcome:
    """Return how many companies, or organizations, gave a good answer to a question."""
    forms = {str(kind): form for kind, form in told.findings.forms.items()}
    got = forms[target.source].of(target.question or "") if target.source in forms else {}
    whole = sum(got.values())
    if not whole or question is None:
        return Outcome(None, None, None)
    part = sum(got.get(one.id, 0) for one in question.answers if one.good)
    return Outcome(part, whole, sampled(part, whole, slack=0))


def _against(
    told: Telling, target: Target | None, found: Outcome, later: Mapping[str, Change]
) -> tuple[Figure | str, str]:
    """Return what was promised, also where it was changed later, and what became of the promise as it was made."""
    if target is None:
        return "–", "–"
    before = promised(f"promised.{target.id}.again", target.share)
    verdict = told.say(f"verdict-{found.share.against(target.share) if found.share else 'hidden'}")
    change = later.get(target.id)
    if change and isinstance(change.after, Target):
        after = promised("", change.after.share).said(told.language)
        return told.say("then", share=before.said(told.language), after=after), verdict
    return before, verdict


def _later(told: Telling) -> dict[str, Change]:
    return {one.target: one for one in told.history.changes if one.part == TARGETS}


def _question(told: Telling, target: Target) -> FormQuestion | None:
    forms = {"companies": told.plan.forms.companies, "organizations": told.plan.forms.organizations}
    listed = forms.get(target.source, told.plan.forms.employees)
    return next((one for one in listed if one.id == target.question), None)


def _changed(told: Telling) -> Section:
    changes = told.history.changes
    if not changes:
        return Section("changed", told.say("changed"), (told.say("changed-none"),))
    heads = tuple(map(told.say, ("changed-what", "changed-before", "changed-after", "changed-day")))
    rows = tuple(_change(told, number, one) for number, one in enumerate(changes, start=1))
    return Section("changed", told.say("changed"), tables=(Table("changed", heads, rows),))


def _change(told: Telling, number: int, change: Change) -> Row:
    day = told.day(change.day)
    if change.part != TARGETS:
        return Row(told.say(f"changed-part-{change.part}"), ("–", told.say("changed-rewritten"), day))
    ends: list[Figure | str] = []
    for side, value, missing in (("before", change.before, "nothing-there"), ("after", change.after, "nothing-left")):
        is_target = isinstance(value, Target)
        ends.append(promised(f"changed.{number}.{side}", value.share) if is_target else told.say(missing))  # type: ignore[union-attr]
    known = next(one for one in (change.before, change.after) if isinstance(one, Target))
    return Row(target_name(told, known), (*ends, day))
