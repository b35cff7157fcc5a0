"""A folder becomes a release whole or not at all, and the last good release keeps serving."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from bot.catalogue.model import Release
from bot.catalogue.releases import current_number, listing, load
from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial.check import check
from bot.editorial.folder import files
from bot.editorial.publishing.publish import Doubtful, Overtaken, Rejected, make_live, prepare, publish_first
from bot.editorial.publishing.release_texts import texts_of
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import pool_code
from tests.bot.editorial.small_network import ORGANIZATION, Folder

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()
ORG = "organizations/il-girasole.yaml"
OFFER_POOL = "pools/casa-sicura-soci.csv"


def _train(_release: Release) -> bytes:
    return b"learned"


def _publish(store: Store, folder: Folder) -> int:
    return make_live(store, prepare(store, folder.files, now=NOW, today=TODAY, train=_train), NOW)


def _live(store: Store) -> int | None:
    with store.read() as tx:
        return current_number(tx)


def _codes(store: Store) -> list[str]:
    with store.read() as tx:
        return list(tx.execute(select(pool_code.c.code).order_by(pool_code.c.id)).scalars())


def test_what_is_published_is_what_the_files_say(folder: Folder, store: Store) -> None:
    number = _publish(store, folder)

    with store.read() as tx:
        catalogue, engine = load(tx, number)
    assert number == _live(store) == 1
    assert engine == b"learned"
    assert catalogue.release == folder.check().release


def test_a_second_publish_is_a_new_release(folder: Folder, store: Store) -> None:
    _publish(store, folder)
    folder.replace("organizations/il-girasole.yaml", "amount: 18", "amount: 20")

    assert _publish(store, folder) == _live(store) == 2


def test_a_broken_folder_publishes_nothing_and_the_last_release_keeps_serving(folder: Folder, store: Store) -> None:
    _publish(store, folder)
    place = folder.replace("organizations/il-girasole.yaml", "amount: 18", "amount: §tanto")

    with pytest.raises(Rejected) as rejected:
        _publish(store, folder)

    assert [str(problem.position) for problem in rejected.value.problems] == [place]
    with store.read() as tx:
        assert [row.number for row in listing(tx)] == [1]
        assert load(tx, 1)[0].offers.keys() == {"casa-sicura-soci"}


def test_a_file_saved_while_it_is_prepared_is_published_as_its_kept_text_says(folder: Folder, store: Store) -> None:
    def save(_done: int, _total: int) -> None:
        folder.replace(ORG, "amount: 18", "amount: 99")

    draft = prepare(store, folder.files, now=NOW, today=TODAY, train=_train, progress=save)
    number = make_live(store, draft, NOW)

    with store.read() as tx:
        price = load(tx, number)[0].entries["casa-sicura"].service.price.amount
        kept = texts_of(tx, number)[ORG]
    assert f"price: {{amount: {price}," in kept


def test_warnings_do_not_hold_a_release_back(folder: Folder, store: Store) -> None:
    folder.replace("organizations/il-girasole.yaml", "2026-11-02", "2025-11-02")

    assert _publish(store, folder) == 1


def test_a_training_that_fails_publishes_nothing(folder: Folder, store: Store) -> None:
    def fail(_release: Release) -> bytes:
        raise MemoryError

    with pytest.raises(MemoryError):
        prepare(store, folder.files, now=NOW, today=TODAY, train=fail)

    assert _live(store) is None


def test_training_does_not_hold_the_database(folder: Folder, store: Store) -> None:
    def write_meanwhile(_release: Release) -> bytes:
        with open_store(str(store.engine.url)).write() as tx:
            tx.execute(pool_code.insert().values(offer="altro", code="X", imported_at=NOW))
        return b""

    assert publish_first(store, folder.files, now=NOW, today=TODAY, train=write_meanwhile) == 1
    assert _codes(store) == ["X"]


def test_what_is_hardly_ever_meant_is_not_published_at_the_first_start(folder: Folder, store: Store) -> None:
    folder.write("companies.yaml", "companies: []\n")
    folder.write("organizations/il-girasole.yaml", ORGANIZATION.replace("companies: [acme]", "companies: all"))

    with pytest.raises(Doubtful, match="there is no company"):
        publish_first(store, folder.files, now=NOW, today=TODAY, train=_train)

    assert _live(store) is None


def test_the_codes_of_a_pool_come_with_its_first_release_only(folder: Folder, store: Store) -> None:
    folder.write(OFFER_POOL, "code\nAAA-1\nAAA-2\n")
    _publish(store, folder)
    folder.write(OFFER_POOL, "code\nAAA-1\nAAA-2\nBBB-3\n")
    _publish(store, folder)

    assert sorted(_codes(store)) == ["AAA-1", "AAA-2"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        (OFFER_POOL, "code\nAAA\nAAA\n", "3:1: error bad-codes.line"),
        (OFFER_POOL, "code\nA A?\n", "2:1: error bad-codes.line"),
        (OFFER_POOL, "code\n", "1:1: error bad-codes.empty"),
        (OFFER_POOL, "perché".encode("latin-1"), "1:1: error bad-codes.doubt"),
        (OFFER_POOL, "code\nAAA-1\naaa-1\n", "1:1: error bad-codes.doubt"),
        ("pools/nessuna-offerta.csv", "AAA\n", "1:1: error bad-codes.nobody"),
    ],
)
def test_bad_codes_publish_nothing(folder: Folder, store: Store, name: str, content: str | bytes, fault: str) -> None:
    file = folder.write(name, content)

    with pytest.raises(Rejected):
        _publish(store, folder)

    assert folder.faults() == [f"{file}:{fault}"]
    assert (_live(store), _codes(store)) == (None, [])


def test_of_publishers_at_once_one_makes_a_whole_release_and_the_others_are_told(folder: Folder, store: Store) -> None:
    folder.write(OFFER_POOL, "\n".join(f"AAA-{n}" for n in range(50)))
    draft = prepare(store, folder.files, now=NOW, today=TODAY, train=_train)

    def publish(_: int) -> int | str:
        try:
            return make_live(store, draft, NOW)
        except Overtaken as other:
            return f"overtaken by {other.number}"

    with ThreadPoolExecutor(4) as pool:
        said = Counter(pool.map(publish, range(4)))

    assert said == {1: 1, "overtaken by 1": 3}
    assert _live(store) == 1
    assert len(_codes(store)) == 50


def test_starting_together_learns_and_publishes_once(folder: Folder, database_url: str) -> None:
    learnt: list[Release] = []

    def train(release: Release) -> bytes:
        learnt.append(release)
        time.sleep(0.2)
        return b""

    def start(_: int) -> int:
        store = open_store(database_url)  # as a process of its own
        migrate(store)
        number = publish_first(store, folder.files, now=NOW, today=TODAY, train=train)
        store.close()
        return number

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(start, range(4)))

    store = open_store(database_url)
    with store.read() as tx:
        assert (len(learnt), numbers, len(listing(tx))) == (1, [1, 1, 1, 1], 1)
    store.close()


def test_the_shipped_network_has_no_problem_and_its_whole_size() -> None:
    checked = check(files.load(SHIPPED_KNOWLEDGE), date(2026, 11, 22))

    assert checked.problems == ()
    assert checked.release is not None
    services = [service for organization in checked.release.organizations for service in organization.services]
    offers = [offer for service in services for offer in service.offers]
    assert (len(checked.release.areas), len(checked.release.organizations), len(services)) == (10, 40, 90)
    assert sum(len(area.types) for area in checked.release.areas) == 50
    assert checked.pools.keys() == {offer.id for offer in offers if offer.voucher == "pool"}
    assert all(len(codes) == 60 for codes in checked.pools.values())


def test_the_shipped_network_is_published_with_its_invented_codes(store: Store) -> None:
    publish_first(store, files.load(SHIPPED_KNOWLEDGE), now=NOW, today=TODAY, train=_train)

    with store.read() as tx:
        assert tx.execute(select(func.count(pool_code.c.offer.distinct()))).scalar_one() == 20
