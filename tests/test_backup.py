"""`kmzero backup` and `kmzero restore`: no code twice, nobody back who asked to be forgotten, on both databases."""

import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Table, func, insert, select, update

from bot.backup import NotRestored, Restored, back_up, restore
from bot.catalogue.interval import Interval
from bot.catalogue.model import Offer
from bot.coordination import drafts
from bot.people import erasure, members, retention, roles
from bot.people.binding import bind
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.store import observations
from bot.store.companies import known_company
from bot.store.coordination import draft
from bot.store.engine import open_store
from bot.store.journal import KEPT, NOTED, Entry, Journal
from bot.store.migrate import migrate
from bot.store.tables import inbox, outbox, person, pool_code, shared_use, voucher
from bot.vouchers import claims, imports, pools, returns
from bot.vouchers.voucher import Refusal, Voucher
from tests.conftest import KNOWLEDGE
from tests.databases import KINDS, Cluster

FIRST = date(2026, 9, 1)  # of the offers
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
KEYS = Keys(b"k" * 32)
COMPANY = "biomed-padana"
POOL, SHARED = "carnet", "parola"


class Town:
    """A database, its journal apart from it, and people who take codes."""

    def __init__(self, url: str, folder: Path) -> None:
        self.store, self.folder = open_store(url), folder
        migrate(self.store)
        bind(self.store, KEYS)
        self.journal = Journal(folder / "apart.journal", KEYS.seal, KEYS.unseal, NOW.date)
        self.store.journal = self.journal
        self.seen: list[str] = []

    def open(self, codes: int) -> None:
        with self.store.write() as tx:
            tx.execute(insert(known_company).values(id=COMPANY, name="Biomed Padana"))
            pools.add(tx, POOL, [f"C-{number:03}" for number in range(codes)], NOW, valid_from=FIRST)

    def claim(self, user: str, offer: Offer, now: datetime = NOW) -> object:
        with self.store.write() as tx:
            me = members.find(tx, KEYS, [COMPANY], user)
            if me is None:
                members.join(tx, KEYS, COMPANY, user, language="it", now=NOW)
                me = members.find(tx, KEYS, [COMPANY], user)
            assert me
            got = claims.claim(tx, KEYS, offer, "il-girasole", me, now=now, today=now.date())
        if isinstance(got, Voucher) and got.code:
            self.seen.append(got.code)
        return got

    def forget(self, user: str) -> None:
        with self.store.write() as tx:
            erasure.forget(tx, Whose(KEYS, user, (COMPANY,)), NOW)

    def withdraw(self, user: str) -> None:
        with self.store.write() as tx:
            erasure.withdraw(tx, Whose(KEYS, user, (COMPANY,)), NOW)

    def back_up(self, name: str = "night.backup") -> Path:
        back_up(self.store, self.folder / name, NOW)
        return self.folder / name

    def restore(self, file: Path, journals: list[Journal] | None = None, *, without_people: bool = False) -> Restored:
        known = [self.journal] if journals is None else journals
        return restore(self.store, KEYS, file, known, now=NOW, without_people=without_people)

    def members(self) -> set[str]:
        with self.store.read() as tx:
            return set(tx.execute(select(person.c.id)).scalars())

    def count(self, table: Table) -> int:
        with self.store.read() as tx:
            return int(tx.execute(select(func.count()).select_from(table)).scalar_one())


def pool(per_person: int | None = 1) -> Offer:
    return _offer(POOL, "pool", per_person=per_person)


def _offer(name: str, kind: str, **more: object) -> Offer:
    values = {"id": name, "value": {"percent": 10}, "valid": "2026-09-01/2027-12-31", "voucher": kind}
    return Offer.model_validate(values | more)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    yield from _town(f"sqlite:///{tmp_path}/kmzero.db", tmp_path)


@pytest.fixture
def any_town(database_url: str, tmp_path: Path) -> Iterator[Town]:
    """The same on a database of each kind: two runs of one test."""
    yield from _town(database_url, tmp_path)


def _town(url: str, folder: Path) -> Iterator[Town]:
    made = Town(url, folder)
    made.open(200)
    yield made
    made.store.close()


