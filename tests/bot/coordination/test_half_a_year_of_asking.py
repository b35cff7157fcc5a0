"""Half a year, forty organizations that answer at once, late, never, or change things: asked exactly as promised.

What is promised is written here a second time, day by day, without the program's rule.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue, Entry
from bot.conversation import notices
from bot.conversation.messages import Chose
from bot.coordination import commands, organization_answers, proposals, publishing
from bot.coordination.drafts import Edit
from bot.coordination.organization_answers import Door
from bot.coordination.request import Request
from bot.coordination.wording import short
from bot.editorial import audit
from bot.partners import asks
from bot.people import roles
from bot.store.coordination import role
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.upkeep import DUTIES, Means, do
from tests.bot.coordination.forty_organizations import KEYS, Publisher, jobs_of

START = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
DAYS = 180
ASKING = next(duty for duty in DUTIES if duty.what == "services asked about")
# How an organization is, by its number: after how many days it answers an ask, with what; None: never.
KINDS: list[tuple[int | None, str | None]] = [
    (0, "checked_on"),
    (20, "checked_on"),
    (None, None),
    (3, "price"),
    (1, "hours"),
    (50, "checked_on"),
    (None, "a coordinator calls"),
    (30, "suspended"),
]


@dataclass
class Promise:
    """What is promised of one service, kept by hand."""

    confirmed: date
    asked: list[date] = field(default_factory=list)  # without an answer
    suspended: bool = False

    def is_asked(self, today: date) -> bool:
        """On the sixtieth day, twice more after fourteen days each, then every sixty days."""
        if self.suspended:
            return False
        if not self.asked:
            return (today - self.confirmed).days >= 60
        return (today - self.asked[-1]).days == (14 if len(self.asked) < 3 else 60)

    def is_unconfirmed(self, today: date) -> bool:
        return not self.suspended and len(self.asked) >= 3 and (today - self.asked[2]).days >= 14

    def answered(self, today: date) -> None:
        self.confirmed, self.asked = today, []


class World:
    """The network as it goes on: what is done, and what should have come of it."""

    def __init__(self, store: Store) -> None:
        self.store, self.jobs = store, jobs_of(store)
        self.means = Means(store, KEYS, lambda _: self.catalogue())
        self.known: Catalogue | None = None
        self.now = START
        self.promises = {
            one.id: Promise(one.service.checked_on or date.min) for one in self.catalogue().entries.values()
        }
        self.expected: list[tuple[str, str | None, int | None, str]] = []  # act, organization, coordinator, service
        self.messages = 0

    @property
    def today(self) -> date:
        return self.now.date()

    def catalogue(self) -> Catalogue:
        with self.store.read() as tx:
            if self.known is None or self.known.number != releases.current_number(tx):
                self.known = releases.live(tx)
        assert self.known
        return self.known

    def asks(self) -> None:
        """Let the clock go round: at night nothing, by day once."""
        due = [one for one, promise in self.promises.items() if promise.is_asked(self.today)]
        counts = [do(ASKING, self.means, self.now + HOUR * hours) for hours in (-9, 0, 6)]
        assert counts == [0, len(due), 0], self.today
        for one in due:
            self.promises[one].asked.append(self.today)
            self.expected.append(("ask", _organization(one), None, one))
        self._is_told(due)

    def _is_told(self, due: list[str]) -> None:
        with self.store.write() as tx:
            found = notices.waiting(tx, KEYS, "rita")
            notices.taken(tx, found)
        asking = [one.message for one in found if "È ora di chiedere" in one.message.text]
        assert len(asking) == bool(due), "one message gathers what is due"
        for message in asking:
            assert message.silent
            named = message.text.count("• <b>")
            assert named == min(10, len({_organization(one) for one in due}))
            assert f"✉️ o{_organization(due[0]).removeprefix('org-')}@example.org" in message.text or named == 10
        self.messages += len(asking)

    def answers(self) -> None:
        """Let the organizations answer that do so today, each of its services."""
        entries = self.catalogue().entries
        for one, promise in self.promises.items():
            after, what = KINDS[_number(one) % len(KINDS)]
            if promise.asked and after is not None and promise.asked[0] + timedelta(after) == self.today:
                self._answer(entries[one], str(what))
            if what == "a coordinator calls" and promise.is_unconfirmed(self.today):
                self._press(f"coord:valid:{short(one)}")
                self.expected.append(("confirm", None, 1, one))
                promise.answered(self.today)
        self.jobs.work_off(self.now)

    def _answer(self, entry: Entry, field_: str) -> None:
        value = {"checked_on": "", "hours": f"Mo-Fr 08:{(self.now - START).days % 59:02}-17:00", "suspended": "lavori"}
        price = {"amount": str(20 + self.today.toordinal() % 30), "per": "month"}
        with self.store.write() as tx:
            door = Door(tx, KEYS, self.catalogue(), self.now)
            for _ in range(2):  # twice is as good as once
                if field_ == "checked_on":
                    organization_answers.confirm(door, [entry])
                else:
                    edit = Edit(entry.id, field_, price if field_ == "price" else value[field_])  # type: ignore[arg-type]
                    organization_answers.answer(door, entry, edit)
        act = {"checked_on": "confirm", "hours": "change"}.get(field_, "propose")
        self.expected.append((act, entry.organization.id, None, entry.id))
        self.promises[entry.id].answered(self.today)

    def decides(self) -> None:
        """Let the coordinator publish and drop by turns what waits since yesterday."""
        with self.store.read() as tx:
            waiting = proposals.waiting(tx)
        for one in waiting:
            publishes = one.id % 2 == 0
            act = "accept" if publishes else "refuse"
            for _ in range(2):
                self._press(f"coord:{act}:{one.id}")
            suspends = one.edit.field == "suspended"
            done = "refuse" if not publishes else "suspend" if suspends else "change"
            self.expected.append((done, one.organization, 1, one.edit.service))
            self.promises[one.edit.service].suspended |= publishes and suspends
        self.jobs.work_off(self.now)

    def _press(self, choice: str) -> None:
        with self.store.write() as tx:
            me = roles.numbered(tx, 1)
            assert me
            commands.answer(Chose(choice), Request(tx, KEYS, me, self.catalogue(), self.now))

    def is_as_promised(self) -> None:
        with self.store.read() as tx:
            found = asks.unconfirmed(tx, self.catalogue(), self.today)
        promised = {one: each.confirmed for one, each in self.promises.items() if each.is_unconfirmed(self.today)}
        assert dict(found) == promised, self.today


def _number(service: str) -> int:
    return int(service.split("-")[1])


def _organization(service: str) -> str:
    return f"org-{_number(service)}"


@pytest.fixture
def world(database_url: str, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    store, publisher = open_store(database_url), Publisher(catalogue)
    migrate(store)
    monkeypatch.setattr(publishing, "prepare", publisher.prepare)
    publisher.first(store, START)
    with store.write() as tx:
        row = {"number": 1, "language": "it", "since": START, "chat": KEYS.seal("rita"), "mark": "m"}
        tx.execute(insert(role).values(row))
    yield World(store)
    store.close()


def test_organizations_are_asked_exactly_as_promised_and_the_audit_has_all_of_it(world: World) -> None:
    for _ in range(DAYS):
        world.decides()
        world.asks()
        world.answers()
        world.is_as_promised()
        world.now += DAY
    with world.store.read() as tx:
        noted = [(one.deed.act, one.organization, one.role, one.deed.subject) for one in audit.listing(tx)]
    assert Counter(noted) == Counter(world.expected)
    acts = {act for act, *_ in noted}
    assert acts == {"ask", "confirm", "change", "propose", "refuse", "suspend"}
    assert any(len(one.asked) > 3 for one in world.promises.values()), "who never answers is asked on"
    assert world.messages < DAYS
