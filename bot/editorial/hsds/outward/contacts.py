"""Telephone numbers as rows of HSDS; an e-mail address and a web page are fields of their owner."""

from bot.catalogue.contacts import Contact
from bot.editorial.hsds.making import Making


def add_phones(package: Making, contact: Contact, table: str, owner: str) -> None:
    """Add the numbers of a contact, the one to call first before the others."""
    for place, phone in enumerate(contact.numbers):
        row = package.add(
            "phone",
            f"{owner}/{place}",
            **{f"{table}_id": owner},
            number=phone.number,
            extension=int(phone.extension) if phone.extension else None,
            type="voice",
            description=phone.description.it if phone.description else None,
        )
        package.english("phone", row, "description", phone.description)
