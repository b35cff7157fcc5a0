"""Out and in again where files say what few say: nights, appointments, months of life, ranges, many telephones."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.model import Organization, Release
from bot.editorial.hsds.fields import Tables
from bot.editorial.hsds.inward.organizations import import_of
from bot.editorial.hsds.inward.package import read
from bot.editorial.hsds.inward.source import files_of
from bot.editorial.hsds.outward.json_shape import Shapes
from bot.editorial.hsds.outward.release import tables_of
from bot.editorial.hsds.outward.writing import write
from tests.bot.editorial.hsds.conftest import nobody, there
from tests.bot.editorial.hsds.shape import faults_of_object, faults_of_tables
from tests.bot.editorial.small_network import Folder

HOURS: list[str] = [
    "24/7",
    "unknown",
    'unknown "su appuntamento"',
    'Mo-Fr 09:00-12:00 || unknown "su appuntamento"',
    'Mo 09:00-12:00; Tu unknown "su appuntamento"',
    "Fr 22:00-03:00",
    "Mo-Fr 20:00-24:00",
    "Mo,Th 09:00-12:30,15:00-19:00; Sa[1,3] 10:00-12:00; PH off",
    "Sa[-1] 10:00-12:00",
    "Mo[1],Th[2] 09:00-12:00",
    "Sep 15-Jun 06 Mo-Fr 07:20-08:30,12:45-18:30; PH off",
    "2026 Sep 15-2027 Jun 06 Mo-Fr 07:30-08:30",
    "Mo-Fr 08:30-12:30; Jun 07-Sep 10 Mo-Fr 07:30-17:30; Aug 10-20 off; PH off",
    "Mo-Su,PH 08:00-22:00",
    'Mo-Fr 09:00-13:00 "suona al 3"',
    "Dec 24 09:00-12:00",
]
FIELDS: list[dict[str, object]] = [
    {"ages": {"from_months": 3, "to": 3}},
    {"ages": {"from": 0, "to_months": 36}},
    {"ages": {"from": 65}},
    {"ages": "0-120 anni"},
    {"price": {"from": "8.50", "to": 12, "per": "hour", "note": {"it": "secondo ISEE", "en": "by income"}}},
    {"price": {"to": 30}},
    {"price": {"note": {"it": "offerta libera"}}},
    {"price": {"free": True, "note": "la prima volta"}},
    {"contact": {"phones": [{"number": "059 000 0199", "extension": "3", "description": {"it": "ore pasti"}}]}},
    {"contact": {"phone": "059 000 0101", "phones": ["059 000 0102"], "web": "https://uno.example.org/a?b=1"}},
    {"languages": ["en", "lis", "uk"]},
    {"enrolment": "2026-09-01/"},
    {"enrolment": "/2026-12-31"},
    {"full_until": date(2027, 1, 15), "delicate": True},
    {"where": {"at": "home", "towns": ["carpi"]}},
    {"where": {"at": "online"}},
    {"where": {"at": "unknown"}},
    {"who": ["elderly", "caregivers"], "keywords": {"it": ["uno", "due parole"], "en": ["one"]}},
    {"documents": [{"it": "carta d'identità"}, {"it": "ISEE, se c'è", "en": "ISEE, if any"}]},
    {"first_step": {"it": "Vieni.", "say": {"it": "Sono {who|la figlia di Ada}.", "en": "I am {who|Ada's daughter}."}}},
    {"first_step": None, "checked_on": None, "eligibility": "per tutti", "capacity": {"it": "20 posti", "en": "20"}},
    {"offers": [{"id": "a", "value": {"percent": 15}, "valid": "/2027-01-01", "voucher": "none", "max_uses": 100}]},
    {
        "offers": [
            {"id": "b", "value": {"gift": "un tè"}, "companies": ["acme"], "valid": "2026-01-01/", "voucher": "pool"}
        ]
    },
    {"offers": [{"id": "c", "value": {"minus": "7.5"}, "valid": "/", "voucher": "generated", "per_person": 2}]},
]


def with_services(release: Release, services: list[dict[str, object]]) -> Release:
    """Return a release whose one organization has a service for each of these, else as the small network's."""
    one = release.organizations[0]
    plain = one.services[0].model_dump(by_alias=True, exclude={"offers", "checked_on"})
    made = [plain | {"id": f"s{n}"} | fields for n, fields in enumerate(services)]
    whole = one.model_dump(by_alias=True) | {"services": made}
    return release.model_copy(update={"organizations": (Organization.model_validate(whole),)})


@pytest.fixture
def odd(folder: Folder) -> Release:
    release = folder.check().release
    assert release
    opened: list[dict[str, object]] = [{"hours": hours} for hours in HOURS]
    return with_services(release, FIELDS + opened)


@pytest.fixture
def package(odd: Release) -> Tables:
    return tables_of(odd)


def test_they_go_out_as_hsds_has_them(package: Tables) -> None:
    assert list(faults_of_tables(package)) == []
    services = Shapes(package).services()
    assert [fault for service in services for fault in faults_of_object("service", service)] == []


@pytest.mark.parametrize("form", ["tables", "json"])
def test_they_come_back_as_they_went_out(
    odd: Release, package: Tables, folder: Folder, tmp_path: Path, form: str
) -> None:
    write(package, tmp_path / "out")
    if form == "json":
        (tmp_path / "all.json").write_text(json.dumps(Shapes(package).services()), "utf-8")
    (folder.path / "organizations" / "il-girasole.yaml").unlink()
    source = tmp_path / ("all.json" if form == "json" else "out")
    found = import_of(read(files_of(source)), there(folder.path), nobody)
    assert (found.refused, found.doubts) == ((), ())
    back = Organization.model_validate(found.organizations[0])
    for service, came in zip(odd.organizations[0].services, back.services, strict=True):
        expected = service.model_copy(update={"suspended": came.suspended}) if not service.first_step else service
        assert came == expected, service.id
