"""One message in, one reply out, in the caller's transaction with all its effects."""

from dataclasses import replace
from datetime import datetime
from random import Random
from secrets import SystemRandom

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.by_name import named
from bot.catalogue.catalogue import Entry
from bot.catalogue.text import Language
from bot.conversation.choices import kind_of, split
from bot.conversation.effects import (
    asked_later,
    counting,
    elsewhere,
    joining,
)
from bot.conversation.effects.by_kind import CHOICES
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.links import without_links
from bot.conversation.live import Live
from bot.conversation.messages import Began, Chose, Incoming, Message, Reply, Said, Shared
from bot.conversation.sessions import Sessions
from bot.conversation.talk import answers, first_answer, trust, typed
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.hearing import TALK, as_choice, heard
from bot.conversation.talk.on_screen import noted
from bot.conversation.talk.screens import doors
from bot.conversation.talk.sharing import to_forward
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.insight import need_counts
from bot.partners import asks
from bot.people import members
from bot.people.keys import Keys
from bot.understanding.acts import WITH_A_CARD, Act
from bot.understanding.reading import Reading
from bot.vouchers import claims

LONGEST = 4_000  # characters of a message that are read
PLAINLY = 0.5  # so sure must a yes, a no or a doubt be while consent is asked for


class Concierge:
    """Answers messages. Safe to call from several threads, each with its own transaction."""

    def __init__(
        self, keys: Keys, live: Live, language: Language, dice: Random | None = None, web_url: str | None = None
    ) -> None:
        self.keys = keys
        self.live = live
        self.language: Language = language
        self.sessions = Sessions(keys)
        self.dice = dice or SystemRandom()
        self.web_url = web_url  # where desks scan, if they do

    def handle(
        self,
        tx: Connection,
        user: str,
        message: Incoming,
        now: datetime,
        *,
        company: str | None = None,
        hint: Language | None = None,
    ) -> Reply:
        """Answer one message of `user`. `company` is one that the face vouches for, `hint` the phone's language.

        Raises NothingPublished; SQLAlchemy's errors pass. Nothing is kept if the transaction fails.
        """
        visit, parting = joining.parting(self._visit(tx, user, now, hint))
        if company and not visit.state.greeted and (visit.me is None or visit.me.company != company):
            after, reply = joining.ask(visit, company)
        else:
            after, reply = self._answer(visit, message)
        after = noted(after, reply)
        member = members.find(tx, self.keys, visit.edition.companies, user)
        if member is not None and len(after.showing) == 1 and after.showing != visit.state.showing:
            need_counts.note(tx, after.showing[0], visit.world.today)
        if member is not None:
            counting.count(visit, member, message, (after, reply))
        if member is not None and member == visit.me:
            after = asked_later.noted(visit, after, reply, self.dice)
        self.sessions.keep(tx, user, after, now, stored=member is not None or after.company is not None)
        return replace(reply, messages=(*parting, *reply.messages), in_place=False) if parting else reply

    def preview(
        self, tx: Connection, state: State, message: Incoming, now: datetime, hint: Language | None = None
    ) -> Step:
        """Answer a guest of whom nothing is kept, not even the state: the caller holds it. `tx` need only read.

        What would write is answered with where it can be done. Raises as `handle`.
        """
        edition = self.live.edition(tx)
        language = state.language or hint or self.language
        world = World(edition.catalogue, language, None, now, self.live.need_counts(tx, now))
        after, reply = self._answer(Visit(tx, self.keys, "", None, state, edition, world, now, preview=True), message)
        return noted(after, reply), reply

    def public_cards(self, tx: Connection, text: str, now: datetime, most: int) -> list[tuple[Entry, Markup]]:
        """Return the services that a text names, with what anybody may read of them: of who asks nothing is known."""
        world = World(self.live.edition(tx).catalogue, self.language, None, now)
        return [(entry, to_forward(entry, world)) for entry in named(world.catalogue, text, most)]

    def state_of(self, tx: Connection, user: str, now: datetime) -> tuple[State, World]:
        """Return where a conversation stands, for `--explain`."""
        visit = self._visit(tx, user, now, None)
        return visit.state, visit.world

    def _visit(self, tx: Connection, user: str, now: datetime, hint: Language | None) -> Visit:
        edition = self.live.edition(tx)
        me = members.find(tx, self.keys, edition.companies, user)
        state = self.sessions.load(tx, user, now)
        language = state.language or (me.language if me else None) or hint or self.language
        world = World(
            edition.catalogue,
            language,
            me.company if me else None,
            now,
            self.live.need_counts(tx, now),
            web_url=self.web_url,
        )
        if unconfirmed := asks.unconfirmed(tx, world.catalogue, world.today):
            world = replace(world, unconfirmed=unconfirmed)
        if me and (empty := edition.shelves.empty(tx)):
            world = replace(world, finished=empty - claims.offers_held(tx, me, world.today))
        return Visit(tx, self.keys, user, me, state, edition, world, now)

    def _answer(self, visit: Visit, message: Incoming) -> Step:
        if isinstance(message, Began) and (message.invite or not visit.stale):
            begin = elsewhere.answer if visit.preview and message.invite else joining.begin
            return begin(visit, message.invite)
        visit = asked_later.on_screen(visit, message.text) if isinstance(message, Said) else visit
        if isinstance(message, Said) and (choice := _typed(visit, message.text)):
            return _heard(self._answer(visit, Chose(choice)), typed.act_of(choice))
        if (visit.state.company or visit.stale) and not _at_any_time(message):
            return _first_consent(visit, message)
        if isinstance(message, Said):
            return _said(visit, message.text)
        assert isinstance(message, Chose | Shared)
        return _chose(visit, message)


