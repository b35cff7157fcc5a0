"""Whoever wants the service can reach somebody: by phone, e-mail or web, of the service or of its organization.

Good, in the organization:
    contact: {phone: "059 000 0199"}
Bad, in the organization:
    contact: {}
"""

from collections.abc import Iterator

from bot.catalogue.contacts import Contact
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        if not _ways(service.contact) and not _ways(source.model.contact):
            yield Problem(source.position(*path, "id"), "no-contact", "warning", {"service": service.id})


def _ways(contact: Contact | None) -> bool:
    return contact is not None and any((contact.numbers, contact.email, contact.web))
