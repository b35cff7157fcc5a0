"""Every page there is, and how somebody gets there. A new page gets its row."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count

from bot.catalogue.catalogue import Catalogue
from bot.partners import badges
from bot.people import invites
from tests.cast import NOON
from tests.handlers.web.browser.person import Person
from tests.handlers.web.test_desk import OFFER, take

COMPANY, LEAVES, COORDINATOR, SERVICE = "biomed-padana", "ceramiche-secchia", "1", "casa-sicura"
BADGE = "gomme-e-tagliando-badge"  # an offer that is given to who shows the badge
users: Iterator[int] = count()

Way = Callable[[Person], object]


def at(path: str) -> Way:
    """Go to an address as anybody."""
    return lambda one: one.page.goto(path)


def catalogue(one: Person) -> Catalogue:
    with one.web.house.store.read() as tx:
        return one.web.edition(tx).catalogue


def partner_of(one: Person, offer: str = OFFER) -> str:
    """Return the organization that gives an offer."""
    return catalogue(one).offers[offer][0].organization.id


def invite(one: Person, company: str = COMPANY) -> str:
    """Return where the poster of a company leads."""
    with one.web.house.store.write() as tx:
        network = one.web.edition(tx).catalogue.network.id
        return "/i/" + invites.create(tx, company, one.web.clock(), network=network)


def desk(one: Person) -> None:
    one.opens("partner", partner_of(one))


def company(one: Person) -> None:
    one.opens("company", COMPANY)


def leaving(one: Person) -> None:
    company(one)
    one.page.goto("/company/leave")


def code_of(one: Person) -> str:
    """Let somebody new take a code in the chat."""
    return take(one.web, user=f"user {next(users)}")


def types(one: Person, code: str) -> None:
    one.page.locator("#code").fill(code)
    one.page.locator("#code").press("Enter")
    one.page.locator(".verdict").first.wait_for()


def typed(code: Callable[[Person], str]) -> Way:
    """Open the desk and type a code."""

    def way(one: Person) -> None:
        desk(one)
        types(one, code(one))

    return way


def marked(one: Person) -> None:
    typed(code_of)(one)
    one.page.locator(".verdict button").click()
    one.page.locator(".verdict form[action$=undo]").wait_for()


def marked_before(one: Person) -> None:
    marked(one)
    one.page.goto("/desk")


def badge(offer: str) -> Way:
    """Open what the badge of an offer has in its square, at the desk of the organization of another."""

    def way(one: Person) -> None:
        one.opens("partner", partner_of(one, BADGE))
        one.page.goto("/b/" + badges.make(one.web.house.keys, offer, one.web.clock()))

    return way


def opened_elsewhere(one: Person) -> None:
    path = one.link("partner", partner_of(one))
    one.page.goto(path)
    one.page.locator("main button").click()
    one.page.context.clear_cookies()
    one.page.goto(path)


def asked_again(one: Person) -> None:
    """Look at what is still valid, when all of it is to be asked."""
    one.web.clock.now = NOON + timedelta(days=70)  # type: ignore[attr-defined] # the clock of the tests
    desk(one)
    one.page.goto("/desk/valid")


def changed(one: Person) -> None:
    asked_again(one)
    one.page.locator(f"a.button[href$='/{SERVICE}']").click()


def changed_to(text: str) -> Way:
    """Say another price of a service."""

    def way(one: Person) -> None:
        changed(one)
        one.page.locator("#price").fill(text)
        one.page.locator("form:has(#price) button").click()
        one.page.wait_for_load_state()

    return way


def searched(path: str, text: str) -> Way:
    def way(one: Person) -> None:
        one.page.goto(path)
        one.page.locator("#text").fill(text)
        one.page.locator("#text").press("Enter")
        one.page.locator(".bubble, #found").first.wait_for()

    return way


def kit(one: Person) -> None:
    company(one)
    one.page.locator("form[action$=kit] button").click()
    one.page.locator("a.button.main").wait_for(timeout=120_000)


def leaving_said(one: Person) -> None:
    """Look at the way out after it was asked for."""
    one.opens("company", LEAVES)
    one.page.goto("/company/leave")
    ask = one.page.locator("form[action$=leave] button")
    if ask.count():  # nobody came here before
        ask.click()
    one.page.locator("form[action$=stay]").wait_for()


PAGES: dict[str, Way] = {
    "nothing here": at("/niente"),
    "a link of an organization": lambda one: one.page.goto(one.link("partner", partner_of(one))),
    "a link of a company": lambda one: one.page.goto(one.link("company", COMPANY)),
    "a link of a coordinator": lambda one: one.page.goto(one.link("coordinator", COORDINATOR)),
    "a link cut short": lambda one: one.page.goto(one.link("partner", partner_of(one))[:-4]),
    "a link opened elsewhere": opened_elsewhere,
    "a desk without its link": at("/desk"),
    "a company without its link": at("/company"),
    "services": at("/"),
    "what was searched": searched("/", "mia mamma cade spesso in casa"),
    "nothing found": searched("/", "qwertyuiop"),
    "danger": searched("/", "mio marito mi picchia"),
    "a service": at(f"/s/{SERVICE}"),
    "no such service": at("/s/niente"),
    "a conversation": at("/try"),
    "a conversation in course": searched("/try", "cerco un aiuto in casa per mia madre"),
    "an invite": lambda one: one.page.goto(invite(one)),
    "an invite cut short": lambda one: one.page.goto(invite(one)[:-4]),
    "a desk": desk,
    "a valid code": typed(code_of),
    "a code marked as used": marked,
    "a code of nobody": typed(lambda one: "NIENTE-234"),
    "a desk after its work": marked_before,
    "a valid badge": badge(BADGE),
    "a badge of others": badge(OFFER),
    "what is still valid": asked_again,
    "a service that changes": changed,
    "a change that is read back": changed_to("25 euro al mese"),
    "a change that is not understood": changed_to("boh"),
    "a company": company,
    "a kit": kit,
    "leaving": leaving,
    "leaving, said": leaving_said,
}
