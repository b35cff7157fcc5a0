"""The desk of a coordinator: a form is what a message is in the chat, and what comes of it stands here."""

from bot.catalogue.text import LANGUAGES
from bot.conversation.messages import Chose, Incoming, Said, Sent
from bot.coordination import at_page, on_page
from bot.coordination.request import Request, awaits
from bot.coordination.status import status
from bot.coordination.wording import PREFIX, by_short, number_of
from bot.people import roles
from handlers.web.coordination_frame import HOME, Card, cards, coordinator, shown
from handlers.web.rendering import lines
from handlers.web.visit import Answer, Download, Missing, Redirect, Row, Upload, Visit

LARGEST = 5_200_000  # bytes of a form with a file: the desk itself says that one above five million is too big
LONGEST = 200  # letters of a choice
WAIT = f"{HOME}/wait"
READ = {"status": f"{HOME}/status", "needs": f"{HOME}/needs"}  # choices that only show something: a page each


def home(visit: Visit, request: Request) -> Answer:
    """Show what is in front; where nothing is, how things stand."""
    del visit
    there = on_page.listing(request.tx, request.keys, request.me.number)
    front = [_card(one) for one in there if one.front]
    values = {
        "front": front or cards(status(request).messages),
        "before": [_card(one) for one in there if not one.front],
        "asked": awaits(request.me, request.now),
        "waits": any(one.waits for one in front),
    }
    return shown("coordination.html", request, here="" if front else "status", **values)


def act(visit: Visit, request: Request) -> Answer:
    """Do what a form says: a button, a typed answer, a file."""
    message, last = _message(visit), number_of(visit.form.get("seen", ""))
    if message is None:
        return Redirect(HOME)
    if isinstance(message, Chose) and (page := _page(message.choice, request)):
        at_page.turn(request, last)
        return Redirect(page)
    at_page.take(message, request, last)
    return Redirect(WAIT if at_page.works(request) else HOME)


def wait(visit: Visit, request: Request) -> Answer:
    """Show what is being worked on, and look again by itself; once nothing is, go back to the desk."""
    del visit
    if not at_page.works(request):
        return Redirect(HOME)
    there = on_page.listing(request.tx, request.keys, request.me.number)
    return shown("coordination_wait.html", request, front=[_card(one) for one in there if one.waits])


def file(visit: Visit, request: Request) -> Answer:
    """Hand over the file of a message."""
    found = on_page.file_of(request.tx, request.keys, request.me.number, number_of(visit.path["number"]))
    if found is None:
        raise Missing
    return Download(found.name, found.media_type, found.content)


def speak(visit: Visit, request: Request) -> Answer:
    """Change the language of a coordinator, here and in their chat."""
    language = next((one for one in LANGUAGES if one == visit.form.get("language")), None)
    if language:
        roles.speak(request.tx, request.me.number, language)
    return Redirect(HOME)


def _message(visit: Visit) -> Incoming | None:
    if "choice" in visit.form:
        return Chose(visit.form["choice"][:LONGEST])
    if "file" in visit.files:
        sent: Upload = visit.files["file"]
        name = sent.name.replace("\\", "/").rpartition("/")[2][:LONGEST]
        return Sent(name, len(sent.content), sent.content)
    text = visit.form.get("text", "").strip()
    return Said(text[: at_page.LONGEST]) if text else None


def _page(choice: str, request: Request) -> str | None:
    """Return the page that shows what a choice only reads."""
    act, _, name = choice.removeprefix(PREFIX).partition(":")
    if act in {"see", "cancel"} and by_short(request.catalogue, name):
        return f"{HOME}/service/{name}"
    return READ.get(act)


def _card(one: on_page.OnPage) -> Card:
    message = one.message
    name = message.attachment.name if message.attachment else ""
    return Card(lines(message.text), message.choices, name, one.id, one.waits)


ROWS = (
    Row("GET", HOME, coordinator(home), role="coordinator"),
    Row("POST", HOME, coordinator(act, alone=True), "write", "coordinator", largest=LARGEST),
    Row("GET", WAIT, coordinator(wait), role="coordinator"),
    Row("GET", f"{HOME}/file/{{number}}", coordinator(file), role="coordinator"),
    Row("POST", f"{HOME}/language", coordinator(speak, alone=True), "write", "coordinator"),
)
