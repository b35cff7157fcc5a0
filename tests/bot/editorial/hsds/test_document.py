"""docs/hsds.md is true: the fields that it names exist, and so do its marks and commands."""

import re
from pathlib import Path

from typer.main import get_command

from bot.catalogue.model import Location, Offer, Organization, Service
from bot.cli.app import app
from bot.editorial.hsds.fields import tables
from bot.editorial.hsds.making import MARKS
from handlers.__main__ import FAMILIES

DOCUMENT = Path(__file__).parents[4] / "docs" / "hsds.md"
TABLE = DOCUMENT.read_text("utf-8").partition("## What goes where")[2].partition("**Hours.**")[0]


def test_every_field_of_hsds_that_is_named_exists() -> None:
    named = set(re.findall(r"`([a-z_]+)\.([a-z_0-9]+)`", DOCUMENT.read_text("utf-8")))
    known = {(table.name, field) for table in tables().values() for field in table.names}
    assert {pair for pair in named if pair[0] in tables()} <= known
    assert {pair[0] for pair in named} - tables().keys() <= {"network", "datapackage", "name", "keyword"}


def test_every_mark_is_in_the_table() -> None:
    said = set(re.findall(r"`([a-z_]+)`", TABLE))
    assert MARKS.keys() - said - {"from_months", "to_months"} == set()


def test_every_field_of_a_service_and_an_organization_goes_somewhere() -> None:
    said = set(re.findall(r"`([a-z_]+)[`:]", TABLE)) | {"services", "locations", "silent_since"}
    told = {*Service.model_fields, *Organization.model_fields, *Location.model_fields}
    assert told - said == set()
    assert Offer.model_fields.keys() - said == {"value", "conditions", "valid", "code"}  # said in words


def test_its_commands_exist() -> None:
    assert FAMILIES  # importing them adds the commands
    commands = get_command(app).commands  # type: ignore[attr-defined]  # typer's command is a group
    for line in re.findall(r"^kmzero (.+)$", DOCUMENT.read_text("utf-8"), re.MULTILINE):
        name, *words = line.partition("#")[0].split()
        options = {option for parameter in commands[name].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, line
