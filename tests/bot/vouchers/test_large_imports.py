"""Very many codes come in a part at a time, and none is given before all of them are there."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.people.keys import Keys
from bot.store.engine import Store
from bot.store.tables import pool_code
from bot.upkeep import DUTIES, Means
from bot.vouchers import imports, large_imports, seasons
from bot.vouchers.imports import CameIn

NOW, FIRST = datetime(2026, 11, 24, 11, tzinfo=UTC), date(2026, 9, 1)
CODES = [f"K-{number}" for number in range(10)]


@pytest.fixture(autouse=True)
def three_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_imports, "AT_ONCE", 3)


def _come_in(store: Store, codes: list[str] = CODES) -> CameIn:
    return large_imports.come_in(store, "spesa", codes, NOW, FIRST, 4)


def _free(store: Store) -> int:
    with store.read() as tx:
        return tx.execute(select(func.count()).select_from(pool_code).where(*seasons.FREE)).scalar_one()


def test_what_came_in_is_as_if_it_had_come_in_at_once(store: Store) -> None:
    with store.write() as tx:
        imports.come_in(tx, "spesa", CODES[:2], NOW, date(2025, 9, 1))

    assert _come_in(store) == CameIn(2, fresh=8, moved=2)
    assert _come_in(store) == CameIn(None, there=10)
    assert _free(store) == 10
    with store.read() as tx:
        assert [(one.number, one.codes, one.free, one.undone) for one in imports.listing(tx)] == [
            (2, 10, 10, None),
            (1, 2, 0, None),
        ]
        assert set(tx.execute(select(pool_code.c.valid_from)).scalars()) == {FIRST}


def test_an_import_that_is_broken_off_gives_no_code_and_comes_in_whole_the_next_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def broken(*_: object) -> None:
        seen.append(_free(store))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(large_imports, "_weighed", broken)
        with pytest.raises(KeyboardInterrupt):
            _come_in(store)

    assert seen == [0]
    assert _free(store) == 0
    with store.read() as tx:
        assert imports.listing(tx)[0].undone == NOW
    assert _come_in(store, [*CODES, "K-10"]) == CameIn(2, fresh=11)
    assert _free(store) == 11


def test_codes_that_a_whole_import_could_not_free_are_freed_by_the_clock(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(large_imports, "free", lambda _: None)  # killed there
        assert _come_in(store).fresh == 10
    assert _free(store) == 0
    duty = next(one for one in DUTIES if "killed import" in one.what)
    assert duty.does(Means(store, Keys(b"k" * 32)), NOW, timedelta()) == 10
    assert _free(store) == 10
