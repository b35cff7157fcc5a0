"""JSON Schemas of the knowledge files, made from their models: an editor completes and underlines with them.

In a file every scalar is written as text or number as it comes, so the schemas say how things are written
(`2026-09-01/2027-03-31`, a bare Italian text), not what they become.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.catalogue.ages import Ages
from bot.catalogue.contacts import Phone
from bot.catalogue.costs import Price
from bot.catalogue.model import Area, Concept, NeedType
from bot.catalogue.situations import PublicPlace, Situation
from bot.catalogue.text import Text, Texts
from bot.editorial.folder.files import Kind
from bot.editorial.overlay import MORE
from bot.editorial.reading import MODELS

FOLDER = "schema"
HEAD = "# yaml-language-server: $schema="  # how an editor learns which schema a file has
NAMES: dict[str, Kind] = {"organization" if kind == "organizations" else kind: kind for kind in MODELS}
INTERVAL = r"^(\d{4}-\d{2}-\d{2})?/(\d{4}-\d{2}-\d{2})?$"
EURO = r"^(€ ?)?(\d{1,6}|\d{1,3}(\.\d{3})+)([.,]\d{1,2})?( ?(€|euro))?$"
PARTS = {Area, NeedType, Concept, Situation, PublicPlace}  # of which a folder may say a part: the library has the rest
DRAFT = "https://json-schema.org/draft/2020-12/schema"


class _Written(GenerateJsonSchema):
    """Says how a value is written in a file."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        if schema["cls"] in {Text, Price, Ages, Phone}:
            return {"anyOf": [{"type": "string", "minLength": 1}, made]}
        if schema["cls"] is Texts:
            return {"anyOf": [{"type": "array", "items": {"type": "string"}}, made]}
        return _partly(made) if schema["cls"] in PARTS else made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        period = "Interval" in str(schema["schema"].get("cls") or schema["schema"].get("schema_ref"))
        return {"type": "string", "pattern": INTERVAL} if period else inner

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        del schema
        return {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": EURO}]}

    def field_title_should_be_set(self, schema: object) -> bool:
        del schema
        return False  # a field's name says it already

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        made.pop("default", None)
        return made


def _partly(made: JsonSchemaValue) -> JsonSchemaValue:
    fields = made["properties"]
    more = {key: fields[plain] for key, plain in MORE.items() if plain in fields}
    return {**made, "required": ["id"], "properties": {**fields, **more}}


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of how a model is written."""
    made = model.model_json_schema(schema_generator=_Written)
    return {"$schema": DRAFT, **made}


@cache
def text(name: str) -> str:
    """Return a schema as its file has it. Raises KeyError for a name that is not in NAMES."""
    return json.dumps(schema_of(MODELS[NAMES[name]]), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write(folder: Path) -> list[Path]:
    """Write every schema into `folder/schema` and return the files."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    files = {folder / FOLDER / f"{name}.json": text(name) for name in NAMES}
    for file, content in files.items():
        file.write_text(content, encoding="utf-8")
    return list(files)
