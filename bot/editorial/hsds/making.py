"""An HSDS package in the making: rows with stable ids, and marks for what HSDS has no field for.

A mark is an attribute whose term is one of `MARKS`: HSDS's own way to say more. English texts are marks too
(`name.en`), for HSDS has one language for a text.
"""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bot.catalogue.text import Text
from bot.editorial.hsds.fields import Row, Tables, tables

OURS = uuid5(NAMESPACE_URL, "https://kmzero.example.org/hsds")
FIELDS = "kmzero-fields"
MARK = "kmzero"  # the link_type of a mark
MARKS = {
    "id": "The id in the network that this comes from.",
    "network": "The network that it comes from, by its id.",
    "where": "How people are reached: home, place, online, or unknown.",
    "towns": "That all towns of its network are served at home; else the areas name them.",
    "price": "That this cost is what it costs without any offer.",
    "offer": "The id of an offer to the employees of member companies.",
    "per": "What the amount is for: hour, visit, month …",
    "from": "The least that it costs.",
    "to": "The most that it costs.",
    "free": "That nothing is to pay.",
    "percent": "How many in a hundred the offer takes off.",
    "minus": "How many euro the offer takes off.",
    "gift": "What the offer gives.",
    "companies": "For whom the offer is: all member companies, or each by its id.",
    "voucher": "How the offer is proved: shared, pool, generated, none. Codes are never exported.",
    "max_uses": "How often the offer can be used by all together.",
    "per_person": "How often one person can use the offer.",
    "say": "A sentence ready to say at the first call.",
    "duration": "How long it takes.",
    "capacity": "How many places there are.",
    "payment": "How and when one pays.",
    "enrolment": "When one can sign up, from a day to a day.",
    "delicate": "That nobody is asked afterwards how it went.",
    "full_until": "The last day without a free place.",
    "from_months": "The first month of life that is served.",
    "to_months": "The last month of life that is served.",
}
ENGLISH = ".en"


class Making:
    """Rows by table. Ids are UUIDs of the network's id, the table and a key that is unique in it: always the same."""

    def __init__(self, network: str) -> None:
        self.tables: Tables = {name: [] for name in tables()}
        self._space = uuid5(OURS, network)
        self._known: set[str] = set()

    def id_of(self, table: str, key: str) -> str:
        return str(uuid5(self._space, f"{table}/{key}"))

    def add(self, table: str, key: str, **fields: Any) -> str:
        """Add a row with the fields that say something, once for a key, and return its id."""
        number = self.id_of(table, key)
        if number not in self._known:
            self._known.add(number)
            said: Row = {name: value for name, value in fields.items() if value is not None}
            self.tables[table].append({"id": number} | said)
        return number

    def term(self, taxonomy: str, code: str, **fields: Any) -> str:
        """Add a term to a taxonomy that is there; `fields` as in HSDS."""
        inside = {"taxonomy": taxonomy, "taxonomy_id": self.id_of("taxonomy", taxonomy)}
        return self.add("taxonomy_term", f"{taxonomy}/{code}", code=code, **inside, **fields)

    def link(self, table: str, row: str, term: str, kind: str, value: str | None = None) -> None:
        """Hang a term on a row; the order of calls is the order of the rows."""
        key = f"{row}/{term}/{value}"
        said = {"link_id": row, "taxonomy_term_id": term, "link_type": kind, "link_entity": table, "value": value}
        self.add("attribute", key, **said)

    def mark(self, table: str, row: str, name: str, value: object = "true") -> None:
        """Say what HSDS has no field for; nothing for None."""
        if value is None:
            return
        about = MARKS.get(name) or f"{name.removesuffix(ENGLISH)}, in English."
        term = self.term(FIELDS, f"{MARK}:{name}", name=name, description=about, language="en")
        self.link(table, row, term, MARK, str(value))

    def text(self, table: str, row: str, name: str, text: Text | None) -> None:
        """Mark a text in both languages."""
        self.mark(table, row, name, text and text.it)
        self.english(table, row, name, text)

    def english(self, table: str, row: str, field: str, text: Text | None) -> None:
        """Mark the English of a text whose Italian is in a field."""
        self.mark(table, row, field + ENGLISH, text and text.en)