def test_a_season_that_began_after_the_backup_comes_back_with_its_limit_and_codes(any_town: Town) -> None:
    old, new = pool(), pool().model_copy(update={"valid": Interval(first=date(2026, 11, 24), last=date(2027, 12, 31))})
    before = NOW - timedelta(days=10)
    first = any_town.claim("anna", old, before)
    file = any_town.back_up()
    with any_town.store.write() as tx:
        pools.add(tx, POOL, ["NEW-1", "NEW-2"], NOW, valid_from=NOW.date())
    any_town.forget("anna")
    with any_town.store.write() as tx:
        assert retention.end_marks(tx, {POOL: NOW.date()}) == 1
    again = any_town.claim("anna", new)
    assert isinstance(first, Voucher)
    assert isinstance(again, Voucher)
    any_town.restore(file)
    with any_town.store.read() as tx:
        codes = list(tx.execute(select(voucher.c.code)).scalars())
        seasons_of = dict(tx.execute(select(pool_code.c.code, pool_code.c.valid_from)).all())
    assert sorted(map(str, codes)) == sorted(map(str, (first.code, again.code)))
    assert seasons_of[again.code] == NOW.date(), "given back, it is one of the new season"
    got = any_town.claim("anna", new)
    assert got in {Refusal.TAKEN, Refusal.USED_UP}, "the other new code came in after the backup"


def test_after_fifty_claims_and_ten_erasures_no_code_comes_twice_and_nobody_comes_back(any_town: Town) -> None:
    for number in range(30):
        any_town.claim(f"early {number}", pool())
    file = any_town.back_up()
    for number in range(50):
        any_town.claim(f"late {number}", pool())
    gone = [f"early {number}" for number in range(10)]
    for user in gone:
        any_town.forget(user)
    done = any_town.restore(file)
    assert (done.codes[POOL], done.erased, done.people) == (50, 10, 20)
    assert not any_town.members() & {KEYS.person(COMPANY, user) for user in gone}
    for number in range(100):
        any_town.claim(f"later {number}", pool())
    assert len(any_town.seen) == 180
    assert len(set(any_town.seen)) == 180, "no code twice"
    assert str(any_town.claim("late 3", pool())) == "taken", "who took one since has had it"


def test_who_withdrew_since_is_no_member_but_has_their_codes(town: Town) -> None:
    given = town.claim("anna", pool())
    file = town.back_up()
    town.withdraw("anna")
    assert town.restore(file).withdrawn == 1
    with town.store.read() as tx:
        assert members.find(tx, KEYS, [COMPANY], "anna") is None
        (mine,) = members.memberships(tx, KEYS, [COMPANY], "anna")
        assert claims.held_by(tx, mine.me) == [given]


def test_codes_of_who_was_here_before_are_theirs_again(town: Town) -> None:
    town.claim("anna", pool(2))
    file = town.back_up()
    town.claim("anna", _offer("badge", "none", per_person=1))
    town.restore(file)
    with town.store.read() as tx:
        me = members.find(tx, KEYS, [COMPANY], "anna")
        assert me
        assert {one.offer for one in claims.held_by(tx, me)} == {POOL, "badge"}


def test_uses_of_a_shared_code_are_counted_again(town: Town) -> None:
    shared = _offer(SHARED, "shared", code="GIRA", max_uses=3, per_person=1)
    file = town.back_up()
    for number in range(2):
        town.claim(f"late {number}", shared)
    town.restore(file)
    assert town.count(shared_use) == 2
    assert isinstance(town.claim("a", shared), Voucher)
    assert str(town.claim("b", shared)) == "used-up"


def test_codes_that_were_imported_since_are_known_when_they_are_imported_again(town: Town) -> None:
    file = town.back_up()
    late = [f"L-{number:02}" for number in range(12)]
    with town.store.write() as tx:
        tx.execute(update(pool_code).values(set_aside_on=NOW.date()))  # so that the new ones are given
        pools.add(tx, POOL, late, NOW, valid_from=FIRST)
    for number in range(5):
        town.claim(f"late {number}", pool())
    town.restore(file)
    with town.store.write() as tx:
        tx.execute(update(pool_code).where(pool_code.c.voucher.is_(None)).values(set_aside_on=NOW.date()))
        assert pools.add(tx, POOL, late, NOW, valid_from=FIRST) == 7, "five are held, and stay so"
    for number in range(7):
        town.claim(f"later {number}", pool())
    assert len(town.seen) == len(set(town.seen)) == 12


