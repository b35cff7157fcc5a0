"""Somebody with a browser: opens addresses, presses buttons by their label, fills fields by their label. No script."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx


@dataclass
class Form:
    """A form of a page: where it goes, what it carries, what its buttons say."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)  # label -> name of the field
    buttons: dict[str, dict[str, str]] = field(default_factory=dict)  # label -> what it sends


class Reader(HTMLParser):
    """A page as its reader sees it: text, links by label, forms."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: dict[str, str] = {}
        self.forms: list[Form] = []
        self._open: list[tuple[str, dict[str, str], int]] = []
        self._ids: dict[str, tuple[Form, str]] = {}
        self._for: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(said.get("action", ""), said.get("method", "get").lower()))
        if self.forms and tag in {"input", "textarea", "select"} and said.get("name"):
            self._field(self.forms[-1], tag, said)
        if tag == "option" and self.forms and "selected" in said:
            name = next(said["name"] for tag, said, _ in reversed(self._open) if tag == "select")
            self.forms[-1].fields[name] = said.get("value", "")
        if tag in {"a", "button", "label", "title", "script", "style", "select", "textarea", "summary"}:
            self._open.append((tag, said, len(self.words)))

    def _field(self, form: Form, tag: str, said: dict[str, str]) -> None:
        kind = said.get("type", "text")
        if tag == "input" and kind in {"radio", "checkbox"} and "checked" not in said:
            form.fields.setdefault(said["name"], "")
        elif tag != "input" or kind not in {"submit", "button", "file"}:
            form.fields[said["name"]] = said.get("value", "")
        if said.get("id"):
            self._ids[said["id"]] = form, said["name"]

    def handle_data(self, data: str) -> None:
        if not any(tag in {"script", "style"} for tag, _, _ in self._open):
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _, said, start = self._open.pop()
        label = " ".join("".join(self.words[start:]).split())
        if tag == "a" and "href" in said:
            self.links[label or said.get("aria-label", "")] = said["href"]
        if tag == "button" and self.forms:
            sent = {said["name"]: said.get("value", "")} if said.get("name") else {}
            self.forms[-1].buttons[label] = sent | ({"formaction": said["formaction"]} if "formaction" in said else {})
        if tag == "label" and said.get("for"):
            self._for[said["for"]] = label

    def read(self, html: str) -> "Reader":
        self.feed(html)
        for name, label in self._for.items():
            if name in self._ids:
                form, field_name = self._ids[name]
                form.labels[label] = field_name
        return self

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


class Visitor:
    """One browser, with its cookies; what it sees last is `page`."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.answer: httpx.Response
        self.page = Reader()

    async def open(self, path: str, **more: Any) -> "Visitor":
        """Go to an address, and wherever it leads."""
        return self._see(await self.client.get(path, follow_redirects=True, **more))

    async def follow(self, label: str) -> "Visitor":
        """Follow a link by its label."""
        return await self.open(self.page.links[label])

    async def press(self, label: str, **said: str) -> "Visitor":
        """Press a button by its label, after filling fields by their name."""
        return await self.send(label, said)

    async def send(
        self, label: str, said: dict[str, str], files: dict[str, tuple[str, bytes, str]] | None = None
    ) -> "Visitor":
        """Press a button by its label; `said` fills fields by label or name, `files` are (name, content, type)."""
        form = next((one for one in self.page.forms if label in one.buttons), None)
        assert form, f"no button {label!r}: {[list(one.buttons) for one in self.page.forms]}"
        pressed = dict(form.buttons[label])
        action = pressed.pop("formaction", form.action) or str(self.answer.url)
        filled = {form.labels.get(name, name): value for name, value in said.items()}
        sent: Any = {**form.fields, **filled, **pressed}
        named = {"params": sent} if form.method == "get" else {"data": sent, "files": files}
        return self._see(await self.client.request(form.method, action, follow_redirects=True, **named))

    def _see(self, answer: httpx.Response) -> "Visitor":
        self.answer = answer
        self.page = Reader().read(answer.text if "html" in answer.headers.get("content-type", "") else "")
        return self

    @property
    def text(self) -> str:
        """What can be read on the page."""
        return self.page.text

    @property
    def status(self) -> int:
        return self.answer.status_code
