"""A spreadsheet and a folder become the files that change, and all that is to be said of its rows. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.catalogue.model import Companies, Company, Offer, Organization, Service
from bot.catalogue.text import Language
from bot.editorial.folder.files import Files
from bot.editorial.organization_text import companies_text, organization_text
from bot.editorial.publishing.release_texts import Texts
from bot.editorial.reading import Knowledge
from bot.editorial.reading import read as read_folder
from bot.editorial.schema import problems
from bot.editorial.spreadsheets import ours, rows
from bot.editorial.spreadsheets.catalogue_data import CatalogueData
from bot.editorial.spreadsheets.cells import Words
from bot.editorial.spreadsheets.columns import Column, columns
from bot.editorial.spreadsheets.names import of_catalogue
from bot.editorial.spreadsheets.outcome import Outcome, Remark
from bot.editorial.spreadsheets.plain_data import Data, plain
from bot.editorial.spreadsheets.proposing import Propose, nothing
from bot.editorial.spreadsheets.rows import Progress
from bot.editorial.spreadsheets.tables import Table, tables
from bot.editorial.spreadsheets.writing import changed, text_of
from bot.editorial.tree import parse
from bot.editorial.wording import message
from bot.vouchers.sheets import Sheet

COMPANIES = "companies.yaml"
ASKED_FOR = ("hours", "price")  # what every service says: where a table has no column of it, people are told so


class BrokenFolder(Exception):
    """The organizations of the folder cannot all be read, so nobody knows what a row would change."""


class NoTable(Exception):
    """There is nothing in the file."""


@dataclass(frozen=True)
class Folder:
    """A folder as an import needs it: what it says, which text says it, and in which file each organization is."""

    knowledge: Knowledge
    texts: Texts
    paths: Mapping[str, str]

    @property
    def organizations(self) -> tuple[Organization, ...]:
        return tuple(source.model for source in self.knowledge.organizations)

    @property
    def companies(self) -> tuple[Company, ...]:
        return self.knowledge.companies.model.companies if self.knowledge.companies else ()

    def words(self, language: Language) -> Words:
        network = self.knowledge.network
        towns = network.model.municipalities if network else ()
        areas = [area.model for area in self.knowledge.areas]
        return Words(language, of_catalogue(towns, areas, self.companies, self.organizations, language))


def folder_of(files: Files) -> Folder:
    """Read a folder, which may have nothing in it yet. Raises BrokenFolder."""
    knowledge = read_folder(files, whole=False)
    if knowledge.broken & {"organizations", "companies", "network"}:
        raise BrokenFolder
    names = (name for name in files.yaml if name.startswith("organizations/"))
    found = {source.name: source.model.id for source in knowledge.organizations}
    return Folder(
        knowledge, files.texts, {found[files.place(name)]: name for name in names if files.place(name) in found}
    )


def take_ours(folder: Folder, sheets: Sequence[Sheet], language: Language) -> Outcome:
    """Take what a workbook of ours says now."""
    known = ours.known(sheets)
    data, companies = CatalogueData(folder.organizations), {one.id: plain(one) for one in folder.companies}
    taking = ours.Taking(data, companies, folder.words(language), known)
    taking.take()
    refused = [*taking.refused, *drop_invalid(data, taking.rows, language)]
    texts = {**organization_texts(folder, data), **_companies_text(folder, companies)}
    gone = {one.id for one in refused}
    taken = sum(of == "services" and id_ not in gone for of, id_ in taking.rows)
    return Outcome(texts, taken, tuple(taking.asked), tuple(refused), tuple(ours.strange(known)))


@dataclass(frozen=True)
class Answers:
    """What somebody said who was asked: fields by the place of a column, needs by the number of a row."""

    columns: Mapping[int, str] = field(default_factory=dict)
    needs: Mapping[int, str] = field(default_factory=dict)


def take(
    folder: Folder,
    sheets: Sequence[Sheet],
    language: Language,
    propose: Propose = nothing,
    answers: Answers = Answers(),
    progress: Progress | None = None,
) -> Outcome:
    """Take a workbook of ours, or else the largest table of services that there is. Raises NoTable."""
    if ours.known(sheets):
        return take_ours(folder, sheets, language)
    table, columns = the_table(folder, sheets, language, answers)
    words, data = folder.words(language), CatalogueData(folder.organizations)
    taking = rows.Taking(data, words, propose, answers.needs)
    taking.take(table, columns, progress)
    refused = [*taking.refused, *drop_invalid(data, taking.rows, language)]
    texts, gone = organization_texts(folder, data), {one.id for one in refused if one.id}
    unsure = [
        Remark(0, "column", one.name, one.example, table.name, values={"field": one.field})
        for one in columns
        if one.asked
    ]
    missing = [Remark(0, f"missing-{name}", sheet=table.name) for name in ASKED_FOR if name not in _there(columns)]
    left = tuple(one.name for one in columns if not one.field and (one.heading or one.example))
    taken = sum(id_ not in gone for _, id_ in taking.rows)
    return Outcome(texts, taken, (*unsure, *missing, *taking.asked), tuple(refused), left)


def the_table(
    folder: Folder, sheets: Sequence[Sheet], language: Language, answers: Answers = Answers()
) -> tuple[Table, list[Column]]:
    """Return the largest table and what its columns are. Raises NoTable."""
    towns = folder.words(language).names["towns"]
    found = max(tables(sheets), key=lambda table: len(table.rows) * table.width, default=None)
    if found is None or not found.rows:
        raise NoTable
    return found, columns(found, towns, answers.columns)


def _there(found: Sequence[Column]) -> set[str]:
    return {one.field for one in found if one.taken}


def drop_invalid(data: CatalogueData, there: Mapping[tuple[str, str], Remark], language: Language) -> Iterator[Remark]:
    """Take out what no file may say, as it was before where it was there before; yield each with its reason."""
    for organization in list(data.organizations.values()):
        for service in list(organization.get("services", ())):
            yield from _sift(service.get("offers", []), Offer, "offers", there, language)
        yield from _sift(organization.get("services", []), Service, "services", there, language)
        if why := _fault(organization, Organization, language):
            yield _refusal(there, "organizations", organization["id"], why)
            data.restore(organization["id"])


def _sift(
    things: list[Data], model: type[BaseModel], of: str, there: Mapping[tuple[str, str], Remark], language: Language
) -> Iterator[Remark]:
    for one in list(things):
        if why := _fault(one, model, language):
            things.remove(one)
            yield _refusal(there, of, one["id"], why)


def _refusal(there: Mapping[tuple[str, str], Remark], of: str, id_: str, why: str) -> Remark:
    at = there.get((of, id_), Remark(0, ""))
    return Remark(at.row, "fault", sheet=at.sheet, shown=at.shown, id=id_, values={"fault": why})


def _fault(data: Data, model: type[BaseModel], language: Language) -> str:
    """Return in words what is wrong with some data; nothing where nothing is."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        tree = parse(organization_text(data).encode(), "")
        return "; ".join(message(one, language) for one in problems(error, tree, model))
    return ""


def organization_texts(folder: Folder, data: CatalogueData) -> Texts:
    """Return the files of the organizations that are not as they were."""
    found: Texts = {}
    for id_, one in data.organizations.items():
        path = folder.paths.get(id_, f"organizations/{id_}.yaml")
        text = text_of(one, data.before.get(id_), folder.texts.get(path))
        if text is not None and text != folder.texts.get(path):
            found[path] = text
    return found


def _companies_text(folder: Folder, companies: dict[str, Data]) -> Texts:
    text, before = folder.texts.get(COMPANIES), [plain(one) for one in folder.companies]
    after: list[Any] = list(companies.values())
    if Companies.model_validate({"companies": after}).companies == folder.companies and (text or not after):
        return {}
    if text is None:
        return {COMPANIES: companies_text(after)}
    return {COMPANIES: changed(text, {"companies": before}, {"companies": after})}
