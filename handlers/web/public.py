"""What everybody may see: the services of the network with a search, and a service's page. Nobody is counted."""

from markupsafe import Markup

from bot.catalogue import schema_org
from bot.catalogue.catalogue import Entry
from bot.conversation.search import search
from bot.conversation.talk import saying
from bot.conversation.talk.nobody import desk_line
from bot.conversation.talk.world import World
from handlers.web.reaching import tel, telegram
from handlers.web.rendering import lines
from handlers.web.service_facts import Listed, facts, listed, notes
from handlers.web.visit import Answer, Download, Missing, Page, Row, Visit

NOT_FOUND = 404
ALIKE = 5  # other services under one
PNG, XML, TEXT = "image/png", "application/xml", "text/plain; charset=utf-8"
CLOSED = ("/i/", "/open/", "/b/", "/desk", "/company", "/coordination", "/try")  # to search engines, in any case


def world_of(visit: Visit) -> World:
    """Return what a guest may know now."""
    return World(visit.catalogue, visit.language, None, visit.now)


def home(visit: Visit) -> Answer:
    """List the services by area."""
    values = {**_home(visit), "areas": _areas(visit), "text": "", "found": None, "said": [], "danger": []}
    return Page("home.html", values, shared=True)


def find(visit: Visit) -> Answer:
    """Search them. What was typed is in no address, and nowhere after the answer."""
    text = visit.form.get("text", "")
    found = search(visit.web.house.concierge, visit.tx, text, visit.now, visit.language)
    world = world_of(visit)
    values = {
        "text": "" if found.danger else text,
        "found": [listed(entry, world) for entry in found.entries],
        "said": [lines(one) for one in found.said],
        "danger": numbers(visit) if found.danger else [],
        "areas": [],  # a link leads to them
    }
    return Page("home.html", {**_home(visit), **values})


def _home(visit: Visit) -> dict[str, object]:
    network = visit.catalogue.network
    return {
        "about": network.about.of(visit.language) if network.about else None,
        "invented": world_of(visit).words.say("demonstration") if network.demonstration else None,
        "desk": desk(visit),
    }


def _areas(visit: Visit) -> list[tuple[str, list[Listed]]]:
    """Return each area with its services, each in the area of its first need."""
    catalogue, world = visit.catalogue, world_of(visit)
    found: dict[str, dict[str, Entry]] = {area: {} for area in catalogue.areas}
    for need in catalogue.served:
        for entry in catalogue.by_need[need]:
            found[catalogue.area_of[entry.needs[0]].id][entry.id] = entry
    return [
        (catalogue.area_label(area, visit.language), [listed(one, world) for one in entries.values()])
        for area, entries in found.items()
        if entries
    ]


def numbers(visit: Visit) -> list[tuple[str, str]]:
    """Return the emergency numbers, each with the link that calls it; what they are for stands in the answer."""
    return [(one.phone, tel(one.phone)) for one in visit.catalogue.network.emergency]


def desk(visit: Visit) -> dict[str, object]:
    """Return who answers at the network's desk, and the link that calls them."""
    return {"line": desk_line(world_of(visit)), "call": tel(visit.catalogue.network.desk.phone)}


def show(visit: Visit) -> Answer:
    """Show a service; where it is not there, or not for now, what else there is."""
    world = world_of(visit)
    entry = visit.catalogue.entries.get(visit.path["service"])
    if entry is None or entry.service.suspended:
        alike = [listed(one, world) for one in _alike(entry, visit)] if entry else []
        return Page("no_service.html", {"alike": alike, "desk": desk(visit)}, NOT_FOUND)
    service, address = entry.service, f"{visit.web.url}/s/{entry.id}"
    step = service.first_step
    values = {
        "id": entry.id,
        "name": service.name.of(visit.language),
        "organization": entry.organization.name,
        "about": service.summary.of(visit.language),
        "notes": notes(entry, world),
        "step": step.of(visit.language) if step else None,
        "sentence": saying.say(entry, world),
        "facts": facts(entry, world),
        "discount": any(offer.companies == "all" for offer in service.offers),
        "telegram": telegram(visit),
        "alike": [listed(one, world) for one in _alike(entry, visit)],
        "json_ld": Markup(schema_org.json_ld(entry, visit.catalogue, visit.language, address)),  # noqa: S704 - escaped there
    }
    return Page("service.html", values, shared=True)


def _alike(entry: Entry, visit: Visit) -> list[Entry]:
    near = {one.id: one for need in entry.needs for one in visit.catalogue.by_need[need] if one.id != entry.id}
    return list(near.values())[:ALIKE]


def picture(visit: Visit) -> Answer:
    """Return the picture of a service. Raises Missing."""
    from bot.kit.service_picture import service_picture  # noqa: PLC0415 - it brings what draws

    entry = visit.catalogue.entries.get(visit.path["service"])
    if entry is None or entry.service.suspended:
        raise Missing
    drawn = service_picture(entry, visit.catalogue, visit.language)
    return Download(f"{entry.id}.png", PNG, drawn, shown=True, shared=True)


def network(visit: Visit) -> Answer:
    """Return the picture of the network."""
    from bot.kit.service_picture import network_picture  # noqa: PLC0415 - as above

    drawn = network_picture(visit.catalogue, visit.language)
    return Download("network.png", PNG, drawn, shown=True, shared=True)


def robots(visit: Visit) -> Answer:
    """Say what search engines may list: nothing, unless the settings allow it."""
    closed = [f"Disallow: {path}" for path in CLOSED] if visit.web.robots else ["Disallow: /"]
    where = [f"Sitemap: {visit.web.url}/sitemap.xml"] if visit.web.robots else []
    text = "\n".join(["User-agent: *", *closed, *where, ""])
    return Download("robots.txt", TEXT, text.encode(), shown=True, shared=True)


def sitemap(visit: Visit) -> Answer:
    """List the pages for search engines, where they may know them. Raises Missing."""
    if not visit.web.robots:
        raise Missing
    shown = (one.id for one in visit.catalogue.entries.values() if not one.service.suspended)
    paths = ["/", *(f"/s/{name}" for name in shown)]
    rows = "".join(f"<url><loc>{visit.web.url}{path}</loc></url>" for path in paths)
    text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
    return Download("sitemap.xml", XML, text.encode(), shown=True, shared=True)


ROWS = (
    Row("GET", "/", home, kept=True),
    Row("POST", "/", find),
    Row("GET", "/s/{service}", show, kept=True),
    Row("GET", "/s/{service}/picture.png", picture, slow=True, kept=True),
    Row("GET", "/picture.png", network, slow=True, kept=True),
    Row("GET", "/robots.txt", robots, kept=True),
    Row("GET", "/sitemap.xml", sitemap, kept=True),
)
