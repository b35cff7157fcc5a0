"""What comes in from a face (Telegram, terminal) and what goes out to it. Neither knows of the other."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from markupsafe import Markup

from bot.conversation.links import token_in
from bot.understanding.acts import Act, Screen
from bot.understanding.cues.facts import NOTHING, Facts

# What somebody says of a service after the call: helped, it was not possible, not yet, and why not.
Verdict = Literal["yes", "no", "wait", "full", "dear", "far", "hours", "not", "mute", "code"]
Medium = Literal["voice", "photo", "sticker", "file", "location", "contact", "edited", "other"]


@dataclass(frozen=True)
class Began:
    """The conversation was opened, perhaps through a link."""

    invite: str | None = None


@dataclass(frozen=True)
class Said:
    """Free text."""

    text: str


@dataclass(frozen=True)
class Chose:
    """A button was pressed, or a command typed: see `COMMANDS`."""

    choice: str


@dataclass(frozen=True)
class Shared:
    """Something that is not text."""

    medium: Medium
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Sent:
    """A file of `size` bytes, with `words` under it: its content, or a `handle` by which the face can fetch it."""

    name: str
    size: int
    content: bytes | None = field(default=None, repr=False)
    handle: str = ""
    words: str = ""


Incoming = Began | Said | Chose | Shared | Sent

# A command is a button that is always there. English twins are understood in every language.
COMMANDS = {
    "codici": "codes",
    "codes": "codes",
    "privacy": "privacy",
    "imieidati": "mydata",
    "mydata": "mydata",
    "dimenticami": "forget",
    "forgetme": "forget",
    "lingua": "language",
    "language": "language",
    "aiuto": "help",
    "help": "help",
    "ricomincia": "restart",
    "restart": "restart",
    "indietro": "back",
    "back": "back",
    # For coordinators; whoever is none gets the answer to an unknown command.
    "stato": "coord:status",
    "status": "coord:status",
    "bisogni": "coord:needs",
    "needs": "coord:needs",
    "kit": "coord:kit",
    "pagina": "coord:page",
    "page": "coord:page",
    "catalogo": "coord:catalogue",
    "catalogue": "coord:catalogue",
}


ERASE = "erase"  # take the question and its answer off the screen
LATE = "late"  # what the face adds to ERASE where it cannot any more
STALE = "stale"  # a button that has lost its meaning


def from_text(text: str) -> Incoming:
    """Turn a typed line into a message: a known command is a choice, a start link opens, the rest is said."""
    if token := token_in(text):
        return Began(token)
    if not text.startswith("/"):
        return Said(text)
    word, *rest = text[1:].split(maxsplit=1) or [""]
    name = word.partition("@")[0].lower()
    if name == "start":
        return Began(" ".join(rest).strip() or None)
    return Chose(COMMANDS.get(name, "help"))


@dataclass(frozen=True)
class Choice:
    """A button: its id says what it does, so that an old button still works.

    `share` is what a face that can does instead: it has a chat chosen, and sends there what these words find.
    """

    id: str
    label: str
    share: str | None = None


@dataclass(frozen=True)
class Shown:
    """A service on the screen."""

    id: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Handed:
    """A voucher on the screen: the badge has no code; `expires` is the last good day."""

    offer: str
    code: str | None
    expires: date | None
    new: bool = False  # taken just now, not shown again


@dataclass(frozen=True)
class CallCard:
    """A contact that a phone can save, and where to find the place on a map."""

    name: str
    phone: str
    address: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Attachment:
    """A file that goes out after its bubble; a picture (`image/png`) is shown, everything else is there to be kept."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Message:
    """One bubble. `text` is markup with <b>, <i> and <code> only; everything that came from elsewhere is escaped in it.

    `private` asks the face to keep the bubble from being forwarded.
    """

    text: Markup
    services: tuple[Shown, ...] = ()
    voucher: Handed | None = None
    choices: tuple[Choice, ...] = ()
    contact: CallCard | None = None
    attachment: Attachment | None = None
    private: bool = False
    silent: bool = False  # comes without a sound: nobody has asked for it just now


@dataclass(frozen=True)
class Reply:
    """All that the bot answers to one message. None at all is a deliberate silence.

    `in_place` asks the face to put a single bubble in the place of the one whose button was pressed; `erase` asks it to
    take that bubble, and the message that it answered, off the screen, and where that fails to put `where_kept` in its
    place. `about` is for the counts: danger is never
    counted, what we do not serve is counted as unmet.
    """

    messages: tuple[Message, ...] = ()
    in_place: bool = False
    erase: bool = False
    where_kept: Markup | None = None
    about: Literal["talk", "danger", "outside"] = "talk"
    screen: Screen | None = None  # what is on the screen now; None where it stays, or its services tell
    card: str | None = None  # the service that it is about, where no card shows it
    likely: str | None = None  # the choice that a plain yes would mean
    reported: str | None = None  # the service that somebody said is wrong
    refused: bool = False  # a good code of it was not taken
    in_vain: tuple[str, ...] = ()  # needs that were asked, and nobody serves
    told: tuple[Verdict, str] | None = None  # what somebody said of a service after the call
    heard: tuple[Act, float] | None = None  # what a typed message was taken for, and how surely: for `--explain`
    facts: Facts = NOTHING  # likewise
