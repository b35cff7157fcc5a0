"""What the coordinators' guide promises is so."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel
from typer.testing import CliRunner

import bot.cli.checking
import bot.cli.exchange
import bot.cli.publishing
import bot.cli.status  # noqa: F401 - importing them adds their commands to the app
from bot.catalogue.hours.words import in_words
from bot.catalogue.interval import Interval
from bot.catalogue.text import Text
from bot.cli.app import app
from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial import quality
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.editorial.reading import MODELS
from tests.bot.editorial.small_network import EVALUATION, Folder

GUIDE = (SHIPPED_KNOWLEDGE / "README.md").read_text(encoding="utf-8")
EXAMPLE, *_PARTS = re.findall(r"```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)
NOT_TYPED: set[type[BaseModel]] = {Interval, Text}  # written as `2026-09-01/2027-03-31`, and as `it` and `en`


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for part in get_args(annotation):
        yield from _models(part)


def _choices(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        yield from _choices(part)


FIELDS = sorted(
    {
        (model.__name__, field.alias or name)
        for kind in MODELS.values()
        for model in _models(kind)
        if model not in NOT_TYPED
        for name, field in model.model_fields.items()
    }
)
CHOICES = sorted(
    {
        choice
        for kind in MODELS.values()
        for model in _models(kind)
        for field in model.model_fields.values()
        for choice in _choices(field.annotation)
    }
)


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_every_field_is_named(model: str, field: str) -> None:
    assert re.search(rf"`([\w: -]*[ -])?{field}(: [^`]+)?`", GUIDE), f"{model}: {field}"


@pytest.mark.parametrize("choice", CHOICES)
def test_every_choice_is_named(choice: str) -> None:
    assert re.search(rf"[`\[ ]{choice}[`,\]]", GUIDE)


def test_its_example_is_an_organization_without_a_fault(tmp_path: Path) -> None:
    folder = copytree(SHIPPED_KNOWLEDGE, tmp_path / "knowledge")
    (folder / "organizations/il-mestolo.yaml").write_text(EXAMPLE, encoding="utf-8")

    checked = check(load(folder), date(2026, 11, 22))

    assert checked.problems == ()
    assert checked.release is not None
    assert "il-mestolo" in {organization.id for organization in checked.release.organizations}


def test_its_targets_are_without_a_fault(folder: Folder) -> None:
    (targets,) = (yaml.safe_load(part) for part in _PARTS if part.startswith("period:"))
    folder.write("evaluation.yaml", yaml.safe_dump(yaml.safe_load(EVALUATION) | targets, allow_unicode=True))
    assert [one for one in folder.check().problems if "evaluation" in one.rule or one.level == "error"] == []


def test_it_says_that_what_is_here_is_invented() -> None:
    assert "sono inventati" in GUIDE


ROUND = ["check", "publish", "status", "releases", "diff", "rollback", "export", "import"]
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE, flags=re.DOTALL)
SHELL = re.findall(r"^(kmzero [^#\n]+?) *(?:#.*)?$", "".join(BLOCKS), flags=re.MULTILINE)


def test_its_round_is_played_word_for_word(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add Il Mestolo with two services and an offer as the guide says, make it live, and take it back."""
    folder = copytree(SHIPPED_KNOWLEDGE, tmp_path / "knowledge")
    (folder / "organizations/il-mestolo.yaml").write_text(EXAMPLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runner = CliRunner(env={"KMZERO_DATABASE__URL": f"sqlite:///{database}"})

    said = {line: runner.invoke(app, line.split()[1:]) for line in SHELL}

    assert [line.split()[1] for line in SHELL] == ROUND
    assert not {line: result.output for line, result in said.items() if result.exit_code}
    assert said["kmzero check"].stdout == ""
    assert "+1 organizzazione, +2 servizi, +1 offerta" in said["kmzero publish"].stdout
    assert "versione 2: 41 organizzazioni, 92 servizi" in said["kmzero status"].stdout
    assert "servizio nuovo: Cena del Mestolo" in said["kmzero diff 1"].stdout
    first, *changes, last = said["kmzero rollback 1"].stdout.splitlines()
    assert first == "Rispetto alla versione 2: -1 organizzazione, -2 servizi, -1 offerta"
    assert "  servizio tolto: Cena del Mestolo (Cucina sociale Il Mestolo)" in changes
    assert said["kmzero import catalogo.xlsx --into knowledge"].stdout == "90 servizi letti; non cambia niente.\n"
    assert last == "Fatto: da ora le persone vedono la versione 1."


def test_the_points_of_an_entry_are_those_that_it_tells() -> None:
    points = [int(found) for found in re.findall(r"^\| (\d+) \| \*\*", GUIDE, re.MULTILINE)]

    assert points == [quality.FRESHNESS, quality.CONTACT, quality.NEXT_STEP, quality.DESCRIPTION, quality.ANSWERS]
    assert f"negli ultimi {quality.FRESH_DAYS} giorni" in GUIDE
    assert f"zero dopo {quality.STALE_DAYS}" in GUIDE


HOURS = re.findall(
    r"^\| `([^`]+)` \| ([^|`]+) \|$", GUIDE.partition("### Gli orari")[2].partition("\n#")[0], re.MULTILINE
)


@pytest.mark.parametrize(("written", "said"), HOURS)
def test_hours_are_said_as_it_tells(written: str, said: str) -> None:
    assert in_words(written, "it") == said


def test_it_tells_of_hours() -> None:
    assert len(HOURS) > 10
