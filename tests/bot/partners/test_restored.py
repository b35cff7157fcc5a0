"""A restored backup knows which codes were used since: the journal says so, and nothing of any person."""

from pathlib import Path

from bot.backup import back_up, restore
from bot.partners.codes import State
from bot.people.binding import bind
from bot.store.journal import Journal
from tests.bot.partners.conftest import KEYS, NOW, Town


def test_what_was_used_since_the_backup_stays_used_and_what_was_taken_back_is_good(town: Town, tmp_path: Path) -> None:
    bind(town.store, KEYS)
    journal = town.store.journal = Journal(tmp_path / "apart.journal", KEYS.seal, KEYS.unseal, NOW.date)
    before, since, slip = (town.take("biglietto", user) for user in ("anna", "bruno", "carla"))
    town.use(before)
    back_up(town.store, tmp_path / "night.backup", NOW)
    town.use(since)
    town.use(slip)
    town.undo(town.recent()[0].mark)
    restore(town.store, KEYS, tmp_path / "night.backup", [journal], now=NOW)
    assert [town.seen(code).state for code in (before, since, slip)] == [State.USED, State.USED, State.VALID]
    used = [line.entry for line in journal.read() if "redeemed" in line.entry]
    assert not [word for word in (before, since, slip) if word in str(used)]
