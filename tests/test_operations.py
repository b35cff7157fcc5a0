"""What docs/operations.md names exists: commands, roles, settings, ports, files and figures."""

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import CollectorRegistry
from pydantic import BaseModel
from typer.main import get_command

from bot import config
from bot.cli.app import app
from bot.health.trouble import WHATS
from handlers.__main__ import FAMILIES
from handlers.metrics import Metrics
from handlers.roles import Role

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "operations.md").read_text("utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
COMMANDS = sorted(set(re.findall(r"(?:^|`|by-hand |ro )kmzero ([a-z][^`\n#(]*)", TEXT, re.MULTILINE)))
VARIABLES = sorted(set(re.findall(r"KMZERO_[A-Z_]+[A-Z]", TEXT)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_exists(command: str) -> None:
    assert FAMILIES
    words = shlex.split(command)
    assert words[0] in get_command(app).commands  # type: ignore[attr-defined] # typer's command is a group
    if "--role" in words:
        assert words[words.index("--role") + 1] in [*Role, "%i"]


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_variable_is_a_setting(variable: str) -> None:
    place: Any = config.Settings
    for name in variable.removeprefix("KMZERO_").lower().split("__"):
        assert name in place.model_fields, variable
        place = place.model_fields[name].annotation
    assert not (isinstance(place, type) and issubclass(place, BaseModel)), f"{variable} is a section"


@pytest.mark.parametrize("block", SHELL)
def test_what_is_typed_is_good_shell_and_names_files_that_are_there(block: str) -> None:
    checked = subprocess.run(["sh", "-n"], input=block.replace("…", "URL"), text=True, capture_output=True, check=False)
    assert checked.stderr == ""
    for named in re.findall(r"/srv/kmzero/([\w./]+)", block):
        assert (ROOT / named).exists()
    for named in re.findall(r"^install .* ([a-z][\w.]*) /", block, re.MULTILINE):
        assert (ROOT / "deploy" / named).exists()


@pytest.mark.parametrize("unit", sorted(set(re.findall(r"kmzero(?:-backup)?@[\w.-]+", TEXT))))
def test_every_unit_is_an_instance_of_a_file(unit: str) -> None:
    name, _, instance = unit.partition("@")
    kind = instance.partition(".")[2] or "service"
    assert (ROOT / "deploy" / f"{name}@.{kind}").exists()


def test_the_page_and_the_folder_name_the_same_files() -> None:
    linked = set(re.findall(r"\]\(\.\./deploy/([^)]+)\)", TEXT))
    assert linked == {file.name for file in (ROOT / "deploy").iterdir() if file.name != ".env"}


@pytest.mark.parametrize("figure", sorted(set(re.findall(r"`(kmzero_\w+)", TEXT))))
def test_every_figure_is_on_the_page(figure: str) -> None:
    registries = [one for one in vars(Metrics()).values() if isinstance(one, CollectorRegistry)]
    assert figure.removesuffix("_total") in {family.name for one in registries for family in one.collect()}


@pytest.mark.parametrize("what", WHATS)
def test_every_trouble_has_its_row(what: str) -> None:
    assert f"| `{what}` | " in TEXT.partition("## Is it well?")[2].partition("\n## ")[0]


@pytest.mark.parametrize("file", sorted(set(re.findall(r"`(tests/[\w/.]+)`", TEXT))))
def test_every_file_exists(file: str) -> None:
    assert (ROOT / file).exists()
