"""Telegram at PTB's `BaseRequest`: keeps every call, refuses what Telegram refuses, fails on demand."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from telegram._utils.defaultvalue import DEFAULT_NONE  # the signature of BaseRequest has it
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

TAG = re.compile(r"<(/?)(b|i|code)>")
ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)")
SEND = "switch_inline_query_chosen_chat"
HOURS = 7200.0  # seconds
ME = {"id": 7, "is_bot": True, "first_name": "Chilometro Zero", "username": "kmzero_bot"}


@dataclass(frozen=True)
class Called:
    """One call as the client carried it, its parameters read back from their form fields."""

    method: str
    body: dict[str, Any]

    @property
    def chat(self) -> int | None:
        return self.body.get("chat_id")


@dataclass
class Fault:
    """What happens to the next `times` calls of a method, perhaps in one chat only."""

    method: str
    status: int  # an HTTP status; 0 for a broken connection, -1 for a timeout
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    chat: int | None = None
    times: int = 1


class FakeTelegram(BaseRequest):
    """One object for both of a bot's requests."""

    def __init__(self) -> None:
        self.calls: list[Called] = []
        self.faults: list[Fault] = []
        self.updates: list[dict[str, Any]] = []
        self.confirmed = 0
        self.files: dict[str, bytes] = {}  # what people sent, by its file_id
        self.webhook: dict[str, Any] = {"url": "", "pending_update_count": 0}  # what getWebhookInfo says
        self.silent: set[int] = set()  # chats whose calls get no answer at all
        self.changed = asyncio.Event()

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(  # noqa: PLR0917 - the signature of BaseRequest
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT_NONE,
        write_timeout: ODVInput[float] = DEFAULT_NONE,
        connect_timeout: ODVInput[float] = DEFAULT_NONE,
        pool_timeout: ODVInput[float] = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        called = Called(url.rpartition("/")[2], _read(request_data))
        self.calls.append(called)
        self.changed.set()
        await asyncio.sleep(HOURS if called.chat in self.silent else 0)
        if "/file/bot" in url:
            return 200, self.files[called.method]
        status, answer = self._fault(called) or await self._answer(called)
        return status, json.dumps(answer).encode()

    def of(self, method: str, chat: int | None = None) -> list[Called]:
        """Return the calls of a method, perhaps in one chat only."""
        return [call for call in self.calls if call.method == method and chat in (None, call.chat)]

    def texts(self, chat: int | None = None) -> list[str]:
        """Return what was said, tags left out."""
        return [visible(call.body["text"]) for call in self.of("sendMessage", chat)]

    def shown(self, chat: int | None = None) -> list[Called]:
        """Return what was said or put in the place of something said."""
        return [call for call in self.calls if "text" in call.body and chat in (None, call.chat)]

    def press(self, label: str, chat: int) -> str:
        """Return the callback data of the newest button with this label."""
        for call in reversed(self.shown(chat)):
            for row in call.body.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == label:
                        return str(button["callback_data"])
        raise AssertionError(f"no button {label!r}")

    async def until(self, condition: Callable[[], bool], seconds: float = 5.0) -> None:
        """Wait until the calls are as expected."""
        async with asyncio.timeout(seconds):
            while not condition():
                self.changed.clear()
                await self.changed.wait()
                await asyncio.sleep(0.01)

    def _fault(self, called: Called) -> tuple[int, dict[str, Any]] | None:
        for fault in self.faults:
            if fault.times and fault.method in {"*", called.method} and fault.chat in (None, called.chat):
                fault.times -= 1
                if fault.status == 0:
                    raise NetworkError("httpx.ReadError: connection reset")
                if fault.status == -1:
                    raise TimedOut
                return fault.status, _refusal(fault.status, fault.description, fault.parameters)
        return None

    async def _answer(self, called: Called) -> tuple[int, dict[str, Any]]:
        if called.method == "getUpdates":
            return 200, {"ok": True, "result": await self._poll(called.body)}
        if called.method in {"getMe", "getWebhookInfo"}:
            return 200, {"ok": True, "result": ME if called.method == "getMe" else self.webhook}
        if called.method in {"setWebhook", "deleteWebhook"}:
            self.webhook = self.webhook | {"url": called.body.get("url", "")}
        if called.method == "getFile":
            name = called.body["file_id"]
            found = {
                "file_id": name,
                "file_unique_id": name,
                "file_size": len(self.files[name]),
                "file_path": f"d/{name}",
            }
            return 200, {"ok": True, "result": found}
        wrong = refusal(called.body)
        if wrong:
            return 400, _refusal(400, wrong, {})
        if not called.method.startswith("send"):
            return 200, {"ok": True, "result": True}
        message = {"message_id": len(self.calls), "date": 1, "chat": {"id": called.chat, "type": "private"}, "from": ME}
        return 200, {"ok": True, "result": message}

    async def _poll(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        offset = body.get("offset", 0)
        self.confirmed = max(self.confirmed, offset)
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        if not self.updates:
            await asyncio.sleep(0.02)
        return self.updates[:100]


def refusal(body: dict[str, Any]) -> str | None:
    """Return why Telegram itself would refuse these parameters, in its words."""
    if "text" in body:
        if wrong := _bad_markup(body["text"]):
            return f"Bad Request: can't parse entities: {wrong}"
        seen = visible(body["text"])
        if not seen.strip():
            return "Bad Request: message text is empty"
        if len(seen.encode("utf-16-le")) // 2 > 4096:
            return "Bad Request: message is too long"
    if "results" in body:
        return _bad_results(body["results"])
    return _bad_buttons(body)


def _bad_buttons(body: dict[str, Any]) -> str | None:
    buttons = [button for row in body.get("reply_markup", {}).get("inline_keyboard", []) for button in row]
    if any(not 1 <= len(button.get("callback_data", "x").encode()) <= 64 for button in buttons):
        return "Bad Request: BUTTON_DATA_INVALID"
    chosen = [button[SEND] for button in buttons if SEND in button]
    if any(not (where.get("allow_user_chats") or where.get("allow_group_chats")) for where in chosen):
        return "Bad Request: no chat can be chosen"
    if any(not button["text"].strip() for button in buttons):
        return "Bad Request: inline keyboard button text is empty"
    return None


def _bad_results(results: list[dict[str, Any]]) -> str | None:
    """Return why answerInlineQuery would be refused."""
    if len(results) > 50 or len({one["id"] for one in results}) < len(results):
        return "Bad Request: RESULT_ID_DUPLICATE"
    if any(not 1 <= len(one["id"].encode()) <= 64 or not one["title"] for one in results):
        return "Bad Request: RESULT_ID_INVALID"
    said = (refusal({"text": one["input_message_content"]["message_text"]}) for one in results)
    return next((wrong for wrong in said if wrong), None)


def visible(markup: str) -> str:
    """Return markup as it is read."""
    return unescape(TAG.sub("", markup))


def _bad_markup(markup: str) -> str | None:
    if "<" in TAG.sub("", markup) or ENTITY.search(markup):
        return "Unsupported start tag or entity"
    opened: list[str] = []
    for closing, name in TAG.findall(markup):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return "Unmatched end tag"
    return "Can't find end tag" if opened else None


def _refusal(status: int, description: str, parameters: dict[str, Any]) -> dict[str, Any]:
    return {"ok": False, "error_code": status, "description": description, "parameters": parameters}


def _read(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    files = {name: {"name": part[0], "content": part[1]} for name, part in (data.multipart_data or {}).items()}
    return {name: _value(name, text) for name, text in data.json_parameters.items()} | files


def _value(name: str, text: str) -> Any:
    if name in {"text", "phone_number", "first_name", "title", "address", "description", "short_description"}:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