@pytest.mark.parametrize("before", [True, False], ids=["in the backup", "since"])
def test_an_import_that_was_undone_stays_undone_and_its_given_codes_are_never_free(town: Town, *, before: bool) -> None:
    with town.store.write() as tx:
        tx.execute(update(pool_code).values(set_aside_on=NOW.date()))
    file = town.back_up()
    with town.store.write() as tx:
        number = imports.come_in(tx, POOL, ["W-1", "W-2", "W-3"], NOW, valid_from=FIRST).number
    assert number == 2, "numbers go on"
    file = town.back_up() if before else file
    given = town.claim("anna", pool())
    assert isinstance(given, Voucher)
    with town.store.write() as tx:
        assert imports.undo(tx, number, NOW).given == [given.code]
    town.restore(file)
    assert str(town.claim("bruno", pool())) == "used-up"
    with town.store.write() as tx:
        returns.release_code(tx, KEYS, given.code or "", today=NOW.date())
        assert [(one.number, one.offer, bool(one.undone)) for one in imports.listing(tx)] == [
            (2, POOL, True),
            (1, POOL, False),
        ]
    assert str(town.claim("bruno", pool())) == "used-up"


def test_a_sheet_of_codes_that_waited_in_the_backup_is_gone(town: Town) -> None:
    with town.store.write() as tx:
        me = roles.accept(tx, KEYS, roles.invite(tx, NOW), "rita", language="it", now=NOW)
        assert me
        drafts.send_codes(tx, me.number, 1, "codici.csv", b"sealed", "", NOW)
    town.restore(town.back_up())
    with town.store.read() as tx:
        assert tx.execute(select(draft.c.id)).all() == []


def test_a_code_that_was_given_back_and_given_again_is_the_last_ones(town: Town) -> None:
    with town.store.write() as tx:
        tx.execute(update(pool_code).values(set_aside_on=NOW.date()))
        pools.add(tx, POOL, ["ONLY"], NOW, valid_from=FIRST)
    file = town.back_up()
    town.claim("anna", pool())
    with town.store.write() as tx:
        returns.release_code(tx, KEYS, "ONLY", today=NOW.date())
    given = town.claim("bruno", pool())
    town.restore(file)
    assert town.count(voucher) == 1
    assert isinstance(given, Voucher)
    assert str(town.claim("bruno", pool())) == "taken", "who came since is to come in again, and has had it"
    assert str(town.claim("anna", pool())) == "used-up"


def test_a_line_of_what_never_happened_gives_no_code_twice(town: Town) -> None:
    """The transaction failed after its line was written; then the code went to somebody else."""
    with town.store.write() as tx:
        tx.execute(update(pool_code).values(set_aside_on=NOW.date()))
        pools.add(tx, POOL, ["ONE", "TWO"], NOW, valid_from=FIRST)
    file = town.back_up()
    kept = town.journal.append
    town.claim("anna", pool())
    with suppress(RuntimeError), town.store.write() as tx:
        me = members.join(tx, KEYS, COMPANY, "bruno", language="it", now=NOW)
        ghost = claims.claim(tx, KEYS, pool(), "il-girasole", me, now=NOW, today=NOW.date())
        kept(list(tx.info[NOTED]))
        raise RuntimeError
    assert isinstance(ghost, Voucher)
    town.seen.clear()
    town.claim("carla", pool())
    town.restore(file)
    held = [town.claim(user, pool()) for user in ("anna", "carla")]
    codes = {one.code for one in held if isinstance(one, Voucher)}
    assert len(codes) == len([one for one in held if isinstance(one, Voucher)])


