"""Whether what is true of invented programmes lies inside the intervals that their evaluations print.

`python -m tests.soak.truth_covered [SEEDS]` tells it of 200 seeds, by kind of figure. Nothing is written to a database:
the counts are those that `kmzero demo-data` counts, and the figures those of the document.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.evaluation import Evaluation
from bot.catalogue.interval import Interval
from bot.cli import screen
from bot.cli.bench.invented_outcomes import Outcomes, shares_of
from bot.cli.bench.invented_programme import Programme
from bot.cli.bench.invented_truth import Shares, shares, within
from bot.cli.bench.reasons_simulated import SHARES
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.evaluation import content
from bot.evaluation.document import Document
from bot.evaluation.figures import lay_out
from bot.evaluation.findings import Findings, Form, form, why
from bot.evaluation.form_links import Kind
from bot.evaluation.outcomes import OF_COMPANIES, Counts, Outcome
from bot.evaluation.programme import History
from bot.evaluation.publishing import _shape
from bot.evaluation.telling import Telling
from bot.insight.suppression import figures, suppress
from bot.insight.tables import OWN_REPORT
from tests.soak.ground import Ground
from tests.soak.ledger import Ledger
from tests.soak.shipped_bot import KNOWLEDGE

UNTIL, MONTHS = date(2026, 11, 28), 24
TARGET = 0.93
KINDS = ("contacted", "helped", "areas", "why", "form", "owners")  # "all": as if everybody asked had answered

Found = Counter[tuple[str, bool]]  # kind of figure, inside


def truth_covered(ground: Ground, ledger: Ledger, *, seeds: int = 200) -> None:
    found = covered(seeds, shipped())
    share = _share(found, *KINDS)
    told = ", ".join(f"{kind} {_share(found, kind):.3f}" for kind in KINDS)
    ledger.note(
        f"{seeds} programmes: truth inside the printed intervals >= {TARGET}",
        f"{share:.3f} ({told})",
        ok=share >= TARGET,
    )


def covered(seeds: int, catalogue: Catalogue) -> Found:
    """Return how many printed intervals hold what is true, and how many do not, by kind."""
    found: Found = Counter()
    for seed in range(1, seeds + 1):
        document, truth = _evaluated(catalogue, seed)
        printed = {
            one.id: (float(one.low), float(one.high))
            for _, one in document.figures()
            if one.low is not None and one.high is not None
        }
        for kind, name, share in truth:
            if name in printed:
                low, high = printed[name]
                found[kind, low <= 100 * share <= high] += 1
    return found


def shipped() -> Catalogue:
    release = check(load(KNOWLEDGE), UNTIL).release
    assert release
    return Catalogue(1, release)


def _evaluated(catalogue: Catalogue, seed: int) -> tuple[Document, list[tuple[str, str, float]]]:
    """Return the document of one invented programme, and what is true: kind, id of the figure, share."""
    programme = Programme(catalogue, seed, MONTHS, UNTIL)
    assert catalogue.release.evaluation
    period = Interval(first=programme.first, last=programme.last)
    written = catalogue.release.evaluation.model_copy(update={"period": period})
    invented = Outcomes(catalogue, written, seed)
    counts = counted(programme, invented)
    history = History(written, programme.first, ())
    telling = Telling(_findings(invented, history, counts), history, catalogue, {}, "it")
    return content.of_network(telling), list(_truth(invented, written))


def counted(programme: Programme, invented: Outcomes) -> Counts:
    found: Counter[tuple[str, str, str]] = Counter()
    company = {}
    for visit in programme.visits():
        company[visit.user] = visit.company
        _add(found, visit.company, invented.of_visit(visit))
    for user in list(invented.people):
        _add(found, company[user], invented.at_the_end(user))
    return found


def _add(found: Counter[tuple[str, str, str]], company: str, things: Iterable[Outcome]) -> None:
    found.update((company if one.kind in OF_COMPANIES else "", one.kind, one.value) for one in things)


def _findings(invented: Outcomes, history: History, counts: Counts) -> Findings:
    shape = _shape(invented.catalogue, history, invented.evaluation.last, counts)
    layout = lay_out(counts, shape)
    small = (one for one in shape.companies if counts.get((one, "reached", ""), 0) < OWN_REPORT)
    owners: Mapping[Kind, Iterable[str]] = {
        "companies": invented.catalogue.companies,
        "organizations": [one.id for one in invented.catalogue.release.organizations],
    }
    forms = {kind: _form(invented, kind, ids) for kind, ids in owners.items()}
    return Findings(figures(layout, suppress(layout)), tuple(small), None, why(counts), forms, {}, (), "2026-11-28")


def _form(invented: Outcomes, kind: Kind, owners: Iterable[str]) -> Form:
    given = [invented.of_owner(getattr(invented.evaluation.forms, kind), owner) for owner in owners]
    return form(len(given), [one for one in given if one])


def _truth(invented: Outcomes, written: Evaluation) -> Iterator[tuple[str, str, float]]:
    asked = [known.asked for known in invented.people.values() if known.asked]
    whole = shares(asked)
    yield from _of_steps("chain.contacted.share", "chain.helped.share", whole)
    for area in invented.catalogue.areas:
        yield "areas", f"areas.{area}.rate", shares(within(asked, area)).helped
    yield from (("why", f"why.{reason}", share) for reason, share in SHARES.items())
    for question in written.forms.employees:
        yield from (("form", f"form.{question.id}.{one}.share", share) for one, share in shares_of(question).items())
    for kind in ("companies", "organizations"):
        for question in getattr(written.forms, kind):
            yield from (("owners", f"{kind}.{question.id}.{one}", share) for one, share in shares_of(question).items())


def _of_steps(contacted: str, helped: str, whole: Shares) -> Iterator[tuple[str, str, float]]:
    yield "contacted", contacted, whole.contacted
    yield "helped", helped, whole.helped
    yield "contacted, all", contacted, whole.contacted_of_all
    yield "helped, all", helped, whole.helped_of_all


def _share(found: Found, *kinds: str) -> float:
    inside = sum(found[kind, True] for kind in kinds)
    return inside / max(1, inside + sum(found[kind, False] for kind in kinds))


if __name__ == "__main__":
    tally = covered(int(sys.argv[1]) if len(sys.argv) > 1 else 200, shipped())
    for one in sorted({kind for kind, _ in tally}):
        screen.line(f"{one:<16} {_share(tally, one):.3f} of {tally[one, True] + tally[one, False]}")
    screen.line(f"{'together':<16} {_share(tally, *KINDS):.3f}")
