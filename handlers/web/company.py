"""A company's page: which place works, its last report as its people see it, what it is never told, and the way out."""

from datetime import date

from bot.catalogue import prices
from bot.catalogue.local_time import local_day
from bot.catalogue.model import Company
from bot.coordination import leaving
from bot.insight import ledger
from bot.insight.content import row_name
from bot.insight.ledger import Report
from bot.kit.kit_of_day import KitsOfDays
from bot.kit.words import WORDS
from handlers.web.visit import Answer, Download, Missing, Page, Redirect, Row, Visit

HOME = "/company"
NEVER = ("who", "what", "when", "few", "asked")  # phrases of what a company is never told
LEAVING = ("told", "day", "discounts", "people", "reports")  # phrases of what happens when it leaves


def company_of(visit: Visit) -> Company:
    """Return whose page it is. Raises Missing where it is in the network no more."""
    found = visit.catalogue.companies.get(visit.owner)
    if found is None:
        raise Missing
    return found


def day_words(visit: Visit, day: date) -> str:
    """Return a day, with its year where it is not this one."""
    return prices.day(day, visit.language, local_day(visit.now, visit.catalogue.network.timezone))


def kits_of(visit: Visit, company: Company) -> KitsOfDays:
    """Return the kits of a company."""
    return KitsOfDays(visit.web.house.keys, visit.catalogue.network, company.id)


def home(visit: Visit) -> Answer:
    """Show everything that a company has, and the ways on."""
    company, network = visit.catalogue.companies.get(visit.owner), visit.catalogue.network
    if company is None:
        return Page("company_gone.html", {"privacy": network.privacy})
    report = ledger.last_report(visit.tx, company.id)
    made = kits_of(visit, company).newest(visit.tx, visit.now)
    asked = leaving.asked_on(visit.tx, company.id, network.timezone)
    places, hidden = _places(visit, report)
    values = {
        "company": company,
        "until": company.member.last and day_words(visit, company.member.last),
        "kit": made and {"day": made, "words": day_words(visit, made)},
        "report": report and {"quarter": str(report.quarter), "kind": report.kind},
        "places": places,
        "hidden_places": hidden,
        "never": [visit.words.say(f"company-never-{one}") for one in NEVER],
        "posters": WORDS[visit.language].privacy,
        "asked": asked and day_words(visit, asked),
        "privacy": network.privacy,
    }
    return Page("company.html", values)


def _places(visit: Visit, report: Report | None) -> tuple[list[tuple[str, int]], str]:
    """Return the places that the last report tells, the best first, and the names of those that it does not.

    The links' own counts would go on with every person: who looks often would see when somebody came.
    """
    told = report.tables.get("place", {}) if report else {}
    shown = sorted(((place, people) for place, people in told.items() if people), key=lambda one: -one[1])
    hidden = (place_name(visit, place) for place in told if not told[place])
    return [(place_name(visit, place), people) for place, people in shown], ", ".join(hidden)


def place_name(visit: Visit, place: str) -> str:
    return row_name("place", place, visit.catalogue, visit.language)


def report_page(visit: Visit) -> Answer:
    """Open the page of the last report: the same bytes that its people get."""
    return _report_file(visit, ".html", "text/html; charset=utf-8")


def report_picture(visit: Visit) -> Answer:
    """Show its picture."""
    return _report_file(visit, f".{visit.language}.png", "image/png")


def _report_file(visit: Visit, ending: str, media_type: str) -> Download:
    report = ledger.last_report(visit.tx, visit.owner)
    files = ledger.pages_of(visit.tx, report) if report else {}
    name = next((name for name in files if name.endswith(ending)), None)
    if name is None:
        raise Missing
    return Download(name, media_type, files[name], shown=True)


def ask_to_leave(visit: Visit) -> Answer:
    """Read back what happens when the company leaves, before anything is asked."""
    company, network = company_of(visit), visit.catalogue.network
    asked = leaving.asked_on(visit.tx, company.id, network.timezone)
    happens = [visit.words.say(f"company-leave-{one}", company=company.name) for one in LEAVING]
    values = {"company": company, "asked": asked and day_words(visit, asked), "happens": happens}
    return Page("company_leave.html", values | {"desk": network.desk, "privacy": network.privacy})


def leave(visit: Visit) -> Answer:
    """Ask the coordinators; asked twice it is one request."""
    leaving.ask(visit.tx, visit.web.house.keys, visit.catalogue, company_of(visit).id, visit.now)
    return Redirect(f"{HOME}/leave")


def stay(visit: Visit) -> Answer:
    """Take the request back."""
    leaving.take_back(visit.tx, visit.web.house.keys, visit.catalogue, company_of(visit).id, visit.now)
    return Redirect(f"{HOME}/leave")


ROWS = (
    Row("GET", HOME, home, role="company"),
    Row("GET", f"{HOME}/report", report_page, role="company"),
    Row("GET", f"{HOME}/report.png", report_picture, role="company"),
    Row("GET", f"{HOME}/leave", ask_to_leave, role="company"),
    Row("POST", f"{HOME}/leave", leave, "write", "company"),
    Row("POST", f"{HOME}/stay", stay, "write", "company"),
)
