"""Out and in again: equal on every field that HSDS can hold, over the whole demonstration, whatever the form."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.catalogue.model import Organization, Release
from bot.editorial.folder.files import files_of as folder_of
from bot.editorial.hsds.inward.existing import Existing
from bot.editorial.hsds.inward.organizations import Import, import_of
from bot.editorial.hsds.inward.package import read
from bot.editorial.hsds.inward.source import files_of
from bot.editorial.hsds.inward.texts import texts
from bot.editorial.reading import read as read_folder
from tests.bot.editorial.hsds.conftest import KNOWLEDGE, likely, nobody, there
from tests.bot.editorial.small_network import Folder

FORMS = ("tables", "json", "zip", "one service")


@pytest.fixture
def package(exported: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The demonstration in one of the forms of HSDS."""
    if request.param == "zip":
        with ZipFile(tmp_path / "package.zip", "w") as archive:
            for file in exported.glob("*.*"):
                archive.write(file, file.name)
        return tmp_path / "package.zip"
    if request.param == "tables":
        shutil.copytree(exported, tmp_path / "tables", ignore=shutil.ignore_patterns("services"))
        return tmp_path / "tables" / "datapackage.json"
    return exported / "services" if request.param == "json" else next((exported / "services").iterdir())


def as_files_say(found: Import, path: Path) -> dict[str, Organization]:
    made = read_folder(folder_of(texts(found, there(path))))
    assert [problem for problem in made.problems if problem.position.file.startswith("organizations/")] == []
    return {source.model.id: source.model for source in made.organizations}


def without_codes(one: Organization) -> object:
    """Return all that HSDS can hold of an organization: an offer with one code for all waits for it as a pool."""
    said = one.model_dump()
    for service in said["services"]:
        for offer in service["offers"]:
            offer["code"], offer["voucher"] = None, {"shared": "pool"}.get(offer["voucher"], offer["voucher"])
    return {**said, "services": sorted(said["services"], key=lambda service: str(service["id"]))}


@pytest.mark.parametrize("package", FORMS[:3], indirect=True)
def test_the_demonstration_comes_back_as_it_went_out(package: Path, demonstration: Release, tmp_path: Path) -> None:
    found = import_of(read(files_of(package)), _network(tmp_path), nobody)
    assert (found.services, found.refused, found.left_out, found.towns) == (90, (), {}, ())
    assert {doubt.why for doubt in found.doubts} == {"code"}
    back = as_files_say(found, tmp_path / "network")
    for one in demonstration.organizations:
        assert without_codes(back[one.id]) == without_codes(one), one.id


@pytest.mark.parametrize("package", FORMS[3:], indirect=True)
def test_one_service_comes_back_with_its_organization(package: Path, tmp_path: Path) -> None:
    found = import_of(read(files_of(package)), _network(tmp_path), nobody)
    assert found.services == len(found.organizations) == 1


def test_into_the_folder_that_it_came_from_it_changes_nothing(exported: Path) -> None:
    found = import_of(read(files_of(exported)), there(KNOWLEDGE), nobody)
    assert texts(found, there(KNOWLEDGE)) == {}
    assert found.doubts == ()


def test_what_only_the_folder_knows_is_kept(exported: Path, tmp_path: Path) -> None:
    shutil.copytree(KNOWLEDGE, tmp_path / "ours")
    file = tmp_path / "ours" / "organizations" / "banco-nove.yaml"
    text = file.read_text("utf-8")
    one = text.partition("services:\n")
    more = one[2].partition("\n  - id: ")[0].replace("  - id: ", "  - id: solo-nostro-", 1).partition("    offers:")[0]
    file.write_text(f"{one[0]}{one[1]}{more.rstrip()}\n    suspended: in ferie\n{one[2]}", "utf-8")
    found = import_of(read(files_of(exported)), there(tmp_path / "ours"), nobody)
    changed = texts(found, there(tmp_path / "ours"))
    assert all("solo-nostro-" in text and "in ferie" in text for text in changed.values())


def _network(tmp_path: Path) -> Existing:
    (tmp_path / "network").mkdir()
    shutil.copy(KNOWLEDGE / "network.yaml", tmp_path / "network")
    return there(tmp_path / "network")


def test_into_another_network_no_offer_goes_and_no_town_that_it_does_not_have(
    exported: Path, tmp_path: Path, folder: Folder
) -> None:
    found = import_of(read(files_of(exported)), there(folder.path), likely)
    services = [service for one in found.organizations for service in one["services"]]
    assert found.services == 90
    assert not any("offers" in service for service in services)
    assert {doubt.why for doubt in found.doubts} == {"offer"}
    towns = {town["id"] for town in found.towns} | {"carpi"}
    home = [service["where"] for service in services if service["where"]["at"] == "home"]
    assert home
    assert all(town in towns for where in home for town in where["towns"])
    assert "all" not in [where["towns"] for where in home]


def test_an_organization_of_another_network_does_not_take_the_place_of_ours(exported: Path, folder: Folder) -> None:
    file = folder.path / "organizations" / "banco-nove.yaml"
    text = (folder.path / "organizations" / "il-girasole.yaml").read_text("utf-8")
    (folder.path / "organizations" / "il-girasole.yaml").unlink()
    file.write_text(text.replace("id: il-girasole", "id: banco-nove"), "utf-8")
    made = texts(import_of(read(files_of(exported)), there(folder.path), likely), there(folder.path))
    assert "organizations/banco-nove.yaml" not in made
    assert "organizations/banco-nove-centro-di-formazione.yaml" in made
