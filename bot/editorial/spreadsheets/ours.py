"""A workbook of ours that comes back, known by its hidden first row: each row changes what has its id."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.catalogue.by_name import plain as plainly
from bot.catalogue.text import LANGUAGES, Language
from bot.editorial.schema import slug
from bot.editorial.spreadsheets.catalogue_data import CatalogueData
from bot.editorial.spreadsheets.cells import Unread, Words, read
from bot.editorial.spreadsheets.layout import ID, LOOK_UP, SHEETS, Field, keys
from bot.editorial.spreadsheets.names import NOTHING, Names, place
from bot.editorial.spreadsheets.outcome import Remark
from bot.editorial.spreadsheets.paths import KEEP, Data, joined, put
from bot.editorial.spreadsheets.wording import say
from bot.vouchers.sheets import Row, Ruined, Sheet

LOOKED_AT = 5  # rows in which the hidden one may stand
FEWEST = 2  # keys by which it is known


@dataclass(frozen=True)
class Line:
    """A row of a sheet: the text of its cells by the path of their field."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, path: str) -> str:
        return self.cells.get(path, "").strip()


@dataclass(frozen=True)
class Known:
    """A sheet of ours: which one, its columns that are there, its lines, and headings that are none of ours."""

    of: str
    title: str
    fields: tuple[Field, ...]
    headings: Mapping[str, str]
    lines: tuple[Line, ...]
    strange: tuple[str, ...]


def known(sheets: Sequence[Sheet]) -> dict[str, Known]:
    """Return the sheets of our workbook; none where it is another's."""
    found = (_known(sheet) for sheet in sheets)
    return {one.of: one for one in found if one}


def _known(sheet: Sheet) -> Known | None:
    for start, row in enumerate(sheet.rows[:LOOKED_AT]):
        of = next((of for of in SHEETS if len({*keys(of)} & {*row.cells}) >= FEWEST), None)
        if of:
            return _of(of, sheet, start)
    return None


def _of(of: str, sheet: Sheet, start: int) -> Known:
    fields = {f"{of}.{field.path}": field for field in SHEETS[of]}
    head, *rows = sheet.rows[start + 1 :] or [Row(0, [])]
    places = {place: fields[key] for place, key in enumerate(sheet.rows[start].cells) if key in fields}
    headings = {field.path: _cell(head, place) for place, field in places.items()}
    lines = (Line(row.number, {field.path: _cell(row, place) for place, field in places.items()}) for row in rows)
    strange = tuple(cell for place, cell in enumerate(head.cells) if cell and place not in places)
    there = tuple(line for line in lines if any(line.cells.values()))
    return Known(of, sheet.name, tuple(places.values()), headings, there, strange)


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


