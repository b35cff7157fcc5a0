"""The document at the end: published once, the same bytes for good, and no figure in it that its CSV lacks."""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from sqlalchemy import func, insert, select

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.interval import Interval
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.evaluation import form_links, outcomes, programme, publishing
from bot.evaluation.outcomes import Kind, Outcome
from bot.evaluation.publishing import NobodyCounted, NotClosed, hand_out
from bot.insight import events
from bot.insight.events import Thing
from bot.insight.ledger import NotEnded
from bot.people import erasure
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.evaluation import evaluation_page, outcome
from bot.store.insight import publication
from bot.store.migrate import migrate
from tests.conftest import KNOWLEDGE, TODAY

KEYS = Keys(b"k" * 32)
BIG, OTHER, TINY = "biomed-padana", "ceramiche-secchia", "studio-goldoni"
BEFORE, DURING = datetime(2026, 6, 1, 9, tzinfo=UTC), date(2026, 8, 3)
AFTER, NOW = date(2026, 10, 2), datetime(2026, 10, 2, 9, tzinfo=UTC)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'kmzero.db'}")
    migrate(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def few() -> Catalogue:
    """Three companies and four organizations, and a programme of one quarter."""
    release = check(load(KNOWLEDGE), TODAY).release
    assert release
    assert release.evaluation
    plan = release.evaluation.model_copy(update={"period": Interval(first=date(2026, 7, 1), last=date(2026, 9, 30))})
    companies = tuple(one for one in release.companies if one.id in (BIG, OTHER, TINY))
    less = {"companies": companies, "organizations": release.organizations[:4], "evaluation": plan}
    return Catalogue(1, release.model_copy(update=less))


def live(store: Store, few: Catalogue) -> None:
    """Let the programme happen: people are counted, companies and organizations answer."""
    plan, services, dice = few.release.evaluation, list(few.entries), random.Random(7)
    assert plan
    with store.write() as tx:
        releases.add(tx, few.release, b"", BEFORE)
        for company, people in ((BIG, 120), (OTHER, 200), (TINY, 6)):
            for number in range(people):
                me = Person(KEYS.person(company, f"user {number}"), company, "it")
                things = [Outcome("reached"), Outcome("understood"), Outcome("offered")]
                events.note(tx, KEYS, me, [Thing("reached"), Thing("shown", services[number % 3])], DURING)
                if dice.random() < 0.8:
                    service = services[number % 3]
                    steps = ("took", "asked", "answered", "contacted", "helped")[: dice.choice((2, 3, 4, 5, 5, 5))]
                    area = few.area_of[few.entries[service].needs[0]].id
                    things += [Outcome(cast("Kind", step)) for step in steps]
                    things += [Outcome(cast("Kind", f"{step}-in"), area) for step in steps]
                    things += [
                        Outcome(cast("Kind", f"{step}-of"), service)
                        for step in steps
                        if step in ("asked", "contacted", "helped")
                    ]
                    things += [Outcome("reason", dice.choice(("dear", "far")))] * (steps[-1] == "contacted")
                    things.append(Outcome("why", f"why:{dice.choice(('known', 'trust', 'costs'))}"))
                if dice.random() < 0.7:
                    things += [Outcome("form", f"{q.id}:{dice.choice(q.answers).id}") for q in plan.forms.employees]
                things.append(Outcome("gap", f"{next(iter(few.needs))}|carpi|dear"))
                outcomes.note(tx, KEYS, plan, me, things)
        for number in range(6):
            token = form_links.create(tx, plan.id, "companies", f"firm-{number}", now=NOW, network=few.network.id)
            link = form_links.find(tx, KEYS, token)
            assert link
            given = {q.id: q.answers[number % 2].id for q in plan.forms.companies}
            form_links.answer(tx, KEYS, link, given, asked=given, now=NOW)


def report(store: Store, few: Catalogue, today: date = AFTER) -> dict[str, bytes]:
    return hand_out(store, KEYS, few, "programma-2026", today=today, now=NOW)


class Words(HTMLParser):
    """Reads what stands in a page, without its style and its drawings, by language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.skipped = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)


def numbers_of_pdf(content: bytes) -> set[str]:
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > 3
    feet = re.compile(r"(?:pagina|page) \d+ (?:di|of) \d+")
    return {number for text in pages for number in NUMBER.findall(feet.sub("", text))}


def test_every_figure_of_the_text_stands_in_the_csv(store: Store, few: Catalogue) -> None:
    live(store, few)
    files = report(store, few)
    for name in (one.removesuffix(".html") for one in files if one.endswith(".html")):
        rows = list(csv.reader(files[f"{name}.csv"].decode("utf-8-sig").splitlines(), delimiter=";"))
        sheet = {number for row in rows for cell in row for number in NUMBER.findall(cell)}
        sheet |= {f"{int(number):,}".replace(",", sign) for number in sheet if number.isdigit() for sign in ".,"}
        said = set(NUMBER.findall(" ".join(Words(files[f"{name}.html"].decode()).words)))
        papers = [numbers_of_pdf(files[one]) for one in files if one.startswith(f"{name}.") and one.endswith(".pdf")]
        assert len(said) > 5
        assert said <= sheet, (name, said - sheet)
        assert len(papers) == (2 if name == "kmzero-programma-2026" else 0)
        assert all(numbers <= sheet for numbers in papers), [numbers - sheet for numbers in papers]
        if papers:
            told = {row[0] for row in rows if any(NUMBER.search(cell) for cell in row[5:8])}
            assert {"target.facile.share", "target.aziende-restano.share"} <= told


def test_what_one_file_hides_no_other_tells(store: Store, few: Catalogue) -> None:
    live(store, few)
    said = defaultdict[str, set[tuple[str, ...]]](set)
    for name, content in report(store, few).items():
        rows = csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";") if name.endswith(".csv") else ()
        for row in rows:
            said[row[0]].add(tuple(row[3:]))
    figures = {one: rows for one, rows in said.items() if one != "id" and not one.startswith("text.")}
    assert {"network.helped", "company.biomed-padana.reached"} <= {*figures}
    assert [one for one, rows in figures.items() if len(rows) > 1] == []


def test_it_is_published_once_and_whole_and_nobody_is_left(store: Store, few: Catalogue) -> None:
    live(store, few)
    first = report(store, few)
    assert "kmzero-programma-2026-company-biomed-padana.html" in first
    with store.write() as tx:
        assert tx.execute(select(func.count()).select_from(outcome)).scalar() == 0
        assert tx.execute(select(func.count()).where(publication.c.quarter == "2026Q3")).scalar()
        for number in range(60):
            erasure.forget(tx, Whose(KEYS, f"user {number}", (BIG,)), NOW)
    assert report(store, few, today=date(2027, 3, 1)) == first
    with store.read() as tx:
        assert tx.execute(select(func.count()).select_from(evaluation_page)).scalar() == len(first)


def test_once_it_is_published_nobody_is_counted_any_more(store: Store, few: Catalogue) -> None:
    live(store, few)
    report(store, few)
    plan, me = few.release.evaluation, Person(KEYS.person(BIG, "late"), BIG, "it")
    assert plan
    with store.write() as tx:
        assert (
            outcomes.note(tx, KEYS, plan, me, [Outcome("helped"), Outcome("helped-of", next(iter(few.entries)))]) == 0
        )
        assert tx.execute(select(func.count()).select_from(outcome)).scalar() == 0


def test_what_was_written_in_the_moment_of_publishing_goes_with_the_next_sweep(store: Store, few: Catalogue) -> None:
    live(store, few)
    report(store, few)
    with store.write() as tx:
        tx.execute(insert(outcome).values(evaluation="programma-2026", mark="0" * 32, content="sealed"))
        assert outcomes.sweep(tx, date(2026, 1, 1)) == 1


def test_who_is_erased_while_it_is_worked_out_is_not_in_it(
    store: Store, few: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(store, few)
    drawing, done = publishing.drawn, list[bool]()

    def draw_and_erase(*given: Any) -> publishing.Files:
        made = drawing(*given)
        if not done:
            done.append(True)
            with store.write() as tx:  # nobody waits for the document
                for number in range(20):
                    erasure.forget(tx, Whose(KEYS, f"user {number}", (BIG,)), NOW)
        return made

    monkeypatch.setattr(publishing, "drawn", draw_and_erase)
    sheet = report(store, few)["kmzero-programma-2026-company-biomed-padana.csv"].decode()
    assert "company.biomed-padana.reached;" in sheet
    assert re.search(r"company\.biomed-padana\.reached;[^;]*;[^;]*;100;", sheet)


def test_a_small_company_and_one_of_which_nobody_was_counted_get_no_figure_of_their_own(
    store: Store, few: Catalogue
) -> None:
    live(store, few)
    page = report(store, few)["kmzero-programma-2026-company-studio-goldoni.html"].decode()
    assert "I vostri numeri sono troppo piccoli" in page
    assert 'data-head="Voi">non mostrato' in page
    assert "Che cosa è successo in tutta la rete" in page


@pytest.mark.parametrize(
    ("today", "refusal"),
    [(date(2026, 9, 30), NotClosed), (AFTER, NobodyCounted)],
    ids=["the period is not over", "nobody was counted"],
)
def test_it_waits_for_the_end(store: Store, few: Catalogue, today: date, refusal: type[Exception]) -> None:
    with store.write() as tx:
        releases.add(tx, few.release, b"", BEFORE)
    with pytest.raises(refusal):
        report(store, few, today=today)


def test_forms_closed_before_the_end_of_a_quarter_wait_for_its_end(store: Store, few: Catalogue) -> None:
    live(store, few)
    plan = few.release.evaluation
    assert plan
    with store.write() as tx:
        programme.open_forms(tx, plan, datetime(2026, 9, 1, tzinfo=UTC))
        programme.close_forms(tx, plan.id, datetime(2026, 9, 10, tzinfo=UTC))
    with pytest.raises(NotEnded, match="2026Q3"):
        report(store, few, today=date(2026, 9, 20))
    with store.read() as tx:
        assert tx.execute(select(func.count()).select_from(outcome)).scalar()
