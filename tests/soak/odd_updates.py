"""Updates of every kind, as Telegram could send them and as it never would, for hypothesis to draw."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from telegram.constants import ChatType

from tests.soak.bot_api_types import Shape, shapes

Json = dict[str, Any]

SHAPES = shapes()
DEEPEST = 4  # optional fields are left out below this
MESSAGES = Path(__file__).parents[1] / "data" / "messages_dev.jsonl"
TYPED = [json.loads(line)["text"] for line in MESSAGES.read_text("utf-8").splitlines()]
COMMANDS = ["/start", "/start abc", "/codici", "/dimenticami", "/privacy", "/lingua", "/aiuto", "/boh", "grazie", "ok"]
PRESS = "the choice "  # and a number: who plays the updates puts the sealed data of that choice in its place
KINDS = [*SHAPES["Update"].optional]
USUAL = ["message"] * 8 + ["callback_query"] * 6 + ["my_chat_member", "edited_message"]
NUMBERS = st.integers(0, 40) | st.integers(0, 2**52) | st.integers(-(2**52), 2**52)
DATES = st.integers(0, 2**31 - 1)
DATE = re.compile("date|time|duration|period")
WORDS = st.text(max_size=30)  # every sign of Unicode but half pairs
WHOLE = {
    "Integer": NUMBERS,
    "Float": st.floats(-180, 180),
    "Boolean": st.booleans(),
    "String": WORDS,
}
# What Telegram never sends: halves of pairs, numbers that no column holds, numbers that are none.
ODD = st.sampled_from(
    [None, True, False, 0, -1, 2**31, 2**63, 10**30, -(10**400), 1e308, float("nan"), float("inf"), "", "\0", "\ud800"]
) | st.recursive(
    st.text(max_size=8) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def whole(draw: Callable[..., Any]) -> Json:
    """An update as the Bot API describes it, often in a private chat."""
    kind = draw(st.sampled_from(USUAL) | st.sampled_from(KINDS))
    body = _value(draw, draw(st.sampled_from(SHAPES["Update"].optional[kind])), 0)
    if isinstance(body, dict) and draw(st.integers(0, 9)):
        _make_private(draw, kind, body)
    return {kind: body}


@st.composite
def broken(draw: Callable[..., Any]) -> Json:
    """An update of the Bot API with some fields missing, of another type, or far too large."""
    update: Json = draw(whole())
    for _ in range(draw(st.integers(1, 3))):
        _break(draw, update)
    return update


def _value(draw: Callable[..., Any], kind: str, depth: int) -> Any:
    if kind.startswith("="):
        return 0 if kind == "=0" else kind[1:]
    if kind.startswith("Array of "):
        return [_value(draw, kind.removeprefix("Array of "), depth + 1) for _ in range(draw(st.integers(0, 2)))]
    return draw(WHOLE[kind]) if kind in WHOLE else _object(draw, SHAPES.get(kind, Shape()), depth)


def _object(draw: Callable[..., Any], shape: Shape, depth: int) -> Json:
    if shape.subtypes:
        return _object(draw, SHAPES[draw(st.sampled_from(shape.subtypes))], depth)
    some = depth < DEEPEST and shape.optional
    names = draw(st.lists(st.sampled_from([*shape.optional]), max_size=3)) if some else []
    fields = shape.required | {name: shape.optional[name] for name in names}
    return {name: _field(draw, name, draw(st.sampled_from(kinds)), depth + 1) for name, kinds in fields.items()}


def _field(draw: Callable[..., Any], name: str, kind: str, depth: int) -> Any:
    return draw(DATES) if kind == "Integer" and DATE.search(name) else _value(draw, kind, depth)


def _make_private(draw: Callable[..., Any], kind: str, body: Json) -> None:
    """Let the same few people write and press in their private chats, with words that people use."""
    number = draw(st.integers(1, 12))
    place = body.setdefault("message", {"message_id": 1, "date": 1}) if kind == "callback_query" else body
    place["chat"] = {"id": number, "type": ChatType.PRIVATE.value, "first_name": "A"}
    body["from"] = {"id": number, "is_bot": False, "first_name": draw(WORDS)}
    if kind == "callback_query" and draw(st.integers(0, 3)):
        body["data"] = f"{PRESS}{draw(st.integers(0, 10_000))}"
    if kind == "message" and draw(st.booleans()):
        body["text"] = draw(st.sampled_from(TYPED) | st.sampled_from(COMMANDS) | WORDS)


def _break(draw: Callable[..., Any], update: Json) -> None:
    """Take something out of an update, or put something odd in its place, at any depth."""
    place: Any = update
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if isinstance(inner, dict | list) and inner and draw(st.integers(0, 3)):
            place = inner
        elif draw(st.booleans()):
            del place[key]
            return
        else:
            place[key] = draw(ODD)
            return