def _typed(visit: Visit, text: str) -> str | None:
    """Return the button that a message is, typed word for word or in words as plain."""
    return typed.choice_of(text, visit.state) or asked_later.plain_answer(visit, text)


def _chose(visit: Visit, message: Chose | Shared) -> Step:
    if isinstance(message, Chose) and kind_of(message.choice).by == "effect":
        kind, name = split(message.choice)
        effect = elsewhere.answer if visit.preview and kind not in elsewhere.HERE else CHOICES[kind]
        return effect(visit, name)
    return advance(visit.state, message, visit.world)


def _at_any_time(message: Incoming) -> bool:
    return isinstance(message, Chose) and kind_of(message.choice).at_any_time


def _first_consent(visit: Visit, message: Incoming) -> Step:
    """Ask for the yes or no that waits, before anything else but danger and doubts; both can be said in words."""
    company = visit.state.company or (visit.me.company if visit.me else "")
    if not isinstance(message, Said):
        return joining.ask(visit, company, visit.state.invite)
    reading = visit.edition.reader.read(without_links(message.text[:LONGEST]), "welcome")
    visit = _in_their_language(visit, reading)
    if reading.kind == "danger":
        return _heard((visit.state, answers.danger(visit.world)), "danger")
    if reading.act in {"yes", "no"} and reading.sure >= PLAINLY:
        return _heard(joining.consent(visit, reading.act), reading.act, reading)
    first = _before_consent(visit, reading)
    state, reply = joining.ask(visit, company, visit.state.invite)
    return _heard((state, replace(reply, messages=(*first, *reply.messages))), reading.act, reading)


def _before_consent(visit: Visit, reading: Reading) -> tuple[Message, ...]:
    """Answer a doubt before the yes, or in a language that we do not speak: the question's buttons stand below."""
    if reading.foreign:
        return (first_answer.spoken(reading.foreign, visit.world),)
    if reading.act not in trust.PHRASES or reading.sure < PLAINLY:
        return ()
    answer = trust.trust(reading.act, visit.state, visit.world)
    return tuple(replace(message, choices=()) for message in answer.messages)


def _said(visit: Visit, text: str) -> Step:
    text = without_links(text)
    if not any(sign.isalnum() for sign in text):
        return _signs(visit, typed.sign_of(text))
    showing = visit.state.showing if visit.state.screen in WITH_A_CARD else ()
    reading = visit.edition.reader.read(text[:LONGEST], visit.state.screen, showing)
    if asked_later.is_asked(visit.state):
        reading = asked_later.read_again(visit, text[:LONGEST], reading)
    visit = _in_their_language(visit, reading)
    world = visit.world
    if choice := asked_later.choice_of(visit, reading) or as_choice(visit.state, reading, world):
        known = replace(visit, state=replace(visit.state, facts=visit.state.facts.onward(reading.facts)))
        return _heard(_chose(known, Chose(typed.more_codes(choice, text))), reading.act, reading)
    message = heard(text, reading, world)
    return _heard(advance(visit.state, message, world), message.reading.act, message.reading)


def _signs(visit: Visit, act: Act | None) -> Step:
    """Answer a message of nothing but signs: a thumb, a heart, a wave."""
    if act and (choice := asked_later.meant(visit, act)):
        return _heard(_chose(visit, Chose(choice)), act)
    if act == "yes" and visit.state.likely:
        return _heard(_chose(visit, Chose(visit.state.likely)), "yes")
    if act in TALK:
        return _heard(TALK[act](visit.state, visit.world), act)
    return doors(visit.state, visit.world, visit.world.words.say("empty"))


def _heard(step: Step, act: Act, reading: Reading | None = None) -> Step:
    """Note in a reply what the typed message was taken for, and how surely."""
    state, reply = step
    if reply.heard:
        return step
    facts = reading.facts if reading else reply.facts
    return state, replace(reply, heard=(act, reading.sure if reading else 1.0), facts=facts)


def _in_their_language(visit: Visit, reading: Reading) -> Visit:
    """Go on in the language that somebody writes, or in that which joins us to theirs."""
    language = first_answer.BRIDGE if reading.foreign else reading.language
    if language is None or language == visit.world.language:
        return visit
    state = replace(visit.state, language=language)
    return replace(visit, state=state, world=replace(visit.world, language=language))
