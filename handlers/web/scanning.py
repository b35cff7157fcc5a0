"""What is scanned at the desk: by the browser's camera into the box of the code, or as a photograph that is sent."""

from dataclasses import replace

from bot.partners import photos
from bot.partners.photos import Unread
from bot.partners.scans import Badge, Stranger, read_scan
from handlers.web import badges, desk
from handlers.web.visit import Answer, Missing, Redirect, Row, Visit

WHY = {"stranger", *Unread}
AROUND = 10_000  # bytes of a form around its photograph


def look(visit: Visit) -> Answer:
    """Look at what was typed or scanned into the box of the code."""
    return _looked(visit, visit.form.get("code", ""))


def photo(visit: Visit) -> Answer:
    """Read a photograph, which may be anything, and look at what its code says."""
    sent = visit.files.get("photo")
    said = photos.read(sent.content) if sent else Unread.NO_PICTURE
    if isinstance(said, Unread):
        return _not_read(said)
    with visit.web.house.store.write() as tx:
        return _looked(replace(visit, transaction=tx), said)


def not_read(visit: Visit) -> Answer:
    """Say why a scan says nothing, and what to do."""
    if visit.path["why"] not in WHY:
        raise Missing
    return desk.page(visit, "not_read.html", {"why": visit.path["why"]})


def _looked(visit: Visit, said: str) -> Redirect:
    match read_scan(said):
        case Badge(text):
            return Redirect(badges.address(text))
        case Stranger():
            return _not_read("stranger")
    return desk.looked(visit, said)


def _not_read(why: str) -> Redirect:
    return Redirect(f"{desk.HOME}/not-read/{why}")


ROWS = (
    Row("POST", f"{desk.HOME}/look", look, "write", role="partner"),
    Row("POST", f"{desk.HOME}/photo", photo, "none", role="partner", largest=photos.LARGEST + AROUND, slow=True),
    Row("GET", f"{desk.HOME}/not-read/{{why}}", not_read, role="partner"),
)
