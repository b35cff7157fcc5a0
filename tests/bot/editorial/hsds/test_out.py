"""A release goes out: every row as HSDS wants it, the same ids every time, and never a code."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from bot.catalogue.hours.reading import understood
from bot.catalogue.model import Release
from bot.editorial.hsds.fields import Tables, tables
from bot.editorial.hsds.inward.hours import hours_of
from bot.editorial.hsds.outward.json_shape import Shapes
from bot.editorial.hsds.outward.release import tables_of
from bot.editorial.hsds.outward.writing import write
from bot.errors import CannotRun
from tests.bot.editorial.hsds.shape import faults_of_object, faults_of_tables


@pytest.fixture(scope="module")
def package(demonstration: Release) -> Tables:
    return tables_of(demonstration)


def test_every_row_of_the_demonstration_is_as_hsds_has_it(package: Tables) -> None:
    assert list(faults_of_tables(package)) == []
    assert {name: len(package[name]) for name in ("organization", "service", "location")} == {
        "organization": 40,
        "service": 90,
        "location": 80,
    }


def test_every_service_in_json_is_as_hsds_has_it(package: Tables) -> None:
    services = Shapes(package).services()
    assert len(services) == 90
    assert [fault for service in services for fault in faults_of_object("service", service)] == []


def test_a_service_in_json_stands_alone(package: Tables) -> None:
    service = next(one for one in Shapes(package).services() if one["name"] == "Congedo chiaro")
    assert service["organization"]["name"] == "Associazione Cambio Turno"
    assert [at["location"]["addresses"][0]["city"] for at in service["service_at_locations"]] == [
        "Carpi",
        "Campogalliano",
    ]
    assert {one["byday"]: (one["opens_at"], one["closes_at"]) for one in service["schedules"] if "byday" in one} == {
        "MO,WE": ("17:30:00", "19:30:00"),
        "SA": ("09:00:00", "12:00:00"),
    }
    assert service["schedules"][-1]["description"] == "festivi chiuso"
    assert service["assured_date"] == "2026-11-18"
    assert [option["option"] for option in service["cost_options"]] == [
        "gratis",
        "il conto scritto del tuo stipendio in congedo",
    ]


def test_ids_are_the_same_every_time_and_others_in_another_network(demonstration: Release, package: Tables) -> None:
    assert tables_of(demonstration) == package
    other = demonstration.network.model_copy(update={"id": "altra"})
    elsewhere = tables_of(demonstration.model_copy(update={"network": other}))
    assert {row["id"] for row in elsewhere["service"]}.isdisjoint({row["id"] for row in package["service"]})


def test_no_code_goes_out_in_any_file(demonstration: Release, exported: Path) -> None:
    services = [service for one in demonstration.organizations for service in one.services]
    codes = {offer.code for service in services for offer in service.offers if offer.code}
    assert len(codes) == 20
    text = "".join(file.read_text("utf-8") for file in exported.rglob("*") if file.is_file())
    assert [code for code in codes if code in text] == []


def test_what_coordinators_note_for_themselves_stays(demonstration: Release) -> None:
    first = demonstration.organizations[0]
    noted = first.services[0].model_copy(update={"suspended": "litigano con noi"})
    one = first.model_copy(update={"services": (noted,)})
    made = tables_of(demonstration.model_copy(update={"organizations": (one,)}))
    assert made["service"][0]["status"] == "temporarily closed"
    assert "litigano" not in str(made)


def test_needs_have_names_elsewhere_where_they_have_one(package: Tables) -> None:
    terms = {row["id"]: row for row in package["taxonomy_term"]}
    links = [link for link in package["attribute"] if link["link_type"] in {"need", "classification"}]
    named = {(link["link_id"], terms[link["taxonomy_term_id"]]["code"]) for link in links}
    nurseries = {service for service, code in named if code == "kmzero-needs:nido"}
    assert nurseries
    assert all((service, "108-03-03") in named for service in nurseries)


def test_how_many_services_have_hours_that_recurrences_say_whole(demonstration: Release, package: Tables) -> None:
    rows = Counter("byday" in row for row in package["schedule"])
    assert rows[True] >= 180
    for service in package["service"]:
        own = [row for row in package["schedule"] if row["service_id"] == service["id"]]
        assert hours_of(own)[1] == []
    assert all(understood(one.hours) for org in demonstration.organizations for one in org.services)


def test_every_table_has_its_file_and_the_description_names_them_all(exported: Path) -> None:
    said = json.loads((exported / "datapackage.json").read_text("utf-8"))
    assert [one["path"] for one in said["resources"]] == [table.file for table in tables().values()]
    for one in said["resources"]:
        with (exported / one["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in one["schema"]["fields"]]


def test_a_package_takes_the_place_of_an_older_one_and_of_nothing_else(package: Tables, tmp_path: Path) -> None:
    write(package, tmp_path / "out")
    fewer = {**package, "service": package["service"][:3]}
    assert write(fewer, tmp_path / "out") == 3
    assert len(list((tmp_path / "out" / "services").iterdir())) == 3
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(CannotRun, match="empty folder"):
        write(package, tmp_path / "mine")
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["letter.txt"]
