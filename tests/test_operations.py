"""What docs/operations.md names exists: commands, roles, settings, ports, files and figures."""

import re
import shlex
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml
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
BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", TEXT, re.DOTALL))
COMMANDS = sorted(set(re.findall(r"(?:^|[`/ ])kmzero ([a-z][^`\n\"(,}]*)", TEXT, re.MULTILINE)))
VARIABLES = sorted(set(re.findall(r"KMZERO_[A-Z_]+[A-Z]", TEXT)))


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(BLOCKS["yaml"])
    return found


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


def test_the_unit_runs_the_bot_and_brings_it_back() -> None:
    unit = ConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign] # systemd tells cases apart
    unit.read_string(BLOCKS["ini"])
    assert unit["Service"]["ExecStart"] == f"{unit['Service']['WorkingDirectory']}/.venv/bin/kmzero run"
    assert unit["Service"]["Restart"] == "always"


def test_the_compose_file_has_each_role_once_on_one_database() -> None:
    services = compose()["services"]
    bots = {name: each for name, each in services.items() if "command" in each}
    assert [each["command"] for each in bots.values()] == [f"kmzero run --role {name}" for name in bots]
    assert set(bots) == set(Role) - {Role.ALL}
    assert all(each["environment"]["KMZERO_DATABASE__URL"].endswith("@postgresql/kmzero") for each in bots.values())


def test_the_compose_file_opens_the_webhooks_port_on_this_machine_alone() -> None:
    webhook, port = compose()["services"]["webhook"], config.Webhook().port
    assert webhook["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert webhook["environment"]["KMZERO_TELEGRAM__WEBHOOK__LISTEN"] == "0.0.0.0"


def test_what_the_image_is_built_from_exists() -> None:
    recipe = compose()["x-bot"]["build"]["dockerfile_inline"]
    assert (ROOT / re.findall(r"-r (\S+)", recipe)[0]).is_file()
    assert "psycopg" in (ROOT / "requirements.lock").read_text("utf-8")


@pytest.mark.parametrize("figure", sorted(set(re.findall(r"`(kmzero_\w+)", TEXT))))
def test_every_figure_is_on_the_page(figure: str) -> None:
    metrics = Metrics()
    named = {one.name for registry in (metrics.registry, metrics.stored) for one in registry.collect()}
    assert figure.removesuffix("_total") in named


@pytest.mark.parametrize("what", WHATS)
def test_every_trouble_has_its_row(what: str) -> None:
    assert f"| `{what}` | " in TEXT.partition("## Is it well?")[2].partition("\n## ")[0]


@pytest.mark.parametrize("file", sorted(set(re.findall(r"`(tests/[\w/.]+)`", TEXT))))
def test_every_file_exists(file: str) -> None:
    assert (ROOT / file).exists()
