"""A one-time link: its page says what it opens, its button opens it. Chat programs fetch links, and open nothing."""

from bot.people import web_links
from bot.people.tokens import Closed
from bot.people.web_links import Role, WebLink
from handlers.web import cookies
from handlers.web.visit import Answer, Page, Redirect, Row, Visit

HOME: dict[Role, str] = {"partner": "/desk", "company": "/company", "coordinator": "/coordination"}


def show(visit: Visit) -> Answer:
    """Say what the link opens."""
    found = web_links.look(visit.tx, visit.path["token"], visit.now, visit.catalogue.network.id)
    if isinstance(found, Closed):
        return _opened_here(visit) or Page("not_opened.html", {"closed": found}, 410)
    return Page("open.html", {"link": found, "name": _name(visit, found)})


def open_here(visit: Visit) -> Answer:
    """Make this browser the one of the link; pressed twice it is so already."""
    token, network = visit.path["token"], visit.catalogue.network.id
    found = web_links.look(visit.tx, token, visit.now, network)
    if isinstance(found, Closed):
        return _opened_here(visit) or Page("not_opened.html", {"closed": found}, 410)
    secret = web_links.open_link(visit.tx, token, visit.now)
    if secret is None:
        return Page("not_opened.html", {"closed": Closed.FULL}, 410)
    return Redirect(HOME[found.role], (found.role, secret))


def _opened_here(visit: Visit) -> Redirect | None:
    """Return the way on where this browser is the one in which the link was opened."""
    for role, home in HOME.items():
        secret = visit.cookies.get(cookies.name_of(role, visit.web.url), "")
        mine = web_links.session(visit.tx, role, secret, visit.now) if secret else None
        if mine and mine.is_of(visit.path["token"]):
            return Redirect(home)
    return None


def _name(visit: Visit, link: WebLink) -> str:
    """Return whose page it is; nobody's name for a coordinator's."""
    if link.role == "company":
        company = visit.catalogue.companies.get(link.owner)
        return company.name if company else link.owner
    names = {one.id: one.name for one in visit.catalogue.release.organizations}
    return names.get(link.owner, link.owner) if link.role == "partner" else ""


ROWS = (
    Row("GET", "/open/{token}", show),
    Row("POST", "/open/{token}", open_here, "write"),
)
