"""Two companies, their links, and people who open them in any order: what is one's never reaches the other."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from bot.assembly import House
from bot.conversation.messages import Began, Chose
from bot.people import invites
from bot.people.tokens import Closed
from bot.store.tables import invite, person, voucher
from tests.cast import NOON, CorePhone, the_choice

A, B = "biomed-padana", "officine-bertacchi"
OWN = {A: "cesta-va-e-torna-in-ditta", B: "gomme-e-tagliando-badge"}  # an offer that the other has not
SAID = {Closed.FULL: "già usato tutte le persone", Closed.REVOKED: "è stato ritirato", None: "Grazie"}
PEOPLE = st.sampled_from(["anna", "bruno", "carla"])
COMPANIES = st.sampled_from([A, B])


class Links(RuleBasedStateMachine):
    """`links`: token -> company, most, uses, revoked; `at`: who is a member where."""

    house: House

    @initialize()
    def open(self) -> None:
        with self.house.store.write() as tx:
            for table in (voucher, person, invite):
                tx.execute(table.delete())
        self.links: dict[str, list[Any]] = {}
        self.at: dict[str, str] = {}

    @rule(company=COMPANIES, most=st.sampled_from([None, 1, 2]))
    def make(self, company: str, most: int | None) -> None:
        with self.house.store.write() as tx:
            self.links[invites.create(tx, company, NOON, max_uses=most)] = [company, most, 0, False]

    @precondition(lambda self: self.links)
    @rule(user=PEOPLE, data=st.data())
    def come(self, user: str, data: st.DataObject) -> None:
        token = data.draw(st.sampled_from(list(self.links)))
        company, most, uses, revoked = link = self.links[token]
        phone = CorePhone(self.house, user)
        phone.send(Began(token))
        if self.at.get(user) == company:
            assert "Rieccoti" in phone.screen
            return
        closed = Closed.REVOKED if revoked else Closed.FULL if uses == most else None
        if closed is None:
            phone.send(Chose(the_choice(phone.choices, "Va bene").id))
            self.at[user] = company
            link[2] += 1
        assert SAID[closed] in phone.screen

    @rule(company=COMPANIES)
    def revoke(self, company: str) -> None:
        with self.house.store.write() as tx:
            invites.revoke(tx, company, NOON)
        for link in self.links.values():
            link[3] |= link[0] == company

    @rule(user=PEOPLE)
    def forget(self, user: str) -> None:
        CorePhone(self.house, user).send(Chose("forget:yes"))
        self.at.pop(user, None)

    @rule(user=PEOPLE, company=COMPANIES)
    def take(self, user: str, company: str) -> None:
        phone = CorePhone(self.house, user)
        phone.send(Chose(f"take:{OWN[company]}"))
        assert (phone.voucher is not None) == (self.at.get(user) == company)
        if phone.voucher is None:
            assert ("per altre aziende" if user in self.at else "Gli sconti sono per chi lavora") in phone.screen

    @invariant()
    def each_company_has_its_own_links_and_people_and_no_others(self) -> None:
        for company in (A, B) if hasattr(self, "at") else ():
            mine = [link for link in self.links.values() if link[0] == company]
            people = {self.house.keys.person(company, user) for user, at in self.at.items() if at == company}
            with self.house.store.read() as tx:
                listed = invites.listing(tx, company, NOON)
                members = select(person.c.id).where(person.c.company == company, person.c.ended_at.is_(None))
                assert set(tx.execute(members).scalars()) == people
            closed = [Closed.REVOKED if link[3] else Closed.FULL if link[2] == link[1] else None for link in mine]
            assert sorted((one.uses, str(one.closed)) for one in listed) == sorted(
                (link[2], str(why)) for link, why in zip(mine, closed, strict=True)
            )


def test_a_link_of_one_company_never_reaches_the_rows_of_another(any_house: House) -> None:
    machine = type("LinksOfThis", (Links,), {"house": any_house})
    quick = settings(
        max_examples=8, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(machine, settings=quick)
