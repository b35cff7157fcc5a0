"""The rows of somebody's own table, taken into a catalogue: what is certain, and a remark on all that is not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

from bot.catalogue.by_name import plain
from bot.editorial import unsaid
from bot.editorial.spreadsheets.catalogue_data import CatalogueData
from bot.editorial.spreadsheets.cells import Unread, Words
from bot.editorial.spreadsheets.columns import Column
from bot.editorial.spreadsheets.ours import whole
from bot.editorial.spreadsheets.outcome import Remark
from bot.editorial.spreadsheets.paths import Data, put
from bot.editorial.spreadsheets.proposing import Propose, nothing
from bot.editorial.spreadsheets.row_values import READERS, WAYS, Cell, Noted, is_empty
from bot.editorial.spreadsheets.row_values import text as as_text
from bot.editorial.spreadsheets.tables import Table
from bot.editorial.spreadsheets.towns import parted
from bot.vouchers.sheets import Row

MOST_ROWS = 5_000  # of a table: each is read for its needs, which takes 20 to 30 ms
LATEST = 200  # services of one organization that a name is compared with
ALIKE = 92  # how alike (0-100) two names of one organization's services must be to be shown as a double
TEXTS = ("summary", "first_step", "wait", "duration", "eligibility", "capacity", "payment")
Progress = Callable[[int, int], None]


class Refused(Exception):
    """A row is not taken: `why` is the end of the phrase `row-…`."""

    def __init__(self, why: str, likely: Mapping[str, str] | None = None, **values: str | int) -> None:
        super().__init__(why)
        self.why, self.likely, self.values = why, likely or {}, values


@dataclass
class Taking:
    """Takes rows one by one. `answers` are needs that somebody said for a row of a sheet."""

    data: CatalogueData
    words: Words
    propose: Propose = nothing
    answers: Mapping[tuple[str, int], str] = field(default_factory=dict)
    asked: list[Remark] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    rows: dict[tuple[str, str], Remark] = field(default_factory=dict)
    seen: dict[str, dict[str, int]] = field(default_factory=dict)

    def take(self, table: Table, columns: Sequence[Column], progress: Progress | None = None) -> None:
        """Take every row of a table."""
        taken = [column for column in columns if column.taken]
        for done, row in enumerate(table.rows, start=1):
            if done > MOST_ROWS:
                self.refused.append(Remark(row.number, "too-many", sheet=table.name, values={"limit": MOST_ROWS}))
                break
            if any(not is_empty(cell) for cell in row.cells):
                self._row(table, taken, row)
            if progress:
                progress(done, len(table.rows))

    def _row(self, table: Table, columns: Sequence[Column], row: Row) -> None:
        said = dict(self._said(table, columns, row))
        name = str(said.get("name") or said.get("organization") or "")
        if row.mark == "hidden":
            self._ask(table, row, "hidden", shown=name)
        try:
            self._service(table, said, name, row)
        except Refused as error:
            where = {"sheet": table.name, "shown": name or next((cell for cell in row.cells if cell), "")}
            self.refused.append(Remark(row.number, error.why, values=error.values, likely=error.likely, **where))

    def _said(self, table: Table, columns: Sequence[Column], row: Row) -> Iterator[tuple[str, Any]]:
        """Yield what the cells of a row say, by field; what cannot be read is noted."""
        for column in columns:
            text = table.cell(row, column.place)
            if is_empty(text):
                continue
            try:
                read = READERS.get(column.field, as_text)
                yield column.field, read(Cell(whole(text), column.heading, self.words))
            except Noted as noted:
                self._ask(table, row, noted.why, column.name, text, noted.values)
                yield column.field, noted.value
            except Unread as error:
                self._ask(table, row, error.why, column.name, text, error.values)

    def _ask(  # noqa: PLR0917 - the parts of a remark
        self,
        table: Table,
        row: Row,
        why: str,
        column: str = "",
        shown: str = "",
        values: Mapping[str, Any] | None = None,
    ) -> None:
        self.asked.append(Remark(row.number, why, column, shown, table.name, values=values or {}))

    def _service(self, table: Table, said: Data, name: str, row: Row) -> None:
        """Put a service where it belongs. Raises Refused, before anything is put."""
        if not name or row.mark == "struck":
            raise Refused("struck" if name else "no-name")
        owner = str(said.get("organization") or name)
        self._hold_doubles(table, owner, name, row)
        where, place = self._where(said)
        if unused := self._unused(said, where, place):
            self._ask(table, row, "unused", shown=unused)
        needs = self._needs(table, said, name, row)
        organization = self.data.organization(owner)
        if place:
            where = self._at(table, organization, place, said, where, row)
        service = self.data.service(organization, name)
        service |= {
            "needs": needs,
            "name": _text(said, "name", name),
            "summary": _text(said, "summary", name),
            "where": where,
        }
        self._details(service, said)
        _contact(organization, service, said)
        self.rows["services", service["id"]] = Remark(row.number, "", sheet=table.name, shown=name)

    def _hold_doubles(self, table: Table, owner: str, name: str, row: Row) -> None:
        """Refuse a service that is there already, and show one that is called nearly so. Raises Refused."""
        called, seen = plain(name), self.seen.setdefault(plain(owner), {})
        if called in seen:
            raise Refused("double", row=seen[called])
        organization = self.data.called.get(plain(owner), {"id": ""})
        if found := self.data.names.get((organization["id"], called)):
            raise Refused("there", id=found["id"])
        if near := process.extractOne(called, list(seen)[-LATEST:], scorer=fuzz.ratio, score_cutoff=ALIKE):
            self._ask(table, row, "alike", shown=name, values={"row": seen[near[0]]})
        seen[called] = row.number

    def _needs(self, table: Table, said: Data, name: str, row: Row) -> list[str]:
        if (table.name, row.number) in self.answers:
            return [self.answers[table.name, row.number]]
        if said.get("needs"):
            return list(said["needs"])
        found = self.propose(". ".join(str(part).rstrip(". ") for part in (name, said.get("summary")) if part))
        if found.sure:
            return [found.best]
        names = self.words.names["needs"]
        likely = {need: f"{names.label(need)} ({p:.0%})" for need, p in found.needs.items()}
        raise Refused("need", likely, proposed=", ".join(likely.values()) or "-")

    def _where(self, said: Data) -> tuple[Data, tuple[str, str] | None]:
        """Return how people are reached, and the address and town of the place, if there is one. Raises Refused."""
        ways, towns = said.get("where.at") or [], said.get("town")
        told = WAYS["home"].search(f"{said.get('name', '')} {said.get('summary', '')}")
        street, inside = parted(str(said.get("address", "")), self.words.names["towns"])
        street = " ".join(part for part in (street, said.get("civic", "")) if part)
        town = towns[0] if isinstance(towns, list) else inside
        place = (street or self.words.names["towns"].label(town), town) if town else None
        if not ways and told and town and not street:
            return {"at": "home", "towns": [town]}, None
        if "home" in ways:
            return {"at": "home", "towns": said.get("where.towns", "all")}, place if street else None
        if ways == ["online"]:
            return {"at": "online"}, place if street else None
        if place is None:
            raise Refused("no-town" if street else "no-where")
        return {"at": "place"}, place

    def _unused(self, said: Data, where: Data, place: tuple[str, str] | None) -> str:
        """Return what a row says of places that has no place in it."""
        towns = said.get("where.towns") if where["at"] != "home" else None
        named = ", ".join(map(self.words.names["towns"].label, towns)) if isinstance(towns, list) else ""
        street = "" if place else str(said.get("address", ""))
        return ", ".join(part for part in (street, named) if part)

    def _at(  # noqa: PLR0917 - what a place is made of
        self, table: Table, organization: Data, place: tuple[str, str], said: Data, where: Data, row: Row
    ) -> Data:
        there = self.data.place(organization, *place)
        there |= {end: said[end] for end in ("lat", "lon") if end in said and end not in there}
        if not said.get("address"):
            self._ask(table, row, "no-address", shown=there["address"])
        return {**where, "places": [there["id"]]} if where["at"] == "place" else where

    def _details(self, service: Data, said: Data) -> None:
        service["hours"] = said.get("hours", unsaid.HOURS)
        service["price"] = said.get("price", unsaid.PRICE)
        if note := said.get("price.note"):
            service["price"] = {**service["price"], "note": {"it": note}}
        for name in TEXTS[1:]:
            if name in said:
                service[name] = _text(said, name, said[name])
        if "first_step" not in said:
            service["suspended"] = f"da confermare: {unsaid.STEPLESS}"
        if "documents" in said:
            service["documents"] = [{"it": one} for one in said["documents"]]
        if "keywords" in said:
            service["keywords"] = {"it": said["keywords"]}
        service |= {name: said[name] for name in ("who", "ages", "languages", "checked_on") if said.get(name)}


def _text(said: Data, name: str, text: str) -> Data:
    made = {"it": str(said.get(name) or text)}
    return {**made, "en": said[f"{name}.en"]} if said.get(f"{name}.en") else made


def _contact(organization: Data, service: Data, said: Data) -> None:
    """Put how they are reached at the organization, and at the service what is otherwise there."""
    found = dict(_reached(said))
    if "contact" not in organization and found:
        organization["contact"] = found
    general = organization.get("contact", {})
    own = {name: one for name, one in found.items() if general.get(name) != one}
    if own:
        put(service, "contact", own)


def _reached(said: Data) -> Iterator[tuple[str, Any]]:
    beside = said.get("contacts", {})
    numbers = [*said.get("contact.phone", ()), *said.get("contact.phones", ())] or [*beside.get("phones", ())]
    if numbers and numbers[0].keys() == {"number"}:
        yield "phone", numbers.pop(0)["number"]
    if numbers:
        yield "phones", numbers
    for name in ("email", "web"):
        if one := said.get(f"contact.{name}") or beside.get(name):
            yield name, one
