"""What of one message is counted for the evaluation, pure: beside bot.conversation.tally, and nothing of danger."""

from bot.catalogue.catalogue import Catalogue, Entry
from bot.conversation import tally
from bot.conversation.choices import split
from bot.conversation.messages import Chose, Incoming, Reply, Verdict
from bot.conversation.talk.state import State
from bot.conversation.tally import Tally
from bot.evaluation.outcomes import Kind, Outcome
from bot.evaluation.randomized import QUESTION, REASONS
from bot.insight.events import OUTSIDE, Thing

GAPS: tuple[Verdict, ...] = ("far", "dear")  # reasons that say what is missing
UNHEARD: tuple[Verdict, ...] = ("wait", "mute")  # they have not spoken with anybody
NO_REASONS: tuple[Verdict, ...] = ("yes", "no", "wait")


def of(counted: Tally, message: Incoming, step: tuple[State, Reply], catalogue: Catalogue) -> set[Outcome]:
    """Return what a member is counted for in an evaluation; `counted` is what they are counted for in the quarter."""
    state, reply = step
    if reply.about == "danger":
        return set()
    things, gaps = counted
    found = {Outcome("gap", f"{gap.need}|{gap.town}|nobody") for gap in gaps if gap.need != OUTSIDE}
    found |= {Outcome("reached")} if Thing("reached") in things else set()
    found |= {Outcome("understood")} if tally.found(state, reply) else set()
    for service in tally.taken(reply, catalogue):
        found |= _everywhere(("took",), catalogue.entries[service], catalogue)
    return found | _told(state, reply, catalogue) | _why(message)


def _everywhere(kinds: tuple[Kind, ...], entry: Entry | None, catalogue: Catalogue) -> set[Outcome]:
    """Return some kinds as they are, and what is also counted for the areas and the service."""
    found = {Outcome(kind) for kind in kinds}
    if entry is None:
        return found
    areas = {catalogue.area_of[need].id for need in entry.needs}
    found |= {Outcome(inside, area) for kind in kinds if (inside := IN.get(kind)) for area in areas}
    return found | {Outcome(of, entry.id) for kind in kinds if (of := OF.get(kind))}


IN: dict[Kind, Kind] = {
    "took": "took-in",
    "asked": "asked-in",
    "answered": "answered-in",
    "contacted": "contacted-in",
    "helped": "helped-in",
}
OF: dict[Kind, Kind] = {"asked": "asked-of", "contacted": "contacted-of", "helped": "helped-of"}


def asked(entry: Entry, catalogue: Catalogue) -> set[Outcome]:
    """Return what who is asked how it went is counted for."""
    return _everywhere(("asked",), entry, catalogue)


def _told(state: State, reply: Reply, catalogue: Catalogue) -> set[Outcome]:
    """Count what somebody said of a service; who says it unasked is counted as asked, so that shares stay shares."""
    if reply.told is None:
        return set()
    verdict, service = reply.told
    entry = catalogue.entries.get(service)
    kinds: tuple[Kind, ...] = ("asked", "answered")
    kinds += () if verdict in UNHEARD else ("contacted",)
    kinds += ("helped",) if verdict == "yes" else ()
    found = _everywhere(kinds, entry, catalogue)
    found |= set() if verdict in NO_REASONS else {Outcome("reason", verdict)}
    missing = entry and verdict in GAPS
    return found | ({Outcome("gap", f"{entry.needs[0]}|{state.town or ''}|{verdict}")} if entry and missing else set())


def _why(message: Incoming) -> set[Outcome]:
    kind, answer = split(message.choice) if isinstance(message, Chose) else ("", "")
    return {Outcome("why", f"{QUESTION}:{answer}")} if kind == "why" and answer in REASONS else set()