class Taking:
    """Changes a catalogue by the lines of our sheets, and notes what they do not say."""

    def __init__(
        self, data: CatalogueData, companies: dict[str, Data], words: Words, sheets: Mapping[str, Known]
    ) -> None:
        self.data, self.companies, self.sheets = data, companies, sheets
        self.words = Words(words.language, {**words.names, **_called(sheets, words)})
        self.asked: list[Remark] = []
        self.refused: list[Remark] = []
        self.rows: dict[tuple[str, str], Remark] = {}  # a sheet and an id -> where that stands

    def take(self) -> None:
        """Take every line of every sheet, those first that others name."""
        for of, act in (
            ("organizations", self._organization),
            ("places", self._place),
            ("companies", self._company),
            ("services", self._service),
            ("offers", self._offer),
        ):
            if sheet := self.sheets.get(of):
                for line in self._once(sheet):
                    act(sheet, line)

    def _once(self, sheet: Known) -> Iterator[Line]:
        """Yield the lines of a sheet; one that was copied from another to be changed has no id yet."""
        seen: dict[tuple[str, str], Line] = {}
        for line in sheet.lines:
            key = line["organization"] if sheet.of == "places" else "", line[ID]  # each has places of its own
            first = seen.setdefault(key, line) if line[ID] else line
            if first is line:
                yield line
            elif first.cells == line.cells:
                self.refused.append(Remark(line.number, "double", "", "", sheet.title, line[ID], {"row": first.number}))
            else:
                yield Line(line.number, {**line.cells, ID: ""})

    def _organization(self, sheet: Known, line: Line) -> None:
        if line["name"] or line[ID]:
            self._change(self.data.organization(line["name"], line[ID]), sheet, line, self.words)
        else:
            self._refuse(sheet, line, "no-name")

    def _place(self, sheet: Known, line: Line) -> None:
        organization = self._of(sheet, line)
        town = self.words.names["towns"].read(line["town"])
        if organization is None or town is None:
            if organization is not None:
                self._refuse(sheet, line, "name-towns", line["town"])
            return
        here = self.data.place(organization, line["address"], town, line[ID])
        self._change(here, sheet, line, self.words, {"organization"})

    def _service(self, sheet: Known, line: Line) -> None:
        organization = self._of(sheet, line)
        if organization is None:
            return
        name = next((line[f"name.{language}"] for language in ("it", "en") if line[f"name.{language}"]), "")
        if not name:
            self._refuse(sheet, line, "no-name")
            return
        service = self.data.service(organization, name, line[ID])
        words = replace(self.words, organization=organization["id"], names=self._with_places(organization))
        self._change(service, sheet, line, words, {"organization"})

    def _offer(self, sheet: Known, line: Line) -> None:
        of = self.words.names["services"].read(line["service"])
        service = (self.data.service_of(of) if of else None) or self.data.service_called(line["service"])
        if service is None:
            self._refuse(sheet, line, "name-services", line["service"])
            return
        self._change(self.data.offer(service, line[ID]), sheet, line, self.words, {"service"})

    def _company(self, sheet: Known, line: Line) -> None:
        id_ = line[ID] or self.words.names["companies"].read(line["name"]) or ""
        id_ = id_ or slug(line["name"])
        if id_ not in self.companies:
            called = self.words.names["companies"] | Names.of([(id_, line["name"])])
            self.words = replace(self.words, names={**self.words.names, "companies": called})
        self._change(self.companies.setdefault(id_, {"id": id_}), sheet, line, self.words)

    def _of(self, sheet: Known, line: Line) -> Data | None:
        """Return the organization that a line names: one that is nowhere else yet is a new one."""
        if not line["organization"]:
            self._refuse(sheet, line, "no-organization")
            return None
        id_ = self.words.names["organizations"].read(line["organization"]) or ""
        return self.data.organization(line["organization"], id_)

    def _with_places(self, organization: Data) -> dict[str, Names]:
        towns = self.words.names["towns"]
        whole_ones = [one for one in organization.get("locations", ()) if "town" in one and "address" in one]
        there = ((one["id"], place(one["address"], towns.label(one["town"]))) for one in whole_ones)
        return {**self.words.names, f"places:{organization['id']}": Names.of(there)}

    def _change(
        self, data: Data, sheet: Known, line: Line, words: Words, above: frozenset[str] | set[str] = frozenset()
    ) -> None:
        """Set what the cells of a line say; what is empty is taken away, what cannot be read stays as it was."""
        self.rows[sheet.of, data["id"]] = Remark(
            line.number, "", sheet=sheet.title, shown=line["name.it"] or line["name"]
        )
        said: Data = {}
        for field in sheet.fields:
            if field.path != ID and field.path not in above:
                self._read(field, sheet, line, words, said)
        _replace(data, joined(said))

    def _read(self, field: Field, sheet: Known, line: Line, words: Words, said: Data) -> None:
        text = line.cells.get(field.path, "")
        try:
            put_in(said, field, read(field, whole(text), words))
        except Unread as error:
            column, shown = sheet.headings[field.path], line[field.path]
            self.asked.append(Remark(line.number, error.why, column, shown, sheet.title, line[ID], error.values))
            put(said, field.path, KEEP)

    def _refuse(self, sheet: Known, line: Line, why: str, shown: str = "") -> None:
        self.refused.append(Remark(line.number, why, shown=shown, sheet=sheet.title, id=line[ID]))


def whole(text: str) -> str:
    """Return what a cell says. Raises Unread where the spreadsheet itself has nothing there but an error."""
    if isinstance(text, Ruined) and text.why in {"error", "formula"}:
        raise Unread(text.why)
    return text


def put_in(said: Data, field: Field, value: Any) -> None:
    """Put a value among the others of its line; a price with a note has both."""
    if isinstance(value, dict) or field.kind in {"price", "value", "ages"}:
        for name, one in (value or {}).items():
            put(said, f"{field.path}.{name}", one)
        said.setdefault(field.path, {})
    else:
        put(said, field.path, value)


def _replace(data: Data, said: Data) -> None:
    for name, value in said.items():
        kept = _kept(value, data.get(name))
        if kept in (None, {}, []):
            data.pop(name, None)
        else:
            data[name] = kept


def _kept(value: Any, before: Any) -> Any:
    if value is KEEP:
        return before
    if not isinstance(value, dict):
        return value
    old = before if isinstance(before, dict) else {}
    inside = {name: _kept(one, old.get(name)) for name, one in value.items()}
    return {name: one for name, one in inside.items() if one not in (None, {}, [])}


def _called(sheets: Mapping[str, Known], words: Words) -> dict[str, Names]:
    """Return the names that the workbook itself gives to ids, before those of the folder."""
    called: dict[str, Names] = {}
    for of in ("organizations", "companies", *LOOK_UP):
        lines = sheets[of].lines if of in sheets else ()
        called[of] = Names.of((line[ID], line["name"]) for line in lines if line[ID]) | words.names.get(of, NOTHING)
    named = sheets["services"].lines if "services" in sheets else ()
    pairs = [(line[ID], line[f"name.{words.language}"] or line["name.it"]) for line in named if line[ID]]
    others = {plainly(line[f"name.{other}"]): line[ID] for line in named for other in LANGUAGES if line[ID]}
    called["services"] = Names.of(pairs, others) | words.names.get("services", NOTHING)
    return called


def services_in(sheets: Mapping[str, Known]) -> set[str]:
    """Return the ids of the services that a workbook has."""
    return {line[ID] for line in sheets["services"].lines} - {""} if "services" in sheets else set()


def strange(sheets: Mapping[str, Known], language: Language) -> Iterator[str]:
    """Yield the headings of columns that are none of ours."""
    every = ((one.title, heading) for one in sheets.values() for heading in one.strange)
    return (say("left-column", language, column=f"{title}, {heading}") for title, heading in every)
