"""A file inside a call's parameters: base64 while the call waits in the outbox, bytes when it is made."""

from base64 import b64decode, b64encode
from typing import Any

from telegram import InputFile

CONTENT = "base64"


def wrap(name: str, content: bytes) -> dict[str, str]:
    """Return a file as JSON can hold it."""
    return {"name": name, CONTENT: b64encode(content).decode()}


def unwrapped(body: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of the parameters of a call, with each wrapped file as one that can be uploaded."""
    return {name: _file(value) for name, value in body.items()}


def _file(value: Any) -> Any:
    if isinstance(value, dict) and CONTENT in value:
        return InputFile(b64decode(value[CONTENT]), value["name"])
    return value
