"""The JSON Schemas are what the models say, every shipped file keeps its own, and a wrong file does not."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bot import library
from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial import jsonschema
from tests.bot.editorial.small_network import ORGANIZATION

FILES = sorted([*SHIPPED_KNOWLEDGE.rglob("*.yaml"), *library.FOLDER.rglob("*.yaml")])
SCHEMAS = SHIPPED_KNOWLEDGE / jsonschema.FOLDER


class Core(yaml.CSafeLoader):
    """Reads scalars as YAML 1.2 does, which is how editors do: no dates, no sexagesimal numbers, NO is a word."""


Core.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in {"int", "float", "null", "bool"}]
    for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    if sign not in set("yYnNoO")
}


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads(jsonschema.text(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", jsonschema.NAMES)
def test_the_shipped_schema_is_what_the_models_say(name: str) -> None:
    assert (SCHEMAS / f"{name}.json").read_text("utf-8") == jsonschema.text(name), "kmzero schema writes it again"


def test_no_schema_is_left_over() -> None:
    assert {file.stem for file in SCHEMAS.iterdir()} == set(jsonschema.NAMES)


@pytest.mark.parametrize("file", FILES, ids=["/".join(file.parts[-2:]) for file in FILES])
def test_a_shipped_file_names_its_schema_and_keeps_it(file: Path) -> None:
    text = file.read_text("utf-8")
    named = text.partition("\n")[0].removeprefix(jsonschema.HEAD)

    schema = json.loads((file.parent / named).read_text("utf-8"))

    assert not list(Draft202012Validator(schema).iter_errors(yaml.load(text, Loader=Core)))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("amount: 18", "amount: tanto"),
        ("voucher: pool", "voucher: regalo"),
        ("at: place", "at: casa"),
        ("valid: 2026-09-01/2027-03-31", "valid: sempre"),
        ("hours:", "orario:"),
        ("id: casa-sicura\n", "id: casa sicura\n"),
    ],
)
def test_what_the_check_refuses_is_underlined(good: str, bad: str) -> None:
    content: Any = yaml.load(ORGANIZATION.replace(good, bad), Loader=Core)

    assert list(_validator("organization").iter_errors(content))
    assert not list(_validator("organization").iter_errors(yaml.load(ORGANIZATION, Loader=Core)))
