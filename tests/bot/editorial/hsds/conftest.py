"""The demonstration as a package, and small packages of others."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.model import Release
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.editorial.hsds.inward.existing import Existing, existing
from bot.editorial.hsds.inward.organizations import Import, import_of
from bot.editorial.hsds.inward.package import read
from bot.editorial.hsds.inward.source import files_of
from bot.editorial.hsds.outward.release import tables_of
from bot.editorial.hsds.outward.writing import write
from tests.bot.editorial.small_network import Folder

KNOWLEDGE = Path(__file__).parents[4] / "knowledge"
Take = Callable[[Mapping[str, str]], Import]


@pytest.fixture(scope="session")
def demonstration() -> Release:
    release = check(load(KNOWLEDGE), date(2026, 11, 22)).release
    assert release
    return release


@pytest.fixture(scope="session")
def exported(demonstration: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's package, written once."""
    folder = tmp_path_factory.mktemp("hsds") / "package"
    write(tables_of(demonstration), folder)
    return folder


def likely(_name: str, _description: str) -> tuple[str, float]:
    """Stand for the reader of messages: it is asked, and has one answer."""
    return "badante", 0.95


def nobody(name: str, _description: str) -> tuple[str, float]:
    raise AssertionError(f"{name}: its need is said, nobody has to read it")


def there(path: Path) -> Existing:
    return existing(path)


@pytest.fixture
def take(folder: Folder, tmp_path: Path) -> Take:
    """Take a package, its files by their names, into the small network."""

    def taken(files: Mapping[str, str]) -> Import:
        for name, text in files.items():
            file = tmp_path / "package" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return import_of(read(files_of(tmp_path / "package")), there(folder.path), likely)

    return taken
