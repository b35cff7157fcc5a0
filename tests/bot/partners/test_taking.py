"""A desk takes a badge once, on whichever device it is shown first, and may undo it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from bot.catalogue.catalogue import Catalogue
from bot.partners import badges, taking
from bot.partners.taking import Desk, Seen, Verdict
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.partners import badge_used
from tests.bot.partners.wrong_badges import OFFER, wrong
from tests.bot.partners.wrong_badges import OURS as KEYS
from tests.bot.partners.wrong_badges import THEIRS as OTHERS
from tests.cast import NOON

MINUTE = timedelta(minutes=1)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


@pytest.fixture
def desk(catalogue: Catalogue) -> Desk:
    entry, _ = catalogue.offers[OFFER]
    return Desk(entry.organization.id, badges.public_key(KEYS), catalogue.offers)


def test_a_badge_is_taken_once_and_by_the_same_page_as_often_as_it_asks(store: Store, desk: Desk) -> None:
    badge = badges.make(KEYS, OFFER, NOON)
    seen = [
        _look(store, desk, badge, "here"),
        *(_take(store, desk, badge, form) for form in ("here", "here", "there")),
        _look(store, desk, badge, "later", minutes=9),
        _look(store, desk, badge, "here", minutes=11),
    ]
    verdicts = [Verdict.GOOD, Verdict.TAKEN, Verdict.TAKEN, Verdict.USED, Verdict.USED, Verdict.TAKEN]
    assert [one.verdict for one in seen] == verdicts
    assert all(one.found and one.found[1].id == OFFER for one in seen)


def test_looking_takes_nothing(store: Store, desk: Desk) -> None:
    badge = badges.make(KEYS, OFFER, NOON)
    assert [_look(store, desk, badge, "here").verdict for _ in range(3)] == [Verdict.GOOD] * 3


@pytest.mark.parametrize(
    ("badge", "verdict"),
    [
        (badges.make(KEYS, OFFER, NOON - 10 * MINUTE), Verdict.OLD),
        (badges.make(OTHERS, OFFER, NOON), Verdict.FOREIGN),
        (badges.make(KEYS, "casa-sicura-rete", NOON), Verdict.ELSEWHERE),
        (badges.make(KEYS, "nothing-like-it", NOON), Verdict.ELSEWHERE),
        (badges.make(KEYS, OFFER, NOON)[:-4] + "AAAA", Verdict.FORGED),
        ("GIRA-7K2M-9QXA", Verdict.DAMAGED),
    ],
)
def test_what_is_not_good_has_its_own_answer_and_leaves_nothing(
    store: Store, desk: Desk, badge: str, verdict: Verdict
) -> None:
    seen = _take(store, desk, badge, "here")
    assert (seen.verdict, seen.found is not None) == (verdict, verdict is Verdict.OLD)
    with store.read() as tx:
        assert tx.execute(select(badge_used)).all() == []


def test_what_is_undone_can_be_taken_again_while_it_is_good(store: Store, desk: Desk) -> None:
    badge = badges.make(KEYS, OFFER, NOON)
    assert _undo(store, desk, badge, "here").verdict is Verdict.GOOD, "nothing was taken"
    _take(store, desk, badge, "here")
    assert _undo(store, desk, badge, "there").verdict is Verdict.USED, "another page took it"
    assert _undo(store, desk, badge, "here").verdict is Verdict.GOOD
    assert _take(store, desk, badge, "there").verdict is Verdict.TAKEN
    assert _undo(store, desk, badge, "there", minutes=19).verdict is Verdict.OLD, "undone, and too old to be taken"


def test_twenty_minutes_later_nothing_is_undone(store: Store, desk: Desk) -> None:
    badge = badges.make(KEYS, OFFER, NOON)
    _take(store, desk, badge, "here")
    assert _undo(store, desk, badge, "here", minutes=20).verdict is Verdict.TAKEN


def test_of_sixteen_desks_at_once_one_takes_it(store: Store, desk: Desk) -> None:
    badge = badges.make(KEYS, OFFER, NOON)
    with ThreadPoolExecutor(16) as pool:
        seen = list(pool.map(lambda number: _take(store, desk, badge, str(number)).verdict, range(16)))
    assert sorted(seen) == [Verdict.TAKEN, *[Verdict.USED] * 15]


def test_a_replay_is_refused_until_the_badge_is_old_and_then_as_old(store: Store, desk: Desk) -> None:
    badge = badges.make(KEYS, OFFER, NOON)
    _take(store, desk, badge, "here")
    for minutes in range(0, 800, 5):
        moment = NOON + minutes * MINUTE
        with store.write() as tx:
            taking.sweep(tx, moment - timedelta(hours=8))
        assert _take(store, desk, badge, "there", minutes=minutes).verdict in {Verdict.USED, Verdict.OLD}
    with store.read() as tx:
        assert tx.execute(select(badge_used)).all() == []


def test_of_five_thousand_forged_old_foreign_and_replayed_badges_none_is_taken(tmp_path: Path, desk: Desk) -> None:
    store, dice = open_store(f"sqlite:///{tmp_path / 'kmzero.db'}"), Random(19)
    migrate(store)
    used = [badges.make(KEYS, OFFER, NOON - number * MINUTE) for number in range(10)]
    with store.write() as tx:
        assert {desk.take(tx, badge, "first", NOON).verdict for badge in used} == {Verdict.TAKEN}
        mixed = [*(wrong(dice, number) for number in range(4_000)), *(dice.choice(used) for _ in range(1_000))]
        dice.shuffle(mixed)
        told = [desk.take(tx, badge, str(number), NOON).verdict for number, badge in enumerate(mixed)]
        assert len(tx.execute(select(badge_used)).all()) == len(used)
    store.close()
    assert not {Verdict.GOOD, Verdict.TAKEN} & set(told)
    assert set(told) == {Verdict.USED, Verdict.OLD, Verdict.FOREIGN, Verdict.FORGED, Verdict.DAMAGED}


def test_a_row_tells_the_hour_at_most(store: Store, desk: Desk) -> None:
    _take(store, desk, badges.make(KEYS, OFFER, NOON + 7 * MINUTE), "here", minutes=8)
    with store.read() as tx:
        (row,) = tx.execute(select(badge_used)).all()
    assert row.ended_at == NOON
    assert OFFER not in str(row)


def _look(store: Store, desk: Desk, badge: str, form: str, *, minutes: int = 0) -> Seen:
    with store.read() as tx:
        return desk.look(tx, badge, form, NOON + minutes * MINUTE)


def _take(store: Store, desk: Desk, badge: str, form: str, *, minutes: int = 0) -> Seen:
    with store.write() as tx:
        return desk.take(tx, badge, form, NOON + minutes * MINUTE)


def _undo(store: Store, desk: Desk, badge: str, form: str, *, minutes: int = 1) -> Seen:
    with store.write() as tx:
        return desk.undo(tx, badge, form, NOON + minutes * MINUTE)
