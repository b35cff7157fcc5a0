"""The employees' form: offered once, silently; every question can be skipped, and only totals are kept."""

from bot.catalogue.evaluation import Evaluation
from bot.conversation.effects.asking import Asking, Question, asked_as
from bot.conversation.effects.form_questions import Sheet, asking, meant, signs
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.screens import doors
from bot.evaluation import outcomes, programme
from bot.evaluation.outcomes import Outcome
from bot.people.members import Person
from bot.people.wishes import Kind

START = "go"  # after no question: from the beginning
OFFERED = Outcome("offered")


def promise(visit: Visit) -> None:
    """Keep that a member is to be asked, where the form is open and they were not asked yet."""
    written, me = visit.world.catalogue.release.evaluation, visit.me
    if written is None or me is None or not programme.opened(visit.tx, written.id):
        return
    waits = (Kind.FORM, written.id), (Kind.ASKED, asked_as(Kind.FORM, written.id)[0]), (Kind.NEVER, "")
    if visit.wished(*waits):
        return
    if not outcomes.noted(visit.tx, visit.keys, written, me, OFFERED):
        visit.wish(Kind.FORM, written.id, visit.world.today)


def answer(visit: Visit, name: str) -> Step:
    """Count an answer, the first to its question, and go on; without an answer it is skipped, without both it ends."""
    called, question, said = meant(name)
    written = visit.world.catalogue.release.evaluation
    if visit.me is None or written is None or signs(written.id) != called:
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("stale"))
    if not programme.opened(visit.tx, written.id):
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("form-closed"))
    form = written.forms.employees
    if found := Sheet(called, form, ()).pressed(question, said):
        outcomes.note(visit.tx, visit.keys, written, visit.me, [Outcome("form", ":".join(found))])
    given = _given(visit, written, visit.me)
    sheet = Sheet(f"form:{called}", form, given, may_skip=True)
    following = sheet.next(question) if question else None
    if following:
        return visit.state, Reply((asking(sheet, following, visit.world),), in_place=True)
    another = Choice("another", visit.world.words.label("another-need"))
    text = visit.world.words.say("form-thanks" if given else "form-stopped")
    return visit.state, Reply((Message(text, choices=(another,)),), in_place=True)


def _given(visit: Visit, written: Evaluation, me: Person) -> set[str]:
    """Return the questions that a member has answered."""
    asked = (one.id for one in written.forms.employees)
    return {one for one in asked if outcomes.noted(visit.tx, visit.keys, written, me, Outcome("form", one))}


def invitation(asking: Asking) -> Question | None:
    """Offer the form, and count that it was offered: it may be open when the period is over."""
    written = asking.catalogue.release.evaluation
    if written is None or written.id != asking.wish.about or not programme.opened(asking.tx, written.id):
        return None
    outcomes.note(asking.tx, asking.keys, written, asking.me, [OFFERED])
    words = asking.words
    yes = Choice(f"form:{signs(written.id)}:{START}", words.label("form-yes"))
    no = Choice(f"form:{signs(written.id)}", words.label("form-no"))
    return Question(
        Message(words.say("form-invitation", n=len(written.forms.employees)), choices=(yes, no, asking.never()))
    )
