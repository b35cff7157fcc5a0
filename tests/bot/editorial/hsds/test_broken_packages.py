"""What is wrong is refused by its id with the reason, and keeps nothing out that is whole."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.catalogue.text import LANGUAGES
from bot.editorial.hsds.inward import source
from bot.editorial.hsds.inward.package import read
from bot.editorial.hsds.inward.source import BadPackage, files_of
from bot.editorial.hsds.wording import say
from tests.bot.editorial.hsds.conftest import Take
from tests.bot.editorial.hsds.test_packages_of_others import COUNTY, JSON

ORGANIZATIONS = "id,name,description,parent_organization_id\n"
SERVICES = "id,organization_id,name,description,status\n"


def many(whole: int, broken: int) -> dict[str, str]:
    """Return a directory of which most services name an organization that is not there."""
    organizations = "".join(f"o{n},Organization {n},About {n},\n" for n in range(10))
    rows = [f"s{n},o{n % 10},Service {n},What it does {n},active\n" for n in range(whole)]
    rows += [f"x{n},gone-{n},Lost {n},What it did {n},active\n" for n in range(broken)]
    return {"organizations.csv": ORGANIZATIONS + organizations, "services.csv": SERVICES + "".join(rows)}


def reasons(take: Take, files: dict[str, str]) -> dict[str, str]:
    return {one.id: say("refused", "en", one.values, one.why) for one in take(files).refused}


def test_of_a_directory_that_lost_its_organizations_the_rest_is_taken(take: Take) -> None:
    found = take(many(89, 340))
    assert (found.services, len(found.refused)) == (89, 340)
    told = {one.id: say("refused", "en", one.values, one.why) for one in found.refused}
    assert told["x7"] == "Its organization gone-7 is not in the package."


def test_organizations_that_are_parts_of_themselves_are_refused_with_their_services(take: Take) -> None:
    organizations = ORGANIZATIONS + "a,A,About,b\nb,B,About,c\nc,C,About,a\nd,D,About,a\n"
    services = SERVICES + "1,a,One,What,active\n2,d,Two,What,active\n"
    told = reasons(take, {"organizations.csv": organizations, "services.csv": services})
    assert told == {"1": "Its organization a is a part of itself: b → c → a."}


def test_an_id_that_stands_for_two_services_is_refused_and_one_that_was_copied_is_taken_once(take: Take) -> None:
    files = many(3, 0)
    files["services.csv"] += "s0,o0,Another,What it does 0,active\ns1,o1,Service 1,What it does 1,active\n"
    found = take(files)
    assert (found.services, [one.id for one in found.refused]) == (2, ["s0"])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("n,o1,,What,active", "It has no name."),
        ("n,,Named,What,active", "It does not say which organization it belongs to."),
    ],
)
def test_a_service_without_what_it_must_have_is_refused(take: Take, row: str, reason: str) -> None:
    files = many(2, 0)
    files["services.csv"] += f"{row}\n"
    assert reasons(take, files) == {"n": reason}


def test_both_versions_may_be_in_one_package(take: Take) -> None:
    schedules = "id,service_id,freq,byday,opens_at,closes_at\nx,8,WEEKLY,TU,09:00:00,12:00:00\n"
    found = take({**COUNTY, "schedules.csv": schedules})
    hours = [service["hours"] for service in found.organizations[0]["services"]]
    assert hours[0].startswith("Mo 08:00-12:00")
    assert hours[1] == "Tu 09:00-12:00"


def test_a_broken_file_among_whole_ones_is_refused_by_its_name(take: Take) -> None:
    found = take({"one.json": json.dumps(JSON), "two.json": '{"id": "x", "name": '})
    assert (found.services, [one.id for one in found.refused]) == (1, ["two.json"])


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("package.json", b'{"id": ', "json"),
        ("package.json", b"[" * 100_000, "deep"),
        ("package.json", b"\xff\xfe\x00", "encoding"),
        ("package.json", b"42", "shape"),
        ("package.json", b'{"hello": "world"}', "shape"),
        ("services.csv", b"colour,size\nred,3\n", "heads"),
        ("services.csv", b'id,name\n"1' + b"x" * 1_100_000, "csv"),
        ("package.zip", b"PK\x03\x04broken", "archive"),
        ("letter.txt", b"Dear all", "nothing"),
    ],
)
def test_what_is_no_package_is_refused_with_a_cure(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadPackage) as refused:
        read(files_of(tmp_path / name))
    assert refused.value.variant == why
    assert all(say("unreadable", language, refused.value.values, why) for language in LANGUAGES)


def test_objects_inside_objects_without_end_are_refused(tmp_path: Path) -> None:
    said: dict[str, object] = dict(JSON)
    for _ in range(40):
        said = {**JSON, "organization": {"id": "o", "name": "O", "services": [said]}}
    (tmp_path / "deep.json").write_text(json.dumps(said), "utf-8")
    with pytest.raises(BadPackage, match="deep"):
        read(files_of(tmp_path / "deep.json"))


def test_a_package_that_is_too_large_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_OPENED", 1_000)
    (tmp_path / "services.csv").write_text("id,name\n" + "1,x\n" * 1_000, "utf-8")
    for path in (tmp_path, tmp_path / "services.csv"):
        with pytest.raises(BadPackage, match="large"):
            files_of(path)


def test_a_link_that_leads_out_of_the_package_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("{}", "utf-8")
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "services.json").symlink_to(tmp_path / "secret.json")
    assert files_of(tmp_path / "package") == {}


def test_a_zip_may_have_a_folder_around_the_package(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "package.zip", "w") as archive:
        for name, text in COUNTY.items():
            archive.writestr(f"county/data/{name}", text)
    assert len(read(files_of(tmp_path / "package.zip")).rows["service"]) == 2


def test_ids_that_would_lead_out_of_the_folder_are_not_ours(take: Take) -> None:
    identifiers = "id,organization_id,identifier_scheme,identifier_type,identifier\n1,1,kmzero,id,../../etc/passwd\n"
    found = take({**COUNTY, "organization_identifiers.csv": identifiers})
    assert found.organizations[0]["id"] == "peninsula-families"


def test_mark_up_and_signs_of_control_do_not_come_in(take: Take) -> None:
    services = COUNTY["services.csv"].replace("Older adults spend", "<b>Older</b>\u202e adults {spend} &amp; \x07enjoy")
    found = take({**COUNTY, "services.csv": services})
    assert found.organizations[0]["services"][0]["summary"]["en"].startswith("Older adults (spend) & enjoy")


def test_every_reason_and_doubt_has_its_words_in_both_languages(take: Take) -> None:
    for files in (many(1, 1), COUNTY):
        found = take(files)
        for language in LANGUAGES:
            assert all(say("refused", language, one.values, one.why) for one in found.refused)
            assert all(say("doubt", language, one.values, one.why) for one in found.doubts)
