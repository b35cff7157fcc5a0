"""What a typed code is at an organization's desk: every state, however it is typed, whatever became of it."""

from datetime import date, datetime

import pytest
from sqlalchemy import select, text

from bot.partners.codes import State
from bot.partners.desk import Seen
from bot.partners.typed import exactly, folds, is_empty
from bot.people import erasure
from bot.people.kept import Whose
from bot.store.tables import FOLDED, voucher
from bot.vouchers import imports, pools, returns
from tests.bot.partners.conftest import KEYS, NOW, TODAY, Town, offer


def on(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T11:00:00+00:00")


def test_a_code_that_was_given_is_valid_until_its_last_day(town: Town) -> None:
    code = town.take("biglietto")
    for day in (TODAY.isoformat(), "2027-12-31"):
        verdict = town.seen(code, now=on(day))
        assert verdict.given
        assert (verdict.state, verdict.day, verdict.given.offer.id) == (State.VALID, date(2027, 12, 31), "biglietto")
    assert town.seen(code, now=on("2028-01-01")).state is State.EXPIRED
    assert town.seen(code, now=on("2028-01-01")).day == date(2027, 12, 31)


def test_a_code_without_an_end_is_good_for_ever(town: Town) -> None:
    town.offers["cinema"] += (offer("tessera", valid="/"),)
    verdict = town.seen(town.take("tessera"), now=on("2040-01-01"))
    assert (verdict.state, verdict.day) == (State.VALID, None)


@pytest.mark.parametrize(
    "typed", ["abc-1234x", "ABC 1234 X", " a b c 1 2 3 4 x ", "abc1234x", "«ABC–1234X»", "ＡＢＣ１２３４Ｘ"]
)
def test_a_code_is_found_however_it_is_typed(town: Town, typed: str) -> None:
    town.fill("carnet", "ABC-1234x")
    town.take("carnet")
    assert town.seen(typed).state is State.VALID


@pytest.mark.parametrize(
    "typed", ["ABC-1234", "ABC-1234Y", "x", "è", "A" * 10_000, "'; DROP TABLE voucher; --", "\0", "%"]
)
def test_what_nobody_was_given_is_not_ours(town: Town, typed: str) -> None:
    town.fill("carnet", "ABC-1234x")
    town.take("carnet")
    assert town.seen(typed).state is State.NOT_OURS


@pytest.mark.parametrize(("kept", "typed"), [("Città-1", "CITTÀ 1"), ("CITTÀ-1", "città1"), ("Ñandú.7", "Ñandú 7")])
def test_letters_with_accents_are_found_as_they_are_written(town: Town, kept: str, typed: str) -> None:
    town.fill("carnet", kept)
    town.take("carnet")
    assert town.seen(kept).state is State.VALID
    assert folds(typed)


def test_nothing_typed_is_told_from_something_wrong() -> None:
    assert [is_empty(typed) for typed in ("", " - \n", "a", "–7")] == [True, True, False, False]
    assert exactly("“X–1”") == "X-1"


def test_a_code_that_is_free_in_the_pool_is_not_ours(town: Town) -> None:
    town.fill("carnet", "C-1", "C-2")
    given = town.take("carnet")
    free = {"C-1", "C-2"} - {given}
    assert town.seen(free.pop()).state is State.NOT_OURS


def test_the_code_of_another_organization_is_not_ours(town: Town) -> None:
    code = town.take("vasca")
    assert town.seen(code).state is State.NOT_OURS
    assert town.seen(code, organization="piscina").state is State.VALID


def test_two_organizations_with_one_code_each_see_their_own(town: Town) -> None:
    for name in ("carnet", "corsia"):
        town.fill(name, "1001")
        town.take(name)
    assert town.use("1001").state is State.MARKED
    other = town.seen("1001", organization="piscina")
    assert other.given
    assert (other.state, other.given.offer.id) == (State.VALID, "corsia")


def test_two_offers_with_one_code_are_told_apart(town: Town) -> None:
    for name in ("carnet", "rassegna"):
        town.fill(name, "1001")
        town.take(name)
    found = town.look("1001")
    assert isinstance(found, Seen)
    assert [one.given.offer.id for one in found.verdicts if one.given] == ["carnet", "rassegna"]


def test_of_two_codes_that_differ_by_a_dash_the_one_that_was_typed_is_meant(town: Town) -> None:
    town.fill("carnet", "AB-12", "AB12")
    both = [town.take("carnet", user) for user in ("anna", "bruno")]
    for code in both:
        given = town.seen(code).given
        assert given
        assert given.code == code
    found = town.look("ab 1-2")
    assert isinstance(found, Seen)
    assert len(found.verdicts) == 2


def test_a_shared_code_is_the_same_for_everybody_and_cannot_be_marked(town: Town) -> None:
    for user in ("anna", "bruno"):
        town.take("bar", user)
    for _ in range(2):
        verdict = town.seen("popcorn 10")
        assert verdict.given
        assert (verdict.state, verdict.given.own, verdict.day) == (State.VALID, False, date(2027, 12, 31))
        assert town.use("POPCORN-10").state is State.NOT_OURS, "there is no ticket for it"


def test_a_shared_code_is_not_yet_good_before_its_first_day_and_over_after_its_last(town: Town) -> None:
    town.take("bar")
    assert town.seen("POPCORN-10", now=on("2026-08-31")).state is State.VALID, "who has it was promised it"
    town.offers["cinema"] = (offer("bar2", "shared", code="ESTATE-27", valid="2027-06-01/2027-08-31"),)
    early = town.seen("estate27")
    assert (early.state, early.day) == (State.NOT_YET, date(2027, 6, 1))
    late = town.seen("estate27", now=on("2027-09-01"))
    assert (late.state, late.day) == (State.EXPIRED, date(2027, 8, 31))


def test_a_shared_code_of_before_is_good_as_long_as_it_was_promised(town: Town) -> None:
    town.take("bar")
    town.offers["cinema"] = (offer("bar", "shared", code="POPCORN-20"),)
    verdict = town.seen("POPCORN-10")
    assert verdict.given
    assert (verdict.state, verdict.given.own, verdict.day) == (State.VALID, False, date(2027, 12, 31))


def test_a_new_season_takes_nothing_from_a_code_that_is_still_good(town: Town) -> None:
    code = town.take("biglietto")
    town.offers["cinema"] = (offer("biglietto", valid="2028-01-01/2028-12-31"),)
    assert town.seen(code).state is State.VALID
    assert town.seen(code, now=on("2028-01-02")).state is State.EXPIRED


def test_a_code_outlives_its_offer(town: Town) -> None:
    town.publish()
    code = town.take("biglietto")
    town.offers["cinema"] = (offer("altro"),)
    town.publish()
    verdict = town.seen(code)
    assert verdict.given
    assert (verdict.state, verdict.given.offer.id) == (State.VALID, "biglietto")
    assert town.seen(code, organization="piscina").state is State.NOT_OURS
    assert town.use(code).state is State.MARKED


def test_a_code_outlives_its_organization_for_nobody_else(town: Town) -> None:
    town.publish()
    code = town.take("vasca")
    del town.offers["piscina"]
    town.publish()
    assert town.seen(code).state is State.NOT_OURS
    assert town.seen(code, organization="piscina").state is State.VALID


def test_an_offer_that_moved_is_of_whom_it_is_now(town: Town) -> None:
    town.publish()
    code = town.take("vasca")
    town.offers = {"cinema": (offer("vasca"),), "piscina": ()}
    assert town.seen(code).state is State.VALID
    assert town.seen(code, organization="piscina").state is State.NOT_OURS


def test_a_code_of_a_suspended_service_stays_good(town: Town) -> None:
    code = town.take("biglietto")
    town.suspended = "lavori"
    assert town.seen(code).state is State.VALID


def test_the_code_of_somebody_who_was_erased_stays_good(town: Town) -> None:
    code = town.take("biglietto")
    with town.store.write() as tx:
        erasure.forget(tx, Whose(KEYS, "anna", ("biomed-padana",)), NOW)
    assert town.use(code).state is State.MARKED


def test_a_code_that_was_given_back_is_nobodys(town: Town) -> None:
    town.fill("carnet", "C-1")
    code = town.take("carnet")
    with town.store.write() as tx:
        returns.release_code(tx, KEYS, code, today=TODAY)
    assert town.seen(code).state is State.NOT_OURS


def test_a_code_that_was_used_is_not_given_back_to_somebody_else(town: Town) -> None:
    town.fill("carnet", "C-1")
    town.use(town.take("carnet"))
    with town.store.write() as tx, pytest.raises(returns.NotGivenBack, match="back-used"):
        returns.release_code(tx, KEYS, "C-1", today=TODAY)


def test_of_an_import_that_was_undone_the_codes_that_people_have_stay_good(town: Town) -> None:
    with town.store.write() as tx:
        number = imports.come_in(tx, "carnet", ["C-1", "C-2"], NOW, date(2026, 9, 1)).number
    code = town.take("carnet")
    with town.store.write() as tx:
        imports.undo(tx, number or 0, NOW)
    assert town.seen(code).state is State.VALID
    assert town.seen({"C-1": "C-2", "C-2": "C-1"}[code]).state is State.NOT_OURS


def test_a_code_that_was_set_aside_is_not_ours(town: Town) -> None:
    town.fill("carnet", "C-1", "C-2")
    code = town.take("carnet")
    with town.store.write() as tx:
        pools.set_aside(tx, TODAY)
    assert town.seen(code).state is State.VALID
    assert town.seen({"C-1": "C-2", "C-2": "C-1"}[code]).state is State.NOT_OURS


def test_a_used_code_says_so_also_when_it_is_over(town: Town) -> None:
    code = town.take("biglietto")
    town.use(code)
    for day in ("2026-12-24", "2028-06-01"):
        verdict = town.seen(code, now=on(day))
        assert (verdict.state, verdict.day) == (State.USED, TODAY)


def test_a_code_is_found_by_its_index(town: Town) -> None:
    query = select(voucher.c.code).where(text(f"{FOLDED} IN ('AB12', 'ab12')"))
    with town.store.write() as tx:
        if not town.store.sqlite:
            tx.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN" if town.store.sqlite else "EXPLAIN"
        plan = str(tx.exec_driver_sql(f"{explain} {query}").all())
    assert "ix_voucher_folded" in plan
