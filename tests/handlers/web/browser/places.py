"""Every page there is, and how somebody gets there. A new page gets its row."""

from collections.abc import Callable

from tests.handlers.web.browser.person import Person

ORGANIZATION, COMPANY, COORDINATOR = "banco-nove", "biomed-padana", "1"

Way = Callable[[Person], object]


def at(path: str) -> Way:
    """Go to an address as anybody."""
    return lambda one: one.page.goto(path)


def opened_elsewhere(one: Person) -> None:
    path = one.link("partner", ORGANIZATION)
    one.page.goto(path)
    one.page.locator("main button").click()
    one.page.context.clear_cookies()
    one.page.goto(path)


PAGES: dict[str, Way] = {
    "nothing here": at("/niente"),
    "a link of an organization": lambda one: one.page.goto(one.link("partner", ORGANIZATION)),
    "a link of a company": lambda one: one.page.goto(one.link("company", COMPANY)),
    "a link of a coordinator": lambda one: one.page.goto(one.link("coordinator", COORDINATOR)),
    "a link cut short": lambda one: one.page.goto(one.link("partner", ORGANIZATION)[:-4]),
    "a link opened elsewhere": opened_elsewhere,
}
