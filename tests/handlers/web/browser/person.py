"""Somebody in front of a real browser: opens links of a role, and finds things by keys alone."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from bot.people.web_links import Role
from handlers.web.visit import Web

MOST_TABS = 120  # to reach something by the keyboard
FOCUSED = "e => (e.labels?.[0] ?? e).innerText.trim() || e.getAttribute('aria-label') || ''"


@dataclass
class Person:
    """A page of a browser, and what its console says, what it asks for and what it gets."""

    page: Page
    web: Web
    link: Callable[..., str]
    complaints: list[str] = field(default_factory=list)
    asked: list[Request] = field(default_factory=list)
    got: list[Response] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hears)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request))  # noqa: PLW0108 - no built-in: playwright marks it
        self.page.on("response", lambda response: self.got.append(response))  # noqa: PLW0108 - as above

    def opens(self, role: Role, owner: str) -> "Person":
        """Open a new link of a role in this browser."""
        self.page.goto(self.link(role, owner))
        with self.page.expect_navigation():
            self.page.locator("main button").click()
        return self

    def presses(self, label: str) -> "Person":
        """Press a button or follow a link by its label."""
        found = self.page.get_by_role("button", name=label).or_(self.page.get_by_role("link", name=label))
        with self.page.expect_navigation():
            found.first.click()
        return self

    def reaches(self, label: str) -> "Person":
        """Go with the Tab key to what is called so. Raises AssertionError where no Tab leads there."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if label.lower() in self.page.locator(":focus").evaluate(FOCUSED).lower():
                return self
        raise AssertionError(f"the keyboard does not reach {label!r} on {self.page.url}")

    def enters(self, label: str) -> "Person":
        """Reach something with Tab, and press Enter."""
        self.reaches(label)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    @property
    def text(self) -> str:
        """What can be read on the page."""
        return self.page.locator("body").inner_text()

    def _hears(self, message: ConsoleMessage) -> None:
        refused = message.location["url"] == self.page.url and "status of 4" in message.text
        if message.type in {"error", "warning"} and not refused:  # a page that says no, with its status, is a page
            self.complaints.append(message.text)
