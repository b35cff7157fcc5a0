"""One service as rows of HSDS."""

from babel import Locale

from bot.catalogue import prices
from bot.catalogue.ages import Ages
from bot.catalogue.interval import Interval
from bot.catalogue.model import Organization, Release, Service
from bot.catalogue.text import Language
from bot.editorial.hsds.making import Making
from bot.editorial.hsds.outward.classifications import Classifications
from bot.editorial.hsds.outward.contacts import add_phones
from bot.editorial.hsds.outward.costs import add_costs
from bot.editorial.hsds.outward.places import add_reach
from bot.editorial.hsds.outward.schedules import add_schedules

SIGNED = {"lis": "ise"}  # our code -> ISO 639-3
ITALIAN: Language = "it"


def add_service(
    package: Making, release: Release, organization: Organization, service: Service, terms: Classifications
) -> None:
    """Add a service with all that hangs on it; what a coordinator notes for the network alone stays there."""
    row = package.add("service", service.id, **_fields(package, organization, service))
    package.mark("service", row, "id", service.id)
    package.mark("service", row, "network", release.network.id)
    _translate(package, row, service)
    _mark(package, row, service)
    terms.classify(row, service)
    if service.contact:
        add_phones(package, service.contact, "service", row)
    add_reach(package, release, organization, service, row)
    add_schedules(package, service, row)
    add_costs(package, service, row)
    _add_documents(package, service, row)
    _add_languages(package, service, row)


def _fields(package: Making, organization: Organization, service: Service) -> dict[str, object]:
    step, contact = service.first_step, service.contact
    return {
        "organization_id": package.id_of("organization", organization.id),
        "name": service.name.it,
        "alternate_name": "; ".join(service.keywords.it) or None,
        "description": service.summary.it,
        "url": contact.web if contact else None,
        "email": contact.email if contact else None,
        "status": "temporarily closed" if service.suspended else "active",
        "application_process": step.it if step else None,
        "fees_description": prices.price(service.price, ITALIAN),
        "wait_time": service.wait.it if service.wait else None,
        "eligibility_description": service.eligibility.it if service.eligibility else None,
        **_ages(service.ages),
        "assured_date": service.checked_on.isoformat() if service.checked_on else None,
    }


def _ages(ages: Ages | None) -> dict[str, object]:
    """Return the bounds in years, as HSDS has them: months are a part of one."""
    if ages is None:
        return {}
    first, last = ages.start_months, ages.end_months
    return {
        "minimum_age": ages.start if first is None else round(first / 12, 2),
        "maximum_age": ages.end if last is None else round(last / 12, 2),
    }


def _translate(package: Making, row: str, service: Service) -> None:
    for field, text in (
        ("name", service.name),
        ("description", service.summary),
        ("application_process", service.first_step),
        ("wait_time", service.wait),
        ("eligibility_description", service.eligibility),
    ):
        package.english("service", row, field, text)
    for word in service.keywords.en:
        package.mark("service", row, "keyword.en", word)


def _mark(package: Making, row: str, service: Service) -> None:
    package.text("service", row, "say", service.first_step.say if service.first_step else None)
    for name in ("duration", "capacity", "payment"):
        package.text("service", row, name, getattr(service, name))
    package.mark("service", row, "enrolment", span(service.enrolment))
    package.mark("service", row, "delicate", "true" if service.delicate else None)
    package.mark("service", row, "full_until", service.full_until)
    if service.ages:
        package.mark("service", row, "from_months", service.ages.start_months)
        package.mark("service", row, "to_months", service.ages.end_months)


def span(days: Interval | None) -> str | None:
    """Return days as ISO 8601 writes them: `2026-09-01/2027-03-31`; either may be missing."""
    return f"{days.first or ''}/{days.last or ''}" if days else None


def _add_documents(package: Making, service: Service, row: str) -> None:
    for place, document in enumerate(service.documents):
        said = package.add("required_document", f"{service.id}/{place}", service_id=row, document=document.it)
        package.english("required_document", said, "document", document)


def _add_languages(package: Making, service: Service, row: str) -> None:
    names = Locale(ITALIAN).languages
    for spoken in (ITALIAN, *service.languages):
        code = SIGNED.get(spoken, spoken)
        name = "lingua dei segni italiana" if spoken in SIGNED else names.get(code, code)
        package.add("language", f"{service.id}/{code}", service_id=row, name=name, code=code)
