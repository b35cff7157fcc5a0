"""A publish learns again only what is new, reads only what changed, and writes down how it went."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Release
from bot.catalogue.releases import current_number, load
from bot.editorial.publishing.manifest import manifest, recheck
from bot.editorial.publishing.publish import Overtaken, Prepared, Rejected, go_back, make_live, prepare
from bot.editorial.publishing.status import lines, status
from bot.store.attempts import last_failure, last_success
from bot.store.engine import Store
from tests.bot.editorial.small_network import ORGANIZATION, Folder

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()
ORG, AREA = "organizations/il-girasole.yaml", "needs/anziani.yaml"


class Teacher:
    """Counts how often it teaches."""

    def __init__(self) -> None:
        self.lessons = 0

    def __call__(self, release: Release) -> bytes:
        self.lessons += 1
        return f"lesson {self.lessons}".encode()


@pytest.fixture
def teacher() -> Teacher:
    return Teacher()


def _publish(store: Store, folder: Folder, teacher: Teacher, now: datetime = NOW) -> int:
    return make_live(store, _prepare(store, folder, teacher, now), now)


def _prepare(store: Store, folder: Folder, teacher: Teacher, now: datetime = NOW) -> Prepared:
    return prepare(store, folder.files, now=now, today=TODAY, train=teacher)


def _live(store: Store) -> tuple[Catalogue, bytes]:
    with store.read() as tx:
        return load(tx, current_number(tx) or 0)


def test_a_new_price_is_published_with_the_engine_that_is_there(folder: Folder, store: Store, teacher: Teacher) -> None:
    _publish(store, folder, teacher)
    folder.replace(ORG, "amount: 18", "amount: 20")

    _publish(store, folder, teacher)

    catalogue, engine = _live(store)
    assert (teacher.lessons, engine) == (1, b"lesson 1")
    assert str(catalogue.entries["casa-sicura"].service.price.amount) == "20"


def test_a_new_phrase_is_learned_and_an_old_one_is_remembered(folder: Folder, store: Store, teacher: Teacher) -> None:
    _publish(store, folder, teacher)
    folder.replace(AREA, "cerco una badante", "serve una badante")
    _publish(store, folder, teacher)
    assert _live(store)[1] == b"lesson 2"

    folder.replace(AREA, "cerco una badante", "cerco una badante")
    _publish(store, folder, teacher)

    assert (teacher.lessons, _live(store)[1]) == (2, b"lesson 1")


def test_only_what_changed_is_read_and_the_release_is_the_same(folder: Folder, store: Store, teacher: Teacher) -> None:
    second = ORGANIZATION.partition("services:")[0].replace("il-girasole", "b") + "services: []\n"
    folder.write("organizations/b.yaml", second)
    folder.write("organizations/z.yaml", second.replace("id: b", "id: z"))
    _publish(store, folder, teacher)
    before = manifest(folder.files)
    folder.replace(ORG, "amount: 18", "amount: 20")
    (folder.path / "organizations/b.yaml").unlink()
    folder.write("organizations/c.yaml", second.replace("id: b", "id: c"))

    again = recheck(folder.files, _live(store)[0].release, before, manifest(folder.files), TODAY)

    assert again is not None
    assert again.release is not None
    assert again.release == folder.check().release
    assert [one.id for one in again.release.organizations] == ["c", "il-girasole", "z"]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("companies.yaml", "companies: []\n"),
        (ORG, ORGANIZATION.replace("amount: 18", "amount: tanto")),
        ("organizations/doppia.yaml", ORGANIZATION.replace("id: il-girasole", "id: doppia")),
    ],
    ids=["a file that others lean on", "an error", "an id that another file has"],
)
def test_what_is_out_of_the_ordinary_is_checked_whole(
    folder: Folder, store: Store, teacher: Teacher, file: str, content: str
) -> None:
    _publish(store, folder, teacher)
    before = manifest(folder.files)
    folder.write(file, content)

    assert recheck(folder.files, _live(store)[0].release, before, manifest(folder.files), TODAY) is None
    with pytest.raises(Rejected):
        _publish(store, folder, teacher)


def test_a_draft_is_not_published_over_what_nobody_saw(folder: Folder, store: Store, teacher: Teacher) -> None:
    _publish(store, folder, teacher)
    mine = _prepare(store, folder, teacher)
    _publish(store, folder, teacher)

    with pytest.raises(Overtaken) as overtaken:
        make_live(store, mine, NOW)

    assert overtaken.value.number == 2


def test_status_before_the_first_release_is_nothing(store: Store) -> None:
    with store.read() as tx:
        assert status(tx, NOW) is None


def test_a_failure_shows_in_the_status_until_it_is_mended(folder: Folder, store: Store, teacher: Teacher) -> None:
    _publish(store, folder, teacher)
    place = folder.replace(ORG, "amount: 18", "amount: §tanto")
    with pytest.raises(Rejected):
        _publish(store, folder, teacher, NOW + timedelta(hours=1))

    with store.read() as tx:
        found, failure, success = status(tx, NOW), last_failure(tx), last_success(tx)
    assert found is not None
    assert failure is not None
    assert success is not None
    assert (failure.problems, failure.first, success.release) == (1, place, 1)
    assert not found.mended
    assert f"1 errore, il primo a {place}. Le persone vedono ancora" in "\n".join(lines(found, "it"))

    folder.write(ORG, ORGANIZATION)
    _publish(store, folder, teacher, NOW + timedelta(hours=2))

    with store.read() as tx:
        found = status(tx, NOW)
    assert found is not None
    assert found.mended


def test_status_counts_what_needs_somebody(folder: Folder, store: Store, teacher: Teacher) -> None:
    text = ORGANIZATION.replace("2026-11-02", "2026-01-02").replace("2027-03-31", "2026-12-01")
    folder.write(ORG, text)
    folder.write("pools/casa-sicura-soci.csv", "code\nAAA-1\n")
    _publish(store, folder, teacher)

    with store.read() as tx:
        found = status(tx, NOW)

    assert found is not None
    assert (found.services, found.offers, len(found.unconfirmed), found.ending, found.low) == (1, 1, 1, 1, ())
    assert any(line.startswith("1 service is unconfirmed for more than 180 days.") for line in lines(found, "en"))


def test_a_rollback_counts_as_going_live_now(folder: Folder, store: Store, teacher: Teacher) -> None:
    _publish(store, folder, teacher)
    _publish(store, folder, teacher)
    later = NOW + timedelta(days=1)

    go_back(store, 1, now=later, train=teacher)

    with store.read() as tx:
        found = status(tx, NOW)
    assert found is not None
    assert (found.number, found.since) == (1, later)


def test_a_rollback_to_what_another_version_taught_learns_it_again(
    folder: Folder, store: Store, teacher: Teacher
) -> None:
    _publish(store, folder, teacher)  # its engine is no engine that this version can load

    go_back(store, 1, now=NOW, train=teacher)

    assert _live(store)[1] == b"lesson 2"
