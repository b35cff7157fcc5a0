"""What every kind of choice means, a row each. A choice's id is `kind` or `kind:name`; old buttons hold it for ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.conversation.messages import ERASE, STALE

# The dict that has its function: CHOICES in conversation.talk.dialogue, in conversation.concierge, in
# coordination.commands (there by what follows `coord:`).
By = Literal["talk", "effect", "coordinators"]
Named = Literal["door", "area", "need", "service", "offer"]


@dataclass(frozen=True)
class Kind:
    """A kind of choice; without a flag it waits for the yes to consent, and who presses it is counted as reached."""

    name: str
    does: str
    by: By
    names: Named | None = None  # what stands after the colon, where that is an id of the catalogue
    right: bool = False  # looks after the person, not after a need: possible at any time and never counted
    early: bool = False  # no right, and possible at any time all the same
    quiet: bool = False  # no right, and not counted all the same
    fades: Mapping[str, str] = field(default_factory=dict)  # a name that means only what was just asked -> a day later

    @property
    def at_any_time(self) -> bool:
        """Whether it is answered while a yes or no is waited for."""
        return self.right or self.early

    @property
    def counted(self) -> bool:
        """Whether who presses it is "reached"."""
        return not (self.right or self.quiet)


ROWS = (
    # The way to a need.
    Kind("door", "goes on among the needs behind a door of the first question", "talk", "door"),
    Kind("area", "goes on among the needs of an area", "talk", "area"),
    Kind("need", "shows the services of a need", "talk", "need"),
    Kind("next", "shows the services of the other need that was said", "talk", "need"),
    Kind("none", "refuses what is on the screen", "talk"),
    Kind("more", "shows further services", "talk"),
    Kind("back", "undoes the last answer", "talk"),
    Kind("another", "begins with another need", "talk"),
    Kind("restart", "begins anew", "talk"),
    Kind("help", "tells what can be asked", "talk"),
    Kind("card", "shows the card of a service", "talk", "service"),
    Kind("share", "shows a card that can be forwarded", "talk", "service"),
    Kind("compare", "sets the services on the screen side by side", "talk"),
    Kind("plan", "shows the plan of a situation", "talk"),
    Kind("place", "tells what a public place does, and how one goes there", "talk"),
    # Chips under a card.
    Kind("chip", "asks for another value of a chip", "talk"),
    Kind("who", "shows the results for these people", "talk"),
    Kind("town", "shows the results in this town", "talk"),
    Kind("when", "shows the results at this time", "talk"),
    Kind("how", "shows the results that come home, or elsewhere", "talk"),
    Kind("price", "shows the results at this price", "talk"),
    # A service and its offer.
    Kind("take", "gives the voucher of an offer", "effect", "offer"),
    Kind(
        "again",
        "gives one more voucher of an offer: see bot.vouchers.voucher.Another",
        "effect",
        "offer",
    ),
    Kind("badge", "shows a new badge of an offer that has no code, for a desk to scan", "effect", "offer"),
    Kind("qr", "shows the codes in hand of an offer as pictures, for a desk to scan", "effect", "offer", early=True),
    Kind("codes", "lists the vouchers in hand", "effect", early=True),
    Kind("save", "puts a service aside, to find it again", "effect", "service"),
    Kind("unsave", "takes a service from those put aside", "effect", "service"),
    Kind("remind", "promises to write before the voucher of an offer ends", "effect", "offer"),
    Kind("starts", "promises to write when an offer begins", "effect", "offer"),
    Kind("ring", "promises to write when a service opens next", "effect", "service"),
    Kind("restock", "promises to write when an offer has codes again", "effect", "offer"),
    Kind("refused", "gives a code again that was not taken, and reports it", "effect", "service"),
    Kind("contact", "gives the telephone number and the address", "effect", "service"),
    Kind("wrong", "asks what is wrong with an entry", "effect", "service"),
    Kind("w-phone", "reports a wrong telephone number", "effect", "service"),
    Kind("w-hours", "reports wrong hours", "effect", "service"),
    Kind("w-place", "reports a wrong address", "effect", "service"),
    Kind("w-shut", "reports a service that is no more", "effect", "service"),
    Kind("w-price", "reports a wrong price", "effect", "service"),
    Kind("w-code", "reports that a code was refused", "effect", "service"),
    Kind("w-mute", "reports that nobody answers", "effect", "service"),
    Kind("w-full", "reports that there is no place", "effect", "service"),
    # The forms of an evaluation.
    Kind("form", "answers or skips a question of the employees' form", "effect", quiet=True),
    Kind("sheet", "answers a question of a company's or organization's form", "effect", early=True, quiet=True),
    # Answers to what the bot asks on its own.
    Kind("h-yes", "tells that they helped", "effect", "service", quiet=True),
    Kind("h-no", "tells that it was not possible, and is asked why", "effect", "service", quiet=True),
    Kind("h-wait", "tells that it is not done yet", "effect", "service", quiet=True),
    Kind("h-which", "asks what a plain no means", "effect", "service", quiet=True),
    Kind("n-full", "tells that there is no place", "effect", "service", quiet=True),
    Kind("n-dear", "tells that it costs too much", "effect", "service", quiet=True),
    Kind("n-far", "tells that it is too far", "effect", "service", quiet=True),
    Kind("n-hours", "tells that the hours do not fit", "effect", "service", quiet=True),
    Kind("n-not", "tells that it is not for them", "effect", "service", quiet=True),
    Kind("n-mute", "tells that nobody answers", "effect", "service", quiet=True),
    Kind("n-code", "tells that the code was refused", "effect", "service", quiet=True),
    Kind("why", "tells why nothing was taken, or what the dice gave the button", "effect", quiet=True),
    # Rights.
    Kind("h-never", "wants no questions", "effect", right=True),
    Kind("h-again", "wants questions again", "effect", right=True),
    Kind("consent", "says yes or no, reads, takes a yes back", "effect", right=True, fades={"yes": STALE, "no": STALE}),
    Kind("forget", "asks before all is erased, then erases it", "effect", right=True, fades={"yes": "forget"}),
    Kind("privacy", "shows the notice", "effect", right=True),
    Kind("mydata", "hands over all that is kept of the person", "effect", right=True),
    Kind("report", "shows what the person's company was told", "effect", right=True),
    Kind("language", "changes the language", "effect", right=True),
    # The rest.
    Kind(ERASE, "takes a question and its answer off the screen", "talk", early=True, quiet=True),
    Kind(STALE, "says that a button has lost its meaning", "talk", quiet=True),
    Kind("coord", "is for who keeps the catalogue", "coordinators", early=True, quiet=True),
)
KINDS = {kind.name: kind for kind in ROWS}


def split(choice: str) -> tuple[str, str]:
    """Return the kind and the name of a choice's id."""
    kind, _, name = choice.partition(":")
    return kind, name


def kind_of(choice: str) -> Kind:
    """Return what a choice is; one of a kind that is no more has lost its meaning."""
    return KINDS.get(split(choice)[0], KINDS[STALE])


def faded(choice: str) -> str:
    """Return what a choice means a day after it was offered."""
    return kind_of(choice).fades.get(split(choice)[1], choice)
