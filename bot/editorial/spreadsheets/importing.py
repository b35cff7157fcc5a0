"""A spreadsheet and a folder become the files that change, and all that is to be said of its rows. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.catalogue.model import Companies, Company, Location, Offer, Organization, Service
from bot.catalogue.text import Language
from bot.editorial.folder.files import Files, kind_of
from bot.editorial.organization_text import companies_text, organization_text
from bot.editorial.plain_data import plain
from bot.editorial.publishing.release_texts import Texts
from bot.editorial.reading import Knowledge
from bot.editorial.reading import read as read_folder
from bot.editorial.schema import problems
from bot.editorial.spreadsheets import ours
from bot.editorial.spreadsheets.catalogue_data import CatalogueData
from bot.editorial.spreadsheets.cells import Words
from bot.editorial.spreadsheets.names import of_catalogue
from bot.editorial.spreadsheets.outcome import Outcome, Remark
from bot.editorial.spreadsheets.paths import Data
from bot.editorial.spreadsheets.writing import changed, text_of
from bot.editorial.tree import parse
from bot.editorial.wording import message
from bot.vouchers.sheets import Sheet

COMPANIES = "companies.yaml"
HOME_COUNTRY = "IT"
KINDS = {"network", "companies", "organizations", "needs"}
MODELS: dict[str, type[BaseModel]] = {"offers": Offer, "services": Service, "places": Location}
Rows = Mapping[tuple[str, str], Remark]  # a sheet and an id -> where that stands


class BrokenFolder(Exception):
    """The organizations of the folder cannot all be read, so nobody knows what a row would change."""


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
        names = of_catalogue(towns, areas, self.companies, self.organizations, language)
        return Words(language, names, country=network.model.country if network else HOME_COUNTRY)


def folder_of(files: Files, sheets: Sequence[Sheet] = ()) -> Folder:
    """Read a folder, which may have nothing in it yet. Raises BrokenFolder.

    Its needs, and those of the library, are only read where no workbook of ours says how they are called.
    """
    named = "needs" in ours.known(sheets)
    wanted = KINDS - ({"needs"} if named else set())
    read = {name: content for name, content in files.yaml.items() if kind_of(name) in wanted}
    knowledge = read_folder(replace(files, yaml=read, unread=()), whole=not named)
    if knowledge.broken & {kind_of(name) for name in read} - {"needs"}:  # what is not there is not broken
        raise BrokenFolder
    names = (name for name in read if name.startswith("organizations/"))
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
    refused = [
        *taking.refused,
        *drop_invalid(data, taking.rows, language),
        *_drop_companies(companies, folder, taking.rows, language),
    ]
    texts = {**organization_texts(folder, data), **_companies_text(folder, companies)}
    gone = {one.id for one in refused}
    taken = sum(of == "services" and id_ not in gone for of, id_ in taking.rows)
    return Outcome(texts, taken, tuple(taking.asked), tuple(refused), tuple(ours.strange(known, language)))


def drop_invalid(data: CatalogueData, there: Rows, language: Language) -> Iterator[Remark]:
    """Take out what no file may say; what was there before stays as it was. Yield each with its reason."""
    for organization in list(data.organizations.values()):
        id_ = organization["id"]
        for service in organization.get("services", ()):
            yield from _sift(data, id_, "offers", service.get("offers", []), there, language)
        yield from _sift(data, id_, "services", organization.get("services", []), there, language)
        yield from _sift(data, id_, "places", organization.get("locations", []), there, language)
        if why := _fault(organization, Organization, language):
            yield _refusal(there, "organizations", id_, why)
            data.restore(id_)


def _sift(  # noqa: PLR0917 - some things of an organization, and where they stand
    data: CatalogueData, owner: str, of: str, things: list[Data], there: Rows, language: Language
) -> Iterator[Remark]:
    for place, one in reversed([*enumerate(things)]):
        if (of, one["id"]) in there and (why := _fault(one, MODELS[of], language)):
            before = data.was(owner, of, one["id"])
            things[place : place + 1] = [before] if before else []
            yield _refusal(there, of, one["id"], why)


def _drop_companies(companies: dict[str, Data], folder: Folder, there: Rows, language: Language) -> Iterator[Remark]:
    """Take out the companies that no file may say; one that was there before stays as it was."""
    before = {one.id: plain(one) for one in folder.companies}
    for id_, one in list(companies.items()):
        if why := _fault(one, Company, language):
            if id_ in before:
                companies[id_] = before[id_]
            else:
                del companies[id_]
            yield _refusal(there, "companies", id_, why)


def _refusal(there: Rows, of: str, id_: str, why: str) -> Remark:
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
