"""Where an invite lands: what this is, whose, who sees what, the way to Telegram, and a preview. Nobody is counted."""

from markupsafe import Markup

from bot.catalogue import topics
from bot.catalogue.ranking import Asker, coming_offers, open_offers
from bot.people import invites
from bot.people.invites import Invite
from bot.people.tokens import Closed
from handlers.web import preview
from handlers.web.public import desk, world_of
from handlers.web.reaching import telegram
from handlers.web.rendering import lines
from handlers.web.visit import Answer, Page, Row, Visit

GONE, UNKNOWN = 410, 404


def land(visit: Visit) -> Answer:
    """Show what a link opens; looking is not coming in."""
    return _page(visit, preview.opened(visit))


def go_on(visit: Visit) -> Answer:
    """Answer in the preview."""
    return _page(visit, preview.onward(visit))


def _page(visit: Visit, talk: dict[str, object]) -> Page:
    token = visit.path["token"]
    found = invites.look(visit.tx, token, visit.now, visit.catalogue.network.id)
    shared = {**talk, "desk": desk(visit), "example": topics.example(visit.catalogue, world_of(visit).words)}
    if said := _why_not(visit, found):
        status = UNKNOWN if found is Closed.UNKNOWN else GONE
        return Page("not_in.html", {**shared, "said": lines(said), "telegram": telegram(visit)}, status)
    assert isinstance(found, Invite)
    return Page("landing.html", {**shared, **_welcome(visit, found.company), "telegram": telegram(visit, token)})


def _why_not(visit: Visit, found: Invite | Closed) -> Markup | None:
    """Return why a link opens nothing today, as the chat says it; None where it opens."""
    world = world_of(visit)
    if isinstance(found, Closed):
        return world.words.say(f"invite-{found}")
    if not visit.catalogue.takes_part(found.company, world.today):
        return world.words.say("invite-left", company=_name(visit, found.company))
    return world.words.say(f"invite-{found.closed}") if found.closed else None


def _welcome(visit: Visit, company: str) -> dict[str, object]:
    """Return what is said to who works there; a discount only where there is one, now or soon."""
    asker = Asker(company, None, world_of(visit).today)
    offered = any(open_offers(one, asker) or coming_offers(one, asker) for one in visit.catalogue.entries.values())
    controller = visit.catalogue.network.privacy.controller
    return {"company": _name(visit, company), "offered": offered, "controller": controller}


def _name(visit: Visit, company: str) -> str:
    return visit.edition.companies.get(company, company)


ROWS = (
    Row("GET", "/i/{token}", land),
    Row("POST", "/i/{token}", go_on),
)
