"""The types of the Bot API, machine-readable: from PTB's annotated classes, or from a file of the public specification.

PTB 22.8 mirrors Bot API 10.0, so the tests need no copy of it. To generate from another version, set BOT_API_SPEC to a
`api.json` of github.com/PaulSonOfLars/telegram-bot-api-spec.
"""

import datetime as dt
import inspect
import json
import os
import re
import sys
import typing
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import UnionType
from typing import Any

import telegram
from telegram import TelegramObject

PLAIN = {
    bool: "Boolean",
    int: "Integer",
    float: "Float",
    str: "String",
    dt.datetime: "Integer",
    dt.timedelta: "Integer",
}
UNSAID = {"InaccessibleMessage": {"date": ["=0"]}}  # what PTB knows without a parameter
LATE = {"can_react_to_messages", "option_persistent_ids", "persistent_id", "members_only", "allows_revoting"}
# … which PTB, for the sake of older programs, declares optional and yet refuses to do without
FIXED = re.compile(r"(?:always|must be) [“\"]?(\w+)")  # how the specification words it: always “hidden_user”


@dataclass(frozen=True)
class Shape:
    """A type: its fields, each with the types it may have (`Array of X`, `=value` for a fixed one), or its subtypes."""

    required: dict[str, list[str]] = field(default_factory=dict)
    optional: dict[str, list[str]] = field(default_factory=dict)
    subtypes: list[str] = field(default_factory=list)


def shapes() -> dict[str, Shape]:
    """Return the types of the Bot API that an update can hold, by their names."""
    spec = os.environ.get("BOT_API_SPEC")
    return of_specification(Path(spec)) if spec else of_ptb()


def of_specification(file: Path) -> dict[str, Shape]:
    """Read a file of the public specification."""
    return {name: _specified(each) for name, each in json.loads(file.read_text("utf-8"))["types"].items()}


def _specified(type_: dict[str, Any]) -> Shape:
    shape = Shape(subtypes=type_.get("subtypes", []))
    for each in type_.get("fields", []):
        fixed = FIXED.search(each["description"]) if each["name"] in {"type", "status", "source"} else None
        kinds = shape.required if each["required"] else shape.optional
        kinds[each["name"]] = [f"={fixed[1]}"] if fixed else each["types"]
    return shape


def of_ptb() -> dict[str, Shape]:
    """Read the classes of python-telegram-bot, from Update on."""
    known = {name: each for name, each in vars(telegram).items() if _is_type(each)}
    found: dict[str, Shape] = {}
    waiting = ["Update"]
    while waiting:
        name = waiting.pop().rpartition(" ")[2]
        if name in known and name not in found:
            found[name] = _annotated(known[name], known)
            waiting += [*found[name].subtypes, *chain(*found[name].required.values(), *found[name].optional.values())]
    return found


def _is_type(each: object) -> bool:
    return isinstance(each, type) and issubclass(each, TelegramObject) and each is not TelegramObject


def _annotated(class_: type, known: dict[str, type]) -> Shape:
    below = [name for name, each in known.items() if each is not class_ and issubclass(each, class_)]
    if below:
        return Shape(subtypes=below)
    hints = typing.get_type_hints(inspect.getattr_static(class_, "__init__"), _names(class_, known))
    shape = Shape(required=_fixed_words(class_, known))
    for name, parameter in inspect.signature(class_).parameters.items():
        if name == "api_kwargs":  # PTB's own
            continue
        needed = parameter.default is inspect.Parameter.empty or name in LATE
        kinds = shape.required if needed else shape.optional
        kinds["from" if name == "from_user" else name] = list(dict.fromkeys(_kinds(hints[name])))
    return shape


def _names(class_: type, known: dict[str, type]) -> dict[str, Any]:
    """Return what the annotations of a module name, also what it imports for type checkers alone."""
    module, unions = vars(sys.modules[class_.__module__]), vars(sys.modules["telegram._utils.types"])
    return {"Sequence": Sequence, "dtm": dt} | vars(typing) | unions | known | module


def _fixed_words(class_: type, known: dict[str, type]) -> dict[str, list[str]]:
    """Return the words that tell the subtypes of a class apart, as the class itself sets them."""
    bases = [each for each in class_.__bases__ if each in known.values()]
    parameters = inspect.signature(class_).parameters
    words = {slot for base in bases for slot in getattr(base, "__slots__", ()) if slot in {"type", "status", "source"}}
    if not words - set(parameters):
        return UNSAID.get(class_.__name__, {})
    given = [name for name in parameters if name != "api_kwargs"]
    made = class_(**dict.fromkeys(given, "1"))  # a word that is a number, and a sequence too
    return {word: [f"={getattr(made, word)}"] for word in words - set(parameters)}


def _kinds(hint: Any) -> typing.Iterator[str]:
    if typing.get_origin(hint) in {typing.Union, UnionType}:
        for each in typing.get_args(hint):
            yield from _kinds(each)
    elif typing.get_origin(hint) in {Sequence, tuple, list}:
        yield from (f"Array of {kind}" for kind in _kinds(typing.get_args(hint)[0]))
    elif hint is not type(None) and isinstance(hint, type):
        yield PLAIN.get(hint, hint.__name__)
