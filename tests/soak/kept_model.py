"""Consent, counts, codes, reminders, reports, leaving, erasure, rejoining: what is kept of whom, in a model."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Row, select

from bot.assembly import House
from bot.conversation.messages import Began, Chose, Incoming, Reply
from bot.people import invites
from bot.people.kept import Whose
from bot.people.register import of_people
from bot.store.tables import asked, metadata, pool_code, press
from tests.cast import NOON, NoLuck
from tests.soak.ledger import Ledger
from tests.soak.machines import different

PEOPLE = ("1001", "1002", "1003")
COMPANIES = ("biomed-padana", "ceramiche-secchia")
SERVICE, OFFER = "casa-sicura", "casa-sicura-rete"
SAME = {"person", "voucher", "saved", "reminder", "wrong_entry", "counted", "conversation"}  # what the model knows


@dataclass
class Kept:
    """What is kept of one user, as the register should find it."""

    company: str | None = None  # of the membership in course
    asked_by: str | None = None  # the company of a link that waits for its yes or no
    talks: bool = False
    ended: set[str] = field(default_factory=set)  # memberships that a voucher holds
    holds: str | None = None  # the company through which the voucher was taken
    ever: bool = False  # a voucher was taken once: its mark stays
    saved: bool = False
    reminded: bool = False
    reports: set[str] = field(default_factory=set)
    counted: set[tuple[str, str, str]] = field(default_factory=set)  # company, kind, value

    def leave(self) -> None:
        """End the membership."""
        if self.company and self.holds == self.company:
            self.ended.add(self.company)
        self.company, self.saved, self.reminded = None, False, False

    def rows(self) -> dict[str, Any]:
        """Return what each table should have."""
        people = {(self.company, False)} if self.company else set()
        return {
            "person": people | {(company, True) for company in self.ended},
            "voucher": {self.holds is not None} if self.ever else set(),
            "saved": self.saved,
            "reminder": self.reminded,
            "wrong_entry": self.reports,
            "counted": len(self.counted),
            "conversation": self.talks,
        }


PROJECTED: dict[str, Callable[[list[Row[Any]]], Any]] = {
    "person": lambda rows: {(row.company, row.ended_at is not None) for row in rows},
    "voucher": lambda rows: {row.person is not None for row in rows},
    "saved": bool,
    "reminder": bool,
    "wrong_entry": lambda rows: {row.kind for row in rows},
    "counted": len,
    "conversation": bool,
}
who = st.sampled_from(PEOPLE)


class Programme(RuleBasedStateMachine):
    """The real bot beside the model."""

    house: House

    @initialize()
    def open(self) -> None:
        with self.house.store.write() as tx:
            theirs = {kept.table for kept in of_people()} | {asked, press, pool_code}
            for table in reversed(metadata.sorted_tables):
                if table in theirs:
                    tx.execute(table.delete())
            self.tokens = {company: invites.create(tx, company, NOON) for company in COMPANIES}
            self.catalogue = self.house.concierge.live.edition(tx).catalogue
        self.need = self.catalogue.entries[SERVICE].needs[0]
        self.house.concierge.dice = NoLuck()
        self.house.concierge.sessions._guests.clear()  # they are in memory only, for a day
        self.model: dict[str, Kept] = defaultdict(Kept)
        self.acted = PEOPLE[0]
        for user, company in zip(PEOPLE, (*COMPANIES, *COMPANIES), strict=False):
            self.comes_in(user, company)

    def send(self, user: str, message: Incoming) -> Reply:
        """Send a message; whoever is a member, or is being asked, has a conversation then."""
        self.acted = user
        with self.house.store.write() as tx:
            return self.house.concierge.handle(tx, user, message, NOON)

    def press(self, user: str, choice: str) -> Reply:
        reply = self.send(user, Chose(choice))
        mine = self.model[user]
        mine.talks = bool(mine.company or mine.asked_by)
        return reply

    def count(self, user: str, reply: Reply, *things: tuple[str, str]) -> None:
        """Expect that a member is counted for something, and for every card that they were shown."""
        mine = self.model[user]
        if mine.company is None:
            return
        shown = {("shown", one.id) for message in reply.messages for one in message.services}
        area = {("need", self.catalogue.area_of[self.need].id)} if ("need", "") in things else set()
        found = {thing for thing in things if thing != ("need", "")} | shown | area | {("reached", "")}
        mine.counted |= {(mine.company, *thing) for thing in found}

    @rule(user=who, company=st.sampled_from(COMPANIES))
    def opens_a_link(self, user: str, company: str) -> None:
        self.send(user, Began(self.tokens[company]))
        mine = self.model[user]
        mine.asked_by = None if mine.company == company else company
        mine.talks = bool(mine.company or mine.asked_by)

    @rule(user=who, company=st.sampled_from(COMPANIES))
    def comes_in(self, user: str, company: str) -> None:
        self.opens_a_link(user, company)
        self.says_yes(user)

    @rule(user=who)
    def says_yes(self, user: str) -> None:
        mine = self.model[user]
        company, mine.asked_by = mine.asked_by, None
        if company and company != mine.company:
            mine.leave()
            mine.company = company
            mine.ended.discard(company)
            mine.counted.add((company, "place", "other"))
        self.press(user, "consent:yes")

    @rule(user=who)
    def says_no(self, user: str) -> None:
        mine = self.model[user]
        if mine.company and mine.asked_by in (None, mine.company):
            self.withdrawn(mine)
        mine.asked_by = None
        self.press(user, "consent:no")

    @rule(user=who)
    def withdraws(self, user: str) -> None:
        mine = self.model[user]
        if mine.company and mine.asked_by in (None, mine.company):
            self.withdrawn(mine)
        mine.asked_by = None
        self.press(user, "consent:withdraw")

    def withdrawn(self, mine: Kept) -> None:
        mine.leave()
        mine.counted.clear()
        mine.reports.clear()

    @rule(user=who)
    def asks_to_be_forgotten(self, user: str) -> None:
        ever = self.model[user].ever
        self.model[user] = Kept(ever=ever)
        self.press(user, "forget:yes")

    @rule(user=who)
    def looks_at_their_data(self, user: str) -> None:
        reply = self.press(user, "mydata")
        mine = self.model[user]
        anything = any(mine.rows().values())
        assert anything == any(message.attachment for message in reply.messages)

    @rule(user=who)
    def looks_for_a_service(self, user: str) -> None:
        if not self.model[user].asked_by:
            self.count(user, self.press(user, f"need:{self.need}"), ("need", ""))

    @rule(user=who)
    def takes_a_code(self, user: str) -> None:
        mine = self.model[user]
        if mine.asked_by:
            return
        reply = self.press(user, f"take:{OFFER}")
        if mine.company is None:
            return
        if mine.ever and mine.holds is None:  # one a head, also of who was forgotten
            self.count(user, reply)
            return
        self.count(user, reply, ("taken", ""), ("claimed", SERVICE))
        mine.reminded |= mine.holds is None  # of what is new the bot asks how it went
        mine.holds, mine.ever = mine.holds or mine.company, True

    @rule(user=who)
    def puts_aside(self, user: str) -> None:
        if not self.model[user].asked_by:
            self.count(user, self.press(user, f"save:{SERVICE}"))
            self.model[user].saved |= self.model[user].company is not None

    @rule(user=who)
    def wants_to_be_reminded(self, user: str) -> None:
        if not self.model[user].asked_by:
            self.count(user, self.press(user, f"ring:{SERVICE}"))
            self.model[user].reminded |= self.model[user].company is not None

    @rule(user=who, kind=st.sampled_from(["phone", "price"]))
    def reports(self, user: str, kind: str) -> None:
        if not self.model[user].asked_by:
            self.count(user, self.press(user, f"w-{kind}:{SERVICE}"))
            self.model[user].reports.add(kind)

    @invariant()
    def the_register_finds_what_is_kept_and_nothing_else(self) -> None:
        if not hasattr(self, "model"):
            return
        other = PEOPLE[(PEOPLE.index(self.acted) + 1) % len(PEOPLE)]
        with self.house.store.read() as tx:
            for user in (self.acted, other):
                whose = Whose(self.house.keys, user, COMPANIES)
                for kept in of_people():
                    if kept.table.name in SAME:
                        rows = list(tx.execute(select(kept.table).where(kept.of(tx, whose))))
                        found, expected = PROJECTED[kept.table.name](rows), self.model[user].rows()[kept.table.name]
                        assert found == expected, f"{kept.table.name} of {user}: {found}, not {expected}"


def kept_of_whom(house: House, ledger: Ledger, *, examples: int = 300, steps: int = 50) -> None:
    """Take random steps, and compare what is kept of two people after every one."""
    machine = type("ProgrammeOnThis", (Programme,), {"house": house})
    found = different(machine, examples=examples, steps=steps)
    name = f"{house.store.engine.dialect.name}: what is kept of whom, {examples} runs of {steps} steps"
    ledger.note(name, found or "equal after every step", ok=not found)
