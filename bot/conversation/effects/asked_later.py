"""What is kept after each message so that it is asked later, what is dropped, and how all questions are turned off."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random

from bot.conversation import notices, tally
from bot.conversation.effects import forms, how_it_went
from bot.conversation.effects.asking import QUESTIONS, asked_as
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply, Verdict
from bot.conversation.talk.hearing import SURE
from bot.conversation.talk.plain_answers import plainly
from bot.conversation.talk.state import State
from bot.people import wishes
from bot.people.register import lasting
from bot.people.wishes import Kind, Wish
from bot.understanding.acts import Act
from bot.understanding.reading import Reading
from bot.understanding.text.normal import words as words_of

_, KNOWN = lasting("marks of questions asked")


def noted(visit: Visit, state: State, reply: Reply, dice: Random) -> State:
    """Keep and drop what a reply to a member gives reason to; return the state that knows it."""
    if reply.about == "danger":
        _hush(visit)
    elif reply.told:
        _settle(visit, *reply.told)
    if state.later == "hushed":
        return state
    forms.promise(visit)
    if reply.told:
        return state
    if services := tally.taken(reply, visit.world.catalogue):
        _ask_how(visit, services)
        return replace(state, later="rolled")
    return _roll(visit, state, reply, dice)


def _ask_how(visit: Visit, services: Iterable[str]) -> None:
    """Keep the question how it went, unless it waits, was asked, or they want none; no reason to ask "why not?"."""
    _drop(visit, (Kind.WHY, ""))
    for service in services:
        waits = (Kind.HEARD, service), (Kind.ASKED, asked_as(Kind.HEARD, service)[0]), (Kind.NEVER, "")
        delicate = visit.world.catalogue.entries[service].service.delicate
        if not delicate and not _any(visit, *waits):
            _keep(visit, Kind.HEARD, service)


def _roll(visit: Visit, state: State, reply: Reply, dice: Random) -> State:
    """Let chance say, once in a conversation that showed a service, whether it is asked why nothing was taken."""
    shown = [service.id for message in reply.messages for service in message.services]
    if any(visit.world.catalogue.entries[one].service.delicate for one in shown):
        _drop(visit, (Kind.WHY, ""))
        return replace(state, later="rolled")
    if state.later or not shown:
        return state
    one_of = visit.world.catalogue.network.follow_up.why_not
    if one_of and dice.randrange(one_of) == 0:
        waits = (Kind.WHY, ""), (Kind.ASKED, asked_as(Kind.WHY, "")[0]), (Kind.NEVER, "")
        if not _any(visit, *waits):
            _keep(visit, Kind.WHY, "")
    return replace(state, later="rolled")


def _any(visit: Visit, *which: tuple[Kind, str]) -> bool:
    """Tell whether any of some wishes is there; that something was asked counts until it may be asked again."""
    found = visit.wished(*which)
    return any(one.kind is not Kind.ASKED or one.due_on > visit.world.today for one in found)


def _keep(visit: Visit, kind: Kind, about: str) -> None:
    visit.wish(kind, about, visit.world.today + timedelta(days=visit.world.catalogue.network.follow_up.days))


def _settle(visit: Visit, verdict: Verdict, service: str) -> None:
    """Ask no more about what somebody has told; the question that was asked last stands until they said why not."""
    if verdict != "wait":
        _drop(visit, (Kind.HEARD, service))
    if verdict != "wait" and service in visit.world.catalogue.entries:
        visit.wish(Kind.ASKED, asked_as(Kind.HEARD, service)[0], visit.world.today + KNOWN)
    if verdict == "no":
        return
    for last in visit.wished((Kind.LAST, "")):
        if last.about == service:
            wishes.keep(visit.tx, visit.keys, replace(last, about=""))


def _drop(visit: Visit, *which: tuple[Kind, str]) -> None:
    for wish in visit.wished(*which):
        wishes.drop(visit.tx, wish)


def _hush(visit: Visit) -> None:
    """Drop what waits, and let what was asked stand as asked a second time: no old "not yet" brings it back."""
    asked = {one.about: one for one in drop_all(visit, Kind.ASKED) if one.kind is Kind.ASKED}
    again = dict(asked_as(Kind.HEARD, service) for service in visit.world.catalogue.entries)
    for name, done in asked.items():
        if name in again and again[name] not in asked:
            wishes.drop(visit.tx, done)
            wishes.keep(visit.tx, visit.keys, replace(done, about=again[name]))


def drop_all(visit: Visit, *beside: Kind) -> list[Wish]:
    """Drop all questions that wait for somebody, also those that no face has taken yet.

    Return them, with their wishes of some kinds that stay.
    """
    mine = wishes.of(visit.tx, visit.keys, visit.user, (*QUESTIONS, *beside))
    for wish in mine:
        if wish.kind in QUESTIONS:
            wishes.drop(visit.tx, wish)
    notices.take_back(visit.tx, visit.keys, visit.user)
    return mine


def never(visit: Visit, _name: str) -> Step:
    """Turn all questions off."""
    if visit.me is not None:
        drop_all(visit)
        turn(visit, off=True)
    return visit.state, _said(visit, "asking-off", "h-again", "asking-on-button")


def turn(visit: Visit, *, off: bool) -> None:
    """Remember that somebody wants no questions, or forget it."""
    if off:
        _keep(visit, Kind.NEVER, "")
    else:
        _drop(visit, (Kind.NEVER, ""))


def again(visit: Visit, _name: str) -> Step:
    """Turn them on again."""
    turn(visit, off=False)
    return visit.state, _said(visit, "asking-on", "h-never", "asking-off-button")


def is_off(visit: Visit) -> bool:
    return _any(visit, (Kind.NEVER, ""))


def _said(visit: Visit, phrase: str, choice: str, label: str) -> Reply:
    words = visit.world.words
    choices = (Choice(choice, words.label(label)), Choice("another", words.label("another-need")))
    return Reply((Message(words.say(phrase), choices=choices),))


def standing(visit: Visit) -> str | None:
    """Return the service about which was asked last, while that waits for its answer."""
    last = visit.wished((Kind.LAST, "")) if visit.me else []
    return next((one.about for one in last if one.about and one.due_on > visit.world.today), None)


def on_screen(visit: Visit, text: str) -> Visit:
    """Put the buttons of a question that stands before one who begins a conversation, or who types one of them."""
    begins = not visit.state.buttons
    labels = {" ".join(words_of(label)) for _, label in _buttons(visit, "")}
    if not begins and " ".join(words_of(text)) not in labels:
        return visit
    service = standing(visit)
    if service is None:
        return visit
    buttons = (*visit.state.buttons, *_buttons(visit, service))
    likely = buttons[0][0] if begins else visit.state.likely
    return replace(visit, state=replace(visit.state, buttons=buttons, likely=likely))


def _buttons(visit: Visit, service: str) -> tuple[tuple[str, str], ...]:
    words = visit.world.words
    choices = how_it_went.answers(service, words, "yes", "no", "wait")
    return (*((choice.id, choice.label) for choice in choices), ("h-never", words.label("heard-never")))


def choice_of(visit: Visit, reading: Reading) -> str | None:
    """Return what a typed message says of the service that was asked about; None where it speaks of something else."""
    return meant(visit, reading.act) if reading.sure >= SURE and not reading.foreign else None


def meant(visit: Visit, act: Act) -> str | None:
    """Return what an act, also that of a thumb, says of the service that was asked about."""
    kind, state = how_it_went.BY_ACT.get(act), visit.state
    if kind is None or (not act.startswith("after:") and not is_asked(state)):
        return None
    of_another = state.card if state.screen in {"code", "contact"} else None
    service = standing(visit)
    return f"{kind}:{service}" if service and of_another in {None, service} else None


def plain_answer(visit: Visit, text: str) -> str | None:
    """Return the button that plain words are: an answer while a question stands, no questions after any of a week."""
    kind = plainly(text)
    if kind == "h-never":
        return kind if _was_asked_lately(visit) else None
    service = standing(visit) if kind and is_asked(visit.state) else None
    return f"{kind}:{service}" if service else None


def _was_asked_lately(visit: Visit) -> bool:
    last = wishes.find(visit.tx, visit.keys, visit.user, (Kind.LAST, "")) if visit.me else []
    return any(one.due_on > visit.world.today for one in last)


def read_again(visit: Visit, text: str, reading: Reading) -> Reading:
    """Read once more what may answer the question how it went; what is no such answer is what it was."""
    after = visit.edition.reader.read(text, "contact")
    return after if after.act.startswith("after:") else reading


def is_asked(state: State) -> bool:
    """Tell whether the conversation began under a question that stands, and nothing was answered yet."""
    return bool(state.likely and state.likely.startswith("h-yes:"))
