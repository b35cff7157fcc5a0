"""Coming in by a link, saying yes or no, moving, leaving, being forgotten."""

from dataclasses import replace

from markupsafe import Markup

from bot.conversation.effects import asked_later, company_forms
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Message, Reply
from bot.conversation.talk import answers
from bot.conversation.talk.screens import doors
from bot.conversation.talk.state import State
from bot.insight import events
from bot.insight.events import Thing
from bot.people import erasure, invites, members
from bot.people.tokens import Closed
from bot.vouchers import claims


def begin(visit: Visit, token: str | None) -> Step:
    """Answer `/start`, with the token of a link or without any."""
    words = visit.world.words
    if token is None:
        return doors(visit.state.settled(), visit.world, answers.greeting(visit.world, member=visit.me is not None))
    found = invites.look(visit.tx, token, visit.now, visit.world.catalogue.network.id)
    if isinstance(found, Closed):
        return company_forms.begin(visit, token) or _closed(visit, found)
    if not visit.takes_part(found.company):
        name = visit.edition.companies.get(found.company, found.company)
        return doors(visit.state.fresh(), visit.world, words.say("invite-left", company=name))
    if visit.me and visit.me.company == found.company and not visit.stale:
        name = visit.edition.companies[found.company]
        return doors(visit.state.settled(), visit.world, words.say("invite-moved", company=name))
    return _closed(visit, found.closed) if found.closed else ask(visit, found.company, found.key)


def _closed(visit: Visit, why: Closed) -> Step:
    return doors(visit.state.fresh(), visit.world, visit.world.words.say(f"invite-{why}"))


def ask(visit: Visit, company: str, invite: str | None = None) -> Step:
    """Ask for consent; a member is told why: the text has changed, or this is the link of another company."""
    after = replace(visit.state.fresh(), greeted=True, company=company, invite=invite, asked=visit.consent)
    names = visit.edition.companies
    return after, answers.welcome(visit.world, names[company], names[visit.me.company] if visit.me else None)


def consent(visit: Visit, answer: str) -> Step:
    """Take a yes, a no, or a yes that is taken back."""
    if answer == "read":
        return visit.state, privacy_notice(visit)
    if answer != "yes":
        return _refused(visit)
    company = visit.state.company
    if company is None and visit.stale:
        assert visit.me  # a guest is never stale
        return ask(visit, visit.me.company)
    if company is None:
        phrase = "consent-thanks" if visit.me else "refused-no-member"
        return doors(visit.state.settled(), visit.world, visit.world.words.say(phrase))
    if visit.state.asked != visit.consent:  # the text changed while this waited
        return ask(visit, company, visit.state.invite)
    return _join(visit, company, visit.state.invite)


def _join(visit: Visit, company: str, invite: str | None) -> Step:
    place = invites.enter(visit.tx, invite, visit.now) if invite else None
    if invite and place is None:
        return _closed(replace(visit, state=visit.state.settled()), _why(visit, invite))
    if visit.me and visit.me.company != company:
        off = asked_later.is_off(visit)
        erasure.leave(visit.tx, visit.whose, visit.now)
        asked_later.turn(visit, off=off)
    language = visit.world.language
    me = members.join(
        visit.tx, visit.keys, company, visit.user, language=language, now=visit.now, consent=visit.consent
    )
    if place:
        events.note(visit.tx, visit.keys, me, [Thing("place", place)], visit.world.today)
    return doors(visit.state.settled(), visit.world, visit.world.words.say("consent-thanks"))


def _why(visit: Visit, invite: str) -> Closed:
    found = invites.find(visit.tx, invite, visit.now)
    return (found.closed if found else None) or Closed.UNKNOWN


def _refused(visit: Visit) -> Step:
    """Let a guest look around; a no to another company keeps the membership, a no to one's own ends it."""
    words, guest = visit.world.words, State(language=visit.state.language, greeted=True, later=visit.state.later)
    if visit.me is None:
        return doors(guest, visit.world, words.say("consent-refused"))
    if visit.state.company not in (None, visit.me.company):
        name = visit.edition.companies[visit.me.company]
        return doors(guest, visit.world, words.say("consent-stay", company=name))
    said = Markup("{}\n{}").format(_with_codes(visit, words.say("consent-withdrawn")), words.say("ask-again"))
    erasure.withdraw(visit.tx, visit.whose, visit.now)
    return doors(guest, visit.as_guest().world, said)


def parting(visit: Visit) -> tuple[Visit, tuple[Message, ...]]:
    """End the membership of somebody whose company has left the network, and say so: once."""
    mine = visit.me.company if visit.me else None
    if visit.state.company not in (None, mine) and not visit.takes_part(visit.state.company):
        visit = replace(visit, state=visit.state.settled())
    if visit.me is None or not visit.over(visit.me.company):
        return visit, ()
    name = visit.edition.companies[visit.me.company]
    said = _with_codes(visit, visit.world.words.say("company-left", company=name))
    erasure.leave(visit.tx, visit.whose, visit.now)
    return visit.as_guest(), (Message(said),)


def _with_codes(visit: Visit, text: Markup) -> Markup:
    """Add that the codes in hand stay good, where there are any."""
    if visit.me is None or not claims.held_by(visit.tx, visit.me):
        return text
    return Markup("{}\n{}").format(text, visit.world.words.say("codes-stay"))


def privacy_notice(visit: Visit) -> Reply:
    """Return the whole notice, with what this person can do about it."""
    questions = None if visit.me is None else not asked_later.is_off(visit)
    return answers.privacy_notice(visit.world, asking=visit.state.company is not None, questions=questions)


def forget(visit: Visit, answer: str) -> Step:
    """Ask, then erase."""
    if answer != "yes":
        known = visit.state.company is not None or erasure.anything(visit.tx, visit.whose)
        return visit.state, answers.forget(visit.world, answer, known=known)
    erasure.forget(visit.tx, visit.whose, visit.now)
    return State(greeted=True, language=visit.state.language), answers.forgotten(visit.world)
