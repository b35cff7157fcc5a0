"""From what pydantic refuses to problems with a position, in the words of the house."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.editorial.problem import Problem
from bot.editorial.source import Step, find, key_place
from bot.editorial.tree import Node, Scalar
from bot.editorial.tree import Sequence as Items
from bot.editorial.values.guesses import Guess, guess
from bot.editorial.values.keys import goes_on, parted, unknown

MOST = 100  # faults shown of one file: a file with more is not mended one by one
LONGEST = 60  # signs of a wrong value that are shown
OWN_RULES = {
    *("ages-form", "ages-text", "follow-up-hours", "golden-form", "price-form", "price-text", "value-form"),
    "shared-code",
}
GUESSED = {"ages-text", "bad-choice", "bad-date", "bad-number", "bad-value", "price-text", "wrong-kind"}
TOO_LARGE = {"decimal_whole_digits", "decimal_max_digits"}
REFERENCES = {"town": "town", "towns": "town", "companies": "company"}  # fields that hold the id of something else
FORMS = {"string": "text", "tuple": "list", "model": "fields", "dict": "fields"}
BOUNDS = {"greater_than_equal": ("least", "ge"), "less_than_equal": ("most", "le")}

Verdict = tuple[str, str, dict[str, str | int]]  # rule, variant, values


def problems(error: ValidationError, tree: Node, model: type[BaseModel]) -> Iterator[Problem]:
    """Turn the faults of one file into problems, each at its key or at its value."""
    details = error.errors(include_url=False)
    misspelt = set(_misspelt(details, tree, model))
    faults = (detail for detail in details if detail["loc"] not in misspelt and _meant(detail, tree))
    for detail in islice(faults, MOST):
        yield _problem(detail, tree, model)


def _misspelt(details: Sequence[ErrorDetails], tree: Node, model: type[BaseModel]) -> Iterator[tuple[Step, ...]]:
    """Yield the paths of the keys that are there under a wrong name: they are not missing as well."""
    for detail in details[:MOST]:
        if detail["type"] == "extra_forbidden":
            values = unknown(detail["loc"], tree, model)[2]
            if nearest := values.get("field") or values.get("nearest") or ("it" if "text" in values else ""):
                yield (*detail["loc"][:-1], str(nearest))


def _meant(detail: ErrorDetails, tree: Node) -> bool:
    """Whether this is about what the author wrote.

    It is not where it is about the other form of `all` or a list, counts as too few what only has bad entries, or is
    about a piece of a text that goes on.
    """
    if detail["type"] == "extra_forbidden" and parted(tree, detail["loc"]):
        return not goes_on(tree, detail["loc"])
    if detail["type"] == "too_short":
        node = find(tree, detail["loc"])
        return isinstance(node, Items) and len(node.items) < detail["ctx"]["min_length"]
    steps = [str(step) for step in detail["loc"]]
    return not any(step.startswith("tuple[" if _is_scalar(detail, tree) else "literal[") for step in steps)


def _is_scalar(detail: ErrorDetails, tree: Node) -> bool:
    depth = next((n for n, step in enumerate(detail["loc"]) if "[" in str(step)), len(detail["loc"]))
    return isinstance(find(tree, detail["loc"][:depth]), Scalar)


def _problem(detail: ErrorDetails, tree: Node, model: type[BaseModel]) -> Problem:
    path = detail["loc"]
    rule, variant, values = _verdict(detail, tree, model)
    if rule == "unknown-key" and (comma := parted(tree, path)):
        field, text = comma
        return Problem(
            find(tree, (*path[:-1], field)).position, "comma-in-braces", values={"field": field, "text": text}
        )
    if rule == "unknown-key":
        return Problem(key_place(tree, path), rule, values=values, variant=variant)
    if rule == "shared-code":
        written = "code" in detail["input"]
        variant, path = ("unwanted", (*path, "code")) if written else ("", (*path, "voucher"))
    elif found := _guess(detail, rule, variant, values):
        variant, values = found[0], {**values, "given": _short(detail["input"]), "line": found[1]}
    return Problem(find(tree, path).position, rule, values=values, variant=variant)


def _guess(detail: ErrorDetails, rule: str, variant: str, values: dict[str, str | int]) -> Guess | None:
    """Return what was likely meant. What is out of bounds was read well: only a coordinate may have lost its point."""
    path, given = detail["loc"], detail["input"]
    field = _field(path)
    if (
        rule not in GUESSED
        or not isinstance(given, str)
        or (variant in {"least", "most"} and field not in {"lat", "lon"})
    ):
        return None
    return guess(path, field, given, str(values.get("allowed", "")))


def _verdict(detail: ErrorDetails, tree: Node, model: type[BaseModel]) -> Verdict:
    kind, path, given = detail["type"], detail["loc"], detail["input"]
    field = _field(path)
    if kind == "extra_forbidden":
        return unknown(path, tree, model)
    if kind == "missing":
        return "missing-field", "", {"field": field}
    if given is None or (given == "" and kind == "string_too_short"):
        return "missing-field", "empty", {"field": field}
    if kind == "value_error":
        return _own(detail, field)
    return _bad(detail, field, _short(given))


def _bad(detail: ErrorDetails, field: str, given: str) -> Verdict:
    kind, context = detail["type"], detail.get("ctx", {})
    start = kind.partition("_")[0]
    if kind in TOO_LARGE:
        return "bad-number", "large", {"given": given}
    if start == "date":
        return "bad-date", "", {"given": given}
    if kind in BOUNDS:
        variant, bound = BOUNDS[kind]
        return "bad-number", variant, {"given": given, "bound": f"{context[bound]:g}"}
    if start in {"int", "float", "decimal", "finite"}:
        return "bad-number", "whole" if start == "int" else "", {"given": given}
    if start in {"literal", "bool"}:
        variant = "list" if any("[" in str(step) for step in detail["loc"]) else ""
        return "bad-choice", variant, {"given": given, "allowed": _allowed(context)}
    return _bad_text(kind, context, field, given)


def _bad_text(kind: str, context: dict[str, Any], field: str, given: str) -> Verdict:
    if kind == "string_pattern_mismatch" and field == "code":
        return "bad-value", "code", {"given": given}
    if kind in {"string_pattern_mismatch", "string_too_long"}:
        target = {"target": REFERENCES[field]} if field in REFERENCES else {}
        return "bad-id", "", {"given": given, "suggestion": slug(given), **target}
    if kind in {"too_short", "too_long"}:
        bound = context.get("min_length", context.get("max_length", 0))
        return "bad-value", "few" if kind == "too_short" else "many", {"field": field, "bound": bound}
    if kind.endswith("_type") and (form := FORMS.get(kind.partition("_")[0])):
        return "wrong-kind", form if field else "file", {"field": field, "line": _listed(field, given)}
    return "bad-value", "", {"field": field, "given": given}


def _listed(field: str, given: str) -> str:
    """Return a text as the list that it should be."""
    text = given.replace('"', "'")
    inside = text if re.fullmatch(r"[\w-]+", text) else f'"{text}"'
    item = f'{{it: "{text}", en: "…"}}' if field == "documents" else inside
    return f"{field.rpartition('.')[2]}: [{item}]"


def _own(detail: ErrorDetails, field: str) -> Verdict:
    cause, given = str(detail.get("ctx", {}).get("error", "")), _short(detail["input"])
    if cause in OWN_RULES:
        return cause, "", {"given": given}
    if cause in {"interval", "day"}:
        return "bad-date", "interval" if cause == "interval" else "", {"given": given}
    return (
        ("bad-number", "", {"given": given})
        if cause == "money"
        else ("bad-value", "", {"field": field, "given": given})
    )


def _field(path: Sequence[Step]) -> str:
    """Return the last key of a path, as the author would name it."""
    names = [step for step in path if isinstance(step, str) and "[" not in step]
    return ".".join(names[-2:]) if names and names[-1] in {"it", "en"} else (names[-1] if names else "")


def _allowed(context: dict[str, Any]) -> str:
    """Return the choices of a literal as pydantic lists them, or those of a yes and no."""
    return ", ".join(re.findall(r"'([^']+)'", context.get("expected", ""))) or "true, false"


def _short(value: Any) -> str:
    text = str(value) if isinstance(value, str | int | Decimal) else "…"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def slug(text: str) -> str:
    """Return the id nearest to a text: plain small letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].rstrip("-") or "id"