@pytest.mark.parametrize("name", ["kmzero.db", "kmzero.db-wal", "kmzero.key", "kmzero.journal", "notes.txt"])
def test_a_backup_takes_no_other_files_place(town: Town, name: str) -> None:
    file = town.folder / name
    if not file.exists():
        file.write_text("important", "utf-8")
    before = file.read_bytes()
    with pytest.raises(NotRestored, match="no backup of kmzero"):
        back_up(town.store, file, NOW)
    assert file.read_bytes() == before


@dataclass(frozen=True)
class Slow(Journal):
    """Waits between the line and the commit, as a database with a synchronous replica does."""

    written: Event = field(default_factory=Event)

    @contextmanager
    def holding(self, entries: Sequence[Entry]) -> Iterator[None]:
        with super().holding(entries):
            self.written.set()
            time.sleep(0.5)
            yield


def test_an_erasure_in_course_when_a_backup_begins_is_in_it_or_done_again(any_town: Town) -> None:
    any_town.claim("anna", pool())
    slow = Slow(any_town.journal.file, KEYS.seal, KEYS.unseal, NOW.date)
    erasing = Thread(target=any_town.forget, args=("anna",))
    any_town.store.journal = slow
    erasing.start()
    slow.written.wait(5)
    any_town.store.journal = any_town.journal
    file = any_town.back_up()
    erasing.join()
    assert any_town.restore(file).people == 0


def test_restoring_twice_gives_the_same(town: Town) -> None:
    file = town.back_up()
    for number in range(5):
        town.claim(f"late {number}", pool())
    town.forget("late 1")
    town.restore(file)
    first = town.count(voucher), town.members()
    town.restore(file)
    assert (town.count(voucher), town.members()) == first


def test_people_lie_in_a_backup_in_the_order_of_their_pseudonyms(any_town: Town) -> None:
    for number in range(30):
        any_town.claim(f"person {number}", pool())
    store = open_store(f"sqlite:///{any_town.back_up()}")
    with store.read() as tx:
        found = [*tx.execute(select(person.c.id)).scalars()]
    store.close()
    assert found == sorted(found)


def test_what_waits_is_in_no_backup(town: Town) -> None:
    with town.store.write() as tx:
        tx.execute(insert(inbox).values(update_id=1, chat="q", body="s2.x", received_at=NOW))
        tx.execute(insert(outbox).values(chat="q", method="sendMessage", body="s2.y", created_at=NOW))
    town.restore(town.back_up())
    assert (town.count(inbox), town.count(outbox)) == (0, 0), "it was answered since, or Telegram brings it again"


def test_a_backup_that_no_journal_knows_comes_back_without_people_and_without_free_codes(town: Town) -> None:
    town.claim("anna", pool())
    file = town.back_up()
    town.claim("bruno", pool())
    with pytest.raises(NotRestored, match="--without-people"):
        town.restore(file, [])
    assert len(town.members()) == 2, "nothing has changed"
    done = town.restore(file, [], without_people=True)
    assert done.set_aside == {POOL: 199}
    assert town.members() == set()
    assert str(town.claim("carla", pool())) == "used-up"
    with town.store.write() as tx:
        assert len(tx.execute(select(pool_code.c.id).where(pool_code.c.set_aside_on.is_not(None))).all()) == 199
        free = tx.execute(select(pool_code.c.code).where(pool_code.c.set_aside_on.is_not(None)).limit(1)).scalar_one()
        assert pools.add(tx, POOL, [free], NOW, valid_from=FIRST) == 1, (
            "who imports a code again says that nobody has it"
        )
    assert isinstance(town.claim("carla", pool()), Voucher)
    assert town.claim("anna", pool()) is not None


def test_a_journal_of_a_second_machine_is_done_again_too(town: Town) -> None:
    town.claim("anna", pool())
    file = town.back_up()
    town.store.journal = Journal(town.folder / "second.journal", KEYS.seal, KEYS.unseal, NOW.date)
    town.forget("anna")
    town.store.journal = None
    assert town.restore(file, [town.journal]).people == 1
    second = Journal(town.folder / "second.journal", KEYS.seal, KEYS.unseal, NOW.date)
    assert town.restore(file, [town.journal, second]).people == 0


