"""Coordinators write hours as they speak: releases hold the normal form, `check --write` puts it into the files."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import bot.cli.checking  # noqa: F401 - importing it adds its commands to the app
from bot.cli.app import app
from bot.editorial.normalizing import rewritten
from tests.bot.editorial.small_network import NETWORK, ORGANIZATION, Folder

FIELD = Path(__file__).parents[2] / "data" / "field" / "yaml"
ORG, NET = "organizations/il-girasole.yaml", "network.yaml"
HOURS = '"Mo-Fr 09:00-17:00; PH off"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hours: lun-ven 9-12.30   # chiesto a Rita\n", 'hours: "Mo-Fr 09:00-12:30"   # chiesto a Rita\n'),
        ("a: {n: Città, hours: 'mar e gio 15-17.30', z: è}\n", 'a: {n: Città, hours: "Tu,Th 15:00-17:30", z: è}\n'),
        ("hours: |\n  mar 15-17\n  gio 15-17\nz: 1\n", 'hours: "Tu,Th 15:00-17:00"\nz: 1\n'),
        ("hours: >-\n  lun-ven\n  9-12\n\n# nota\nz: 1\n", 'hours: "Mo-Fr 09:00-12:00"\n\n# nota\nz: 1\n'),
        ("hours: lun 9-12 (suona l'1)\r\nz: 1\r\n", "hours: 'Mo 09:00-12:00 \"suona l''1\"'\r\nz: 1\r\n"),
        ("\ufeffhours: H24\nlist: [hours, boh]\n", '\ufeffhours: "24/7"\nlist: [hours, boh]\n'),
        ("a:\n  - hours: lun 9-10\n  - hours: boh\n  - {hours: 'mar 15-17'}\n", None),
        (
            "hours: Mo-Fr 09:00-12:00\nname: hours\nx: lun 9-12\n",
            "hours: Mo-Fr 09:00-12:00\nname: hours\nx: lun 9-12\n",
        ),
        ("a: 🎈è\nb: {hours: lun 9-10, c: 🎈}\n", 'a: 🎈è\nb: {hours: "Mo 09:00-10:00", c: 🎈}\n'),
        ("hours: orario scolastico\n", "hours: orario scolastico\n"),
        ("hours: lun-ven 9-12\nhours: twice\n", "hours: lun-ven 9-12\nhours: twice\n"),
    ],
)
def test_only_hours_change_and_every_other_sign_stays(before: str, after: str | None) -> None:
    wanted = after or 'a:\n  - hours: "Mo 09:00-10:00"\n  - hours: boh\n  - {hours: "Tu 15:00-17:00"}\n'

    assert rewritten(before.encode(), "file.yaml")[0].decode() == wanted


def test_check_writes_the_normal_form_and_says_so(folder: Folder) -> None:
    folder.write(ORG, ORGANIZATION.replace(HOURS, "dal lunedì al venerdì dalle 9 alle 17; chiuso nei festivi"))
    folder.write(NET, NETWORK.replace('"Mo-Fr 09:00-13:00"', "lun-ven 9-13"))

    said = CliRunner().invoke(app, ["check", str(folder.path), "--write"])

    assert folder.path.joinpath(ORG).read_text("utf-8") == ORGANIZATION
    assert folder.path.joinpath(NET).read_text("utf-8") == NETWORK
    assert "il-girasole.yaml:14:12: orario riscritto" in said.stderr.replace("\n", "")


def test_without_the_option_no_file_is_touched(folder: Folder) -> None:
    text = ORGANIZATION.replace(HOURS, "lun-ven 9-17")
    folder.write(ORG, text)

    CliRunner().invoke(app, ["check", str(folder.path)])

    assert folder.path.joinpath(ORG).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("hours", "kept"),
    [
        ("lun-ven 9-12.30; chiuso ad agosto", "Mo-Fr 09:00-12:30; Aug off"),
        ("su appuntamento", 'unknown "su appuntamento"'),
        ("mar 15-17", "Tu 15:00-17:00"),
    ],
)
def test_a_release_holds_the_normal_form(folder: Folder, hours: str, kept: str) -> None:
    folder.write(ORG, ORGANIZATION.replace(HOURS, f'"{hours}"'))
    checked = folder.check()

    assert checked.errors == ()
    assert checked.release
    assert checked.release.organizations[0].services[0].hours == kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [("orario-mar", "Tu 15:00-17:00"), ("orario-festivi-primi", "Mo-Sa 08:00-20:00; Su,PH 09:00-13:00")],
)
def test_a_file_of_the_field_has_its_right_value(folder: Folder, name: str, kept: str) -> None:
    text = (FIELD / f"{name}.yaml").read_text("utf-8")
    said = next(line for line in text.splitlines() if "hours:" in line).partition("hours: ")[2]
    folder.write(ORG, ORGANIZATION.replace(HOURS, said))
    release = folder.check().release

    assert release
    assert release.organizations[0].services[0].hours == kept
