"""A company's kit to download: one a day, file by file or all at once, drawn when somebody wants it."""

import io
import re
import zipfile
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from bot import apart
from bot.catalogue.local_time import local_day
from bot.catalogue.model import Company
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.errors import WorkDied
from bot.kit.kit_of_day import PLACES
from bot.people.links import page_link
from handlers.web.company import HOME, company_of, day_words, kits_of, place_name
from handlers.web.visit import Answer, Download, Missing, Page, Redirect, Row, Visit

if TYPE_CHECKING:
    from bot.kit.kit import File

KEPT = 4  # kits in memory, a megabyte each: whoever takes a file takes the next one
KINDS = {".pdf": "sheet", ".png": "picture", ".txt": "text"}
NAMED = re.compile(rf"({'|'.join(PLACES)})(?:-(\w\w))?(\.\w+)$")

_drawn: "OrderedDict[tuple[object, ...], tuple[File, ...]]" = OrderedDict()
_lock = Lock()


def make(visit: Visit) -> Answer:
    """Make today's kit; asked twice on a day it is the same one."""
    company, today = company_of(visit), local_day(visit.now, visit.catalogue.network.timezone)
    if kits_of(visit, company).make(visit.tx, today, visit.now):
        deed, release = Deed("kit", company.id), visit.catalogue.number
        audit.note(visit.tx, [deed], role=None, company=company.id, release=release, now=visit.now)
    return Redirect(f"{HOME}/kit/{today}")


def show(visit: Visit) -> Answer:
    """List the files of a kit."""
    company, day = company_of(visit), _day(visit)
    told = {"company": company, "day": day, "words_of_day": day_words(visit, day)}
    try:
        files = _files(visit, company, day)
    except WorkDied:
        return Page("company_kit.html", told | {"files": None}, 503)
    return Page("company_kit.html", told | {"files": [(file.name, _about(visit, file.name)) for file in files]})


def download(visit: Visit) -> Answer:
    """Give one file of a kit, or all of them as one archive."""
    company, day, wanted = company_of(visit), _day(visit), visit.path["file"]
    files = _files(visit, company, day)
    if wanted == _archive(company.id):
        return Download(wanted, "application/zip", _zipped(files))
    found = next((file for file in files if file.name == wanted), None)
    if found is None:
        raise Missing
    return Download(found.name, found.media_type, found.content)


def _day(visit: Visit) -> date:
    try:
        return date.fromisoformat(visit.path["day"])
    except ValueError:
        raise Missing from None


def _files(visit: Visit, company: Company, day: date) -> "tuple[File, ...]":
    """Draw a kit in a process of its own, without a transaction. Raises Missing, WorkDied."""
    house, kits = visit.web.house, kits_of(visit, company)
    with house.store.read() as tx:
        if not kits.opens(tx, day, visit.now):
            raise Missing
    links = {place: page_link(visit.web.url, token) for place, token in kits.tokens(day).items()}
    today = local_day(visit.now, visit.catalogue.network.timezone)
    asked = (visit.catalogue.number, company.id, today, *links.values())
    with _lock:
        if asked not in _drawn:
            _drawn[asked] = apart.call("bot.kit.kit:draw", visit.catalogue, company.id, links, today)
            while len(_drawn) > KEPT:
                _drawn.popitem(last=False)
        return _drawn[asked]


def _archive(company: str) -> str:
    return f"kit-{company}.zip"


def _zipped(files: "Sequence[File]") -> bytes:
    """Pack files as they are: PDF and PNG are small already."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.name), file.content)
    return out.getvalue()


def _about(visit: Visit, name: str) -> str:
    """Say what a file is: where it goes, and in which language."""
    found = NAMED.search(name)
    assert found
    place, language, ending = found.groups()
    values = {"kind": "strip" if place == "payslip" else KINDS[ending], "language": language or "all"}
    return visit.words.say("company-file", place=place_name(visit, place), **values)


ROWS = (
    Row("POST", f"{HOME}/kit", make, "write", "company"),
    Row("GET", f"{HOME}/kit/{{day}}", show, "none", "company", slow=True),
    Row("GET", f"{HOME}/kit/{{day}}/{{file}}", download, "none", "company", slow=True),
)
