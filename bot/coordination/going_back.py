"""Going back to an older release in the chat: what would change is shown, and a yes waited for."""

from markupsafe import Markup

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.releases import NoSuchRelease
from bot.conversation.messages import Choice, Message, Reply
from bot.coordination.request import Request
from bot.coordination.wording import PREFIX, button, number_of
from bot.editorial.publishing import difference_words
from bot.editorial.publishing.difference import compare
from bot.editorial.publishing.publish import point_back

MOST = 15  # changes that are named before a yes


def ask(name: str, request: Request) -> Reply | None:
    """Show what going back to a release changes; None where there is none of this number."""
    if name == str(request.catalogue.number):
        return _already(request)
    older = _older(name, request)
    if older is None:
        return None
    changes = compare(request.catalogue.release, older.release, request.world().today)
    lines = difference_words.lines(changes, request.language, MOST)
    lines = lines or [difference_words.summary(changes, request.language)]
    lead = request.words.say("ask-back", number=older.number)
    text = Markup("\n").join([lead, *(Markup("{}").format(line) for line in lines)])
    yes = Choice(
        f"{PREFIX}return:{older.number}.{request.catalogue.number}",
        request.words.label("button-return", number=older.number),
    )
    return Reply((Message(text, choices=(yes, Choice(f"{PREFIX}status", request.words.label("button-drop")))),))


def go(name: str, request: Request) -> Reply | None:
    """Go back, if what is live is still what the change was shown against; None where it is not."""
    to, _, basis = name.partition(".")
    live = request.catalogue.number
    if to == str(live):
        return _already(request)
    older = _older(to, request) if basis == str(live) else None
    if older is None:
        return None
    if not point_back(request.tx, older.number, request.now, request.me.number):
        return Reply((Message(request.words.say("too-old", number=older.number)),))
    undo = button(request.language, "back", live, number=live)
    text = request.words.say("went-back", number=older.number)
    return Reply((Message(text, choices=(undo, button(request.language, "status"))),))


def _already(request: Request) -> Reply:
    text = request.words.say("already-back", number=request.catalogue.number)
    return Reply((Message(text, choices=(button(request.language, "status"),)),))


def _older(name: str, request: Request) -> Catalogue | None:
    try:
        return releases.load(request.tx, number_of(name))[0]
    except NoSuchRelease:
        return None