def test_another_key_an_old_backup_and_another_file_are_refused(town: Town, tmp_path: Path) -> None:
    file = town.back_up()
    with pytest.raises(NotRestored, match="another key"):
        restore(town.store, Keys(b"o" * 32), file, [town.journal], now=NOW)
    with pytest.raises(NotRestored, match="older than 90 days"):
        restore(town.store, KEYS, file, [town.journal], now=NOW + KEPT + timedelta(days=1))
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    migrate(other)
    other.close()
    with pytest.raises(NotRestored, match="no backup of kmzero"):
        town.restore(tmp_path / "other.db")


def test_a_backup_is_whole_or_the_one_before_and_nobody_else_may_read_it(town: Town) -> None:
    file = town.back_up()
    first = file.read_bytes()
    town.claim("anna", pool())
    town.back_up()
    assert file.read_bytes() != first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not [left for left in town.folder.iterdir() if "night" in left.name and left != file]


@pytest.mark.parametrize("target", KINDS)
def test_a_backup_comes_back_on_the_other_kind_of_database_too(
    any_town: Town, target: str, tmp_path: Path, postgresql: Cluster
) -> None:
    any_town.claim("anna", pool(3))
    file = any_town.back_up()
    url = postgresql.fresh() if target == "postgresql" else f"sqlite:///{tmp_path / 'new.db'}"
    new = Town(url, tmp_path)
    new.restore(file)
    assert new.members() == any_town.members()
    assert isinstance(new.claim("bruno", pool()), Voucher)
    with new.store.write() as tx:
        assert pools.add(tx, POOL, ["NEW-1"], NOW, valid_from=FIRST) == 1
    new.store.close()


def test_the_commands_ask_bring_the_key_and_tell(database: Path, tmp_path: Path) -> None:
    """From a machine that is lost to a new one: the backup, the key and the journal were kept apart."""

    def kmzero(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        config = folder / "config.yaml"
        config.write_text(f"database: {{url: 'sqlite:///{folder}/kmzero.db'}}\nknowledge: {KNOWLEDGE}\n", "utf-8")
        command = [sys.executable, "-m", "handlers", "--config", str(config), *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    kept, new = tmp_path / "kept", tmp_path / "new"
    kept.mkdir()
    new.mkdir()
    made = kmzero(database.parent, "backup", str(kept / "night"))
    assert made.returncode == 0, made.stderr
    for name in ("kmzero.key", "kmzero.journal"):
        (kept / name).write_bytes((database.parent / name).read_bytes())
    lost = kmzero(new, "restore", str(kept / "night"))
    assert (lost.returncode, "bring the key back" in lost.stderr) == (2, True)
    words = "restore", str(kept / "night"), "--key", str(kept / "kmzero.key")
    unknown = kmzero(new, *words)
    assert (unknown.returncode, "no journal knows it" in unknown.stderr) == (2, True)
    done = kmzero(new, *words, "--journal", str(kept / "kmzero.journal"))
    assert done.returncode == 0, done.stderr
    assert "0 memberships; 0 erasures and 0 withdrawals since done again" in done.stdout
    assert stat.S_IMODE((new / "kmzero.key").stat().st_mode) == 0o600
    assert kmzero(new, "releases").stdout.startswith("*\t1")


def test_the_bots_name_comes_back_but_not_whose_webhook_it_is_nor_what_was_observed(town: Town) -> None:
    """Who brings a copy up elsewhere must not take the webhook away."""
    with town.store.write() as tx:
        observations.learn_username(tx, "kmzero_bot")
        observations.note_webhook(tx, "https://bot.example.org/telegram")
        observations.beat(tx, NOW)
    town.restore(town.back_up())
    with town.store.read() as tx:
        assert observations.bot_username(tx) == "kmzero_bot"
        assert observations.webhook_url(tx) is None
        assert observations.led_at(tx) is None


def test_a_network_whose_codes_are_all_made_here_comes_back(database_url: str, tmp_path: Path) -> None:
    town = Town(database_url, tmp_path)
    town.open(0)
    given = town.claim("anna", _offer("made", "generated"))
    town.restore(town.back_up())
    assert town.claim("anna", _offer("made", "generated")) == given
    town.store.close()
