"""A head is a head: whoever has the links of all companies takes no more than an offer gives one person."""

from datetime import date
from typing import Any

import pytest

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Offer
from bot.conversation.messages import Began, Chose
from bot.people import erasure, invites, members
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.store.engine import Store
from bot.vouchers import claims, pools
from bot.vouchers.voucher import Another, Refusal, Voucher
from tests.bot.vouchers.conftest import FIRST, KEYS, NOW
from tests.cast import NOON, CorePhone

TODAY = date(2026, 11, 24)
KINDS: dict[str, dict[str, Any]] = {
    "pool": {},
    "generated": {},
    "none": {},
    "shared": {"code": "CARPI20"},
    "shared, limited": {"code": "CARPI20", "max_uses": 50},
}
COMPANIES = [f"company-{number}" for number in range(13)]


def offer(kind: str, per_person: int) -> Offer:
    values: dict[str, Any] = {"id": "sconto", "value": {"percent": 10}, "valid": "2026-09-01/2027-12-31"}
    values |= {"voucher": kind.partition(",")[0], "per_person": per_person}
    return Offer.model_validate(values | KINDS[kind])


def through_all_links(store: Store, wanted: Offer, user: str = "anna") -> list[Voucher | Refusal]:
    """Join one company after the other and take what there is, wishing for one more each time."""
    got = []
    with store.write() as tx:
        pools.add(tx, "sconto", [f"C-{number:02}" for number in range(40)], NOW, valid_from=FIRST)
    for company in COMPANIES:
        with store.write() as tx:
            erasure.leave(tx, Whose(KEYS, user, tuple(COMPANIES)), NOW)
            members.join(tx, KEYS, company, user, language="it", now=NOW)
            me = members.find(tx, KEYS, COMPANIES, user)
            assert me
            got.append(claims.claim(tx, KEYS, wanted, "il-girasole", me, now=NOW, today=TODAY, another=Another()))
    return got


def new(got: list[Voucher | Refusal]) -> int:
    """Count the vouchers that were given, not shown again."""
    return len({one.had for one in got if isinstance(one, Voucher)})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("per_person", [1, 2])
def test_thirteen_links_give_one_head_no_more_than_one_link(store: Store, kind: str, per_person: int) -> None:
    got = through_all_links(store, offer(kind, per_person))
    assert new(got) == per_person
    others = through_all_links(store, offer(kind, per_person), user="bruno")
    assert new(others) == per_person, "another head is another"


def test_who_took_one_under_a_mark_of_before_has_had_it(store: Store) -> None:
    """Kmzero before 0.3 made the marks of limits for each company."""
    wanted = offer("generated", 1)
    with store.write() as tx:
        me = members.join(tx, KEYS, COMPANIES[3], "anna", language="it", now=NOW)
        before = members.Person(me.id, me.company, "it", head=me.id)
        assert isinstance(claims.claim(tx, KEYS, wanted, "a", before, now=NOW, today=TODAY), Voucher)
        erasure.forget(tx, Whose(KEYS, "anna", tuple(COMPANIES)), NOW)
        members.join(tx, KEYS, COMPANIES[5], "anna", language="it", now=NOW)
        again = members.find(tx, KEYS, COMPANIES, "anna")
        assert again
        assert claims.claim(tx, KEYS, wanted, "a", again, now=NOW, today=TODAY) is Refusal.TAKEN


def test_the_mark_of_a_limit_leads_to_nothing_else() -> None:
    keys = Keys(b"k" * 32)
    head = keys.head("anna")
    marks = {keys.limit("a", head), keys.limit("b", head), head, keys.person("x", "anna"), keys.chat("anna")}
    marks |= {
        keys.notice("anna"),
        keys.arriving("anna"),
        keys.leaving("anna"),
        keys.coordinator("anna"),
        keys.reporter("s", "anna"),
    }
    assert len(marks) == 10


def test_the_links_of_three_companies_give_one_code_in_the_chat_too(house: House) -> None:
    with house.store.write() as tx:
        catalogue: Catalogue = house.concierge.live.edition(tx).catalogue
        links = [invites.create(tx, company, NOON) for company in list(catalogue.companies)[:3]]
    once = next(
        one.id
        for _, one in catalogue.offers.values()
        if one.per_person == 1 and one.companies == "all" and one.voucher == "generated" and one.valid.holds(TODAY)
    )
    phone, codes = CorePhone(house, "anna"), set()
    for link in links:
        phone.send(Began(link))
        phone.send(Chose("consent:yes"))
        phone.send(Chose(f"take:{once}"))
        assert phone.voucher
        codes.add(phone.voucher.code)
    assert len(codes) == 1
