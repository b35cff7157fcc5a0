"""The form of a company or organization: whoever has its link answers, and stays who they are in the bot."""

from bot.catalogue.evaluation import Evaluation
from bot.conversation.effects.form_questions import Sheet, asking, meant
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.nobody import at_desk
from bot.evaluation import form_links, programme
from bot.evaluation.form_links import FormLink


def begin(visit: Visit, token: str) -> Step | None:
    """Open the form of a link where it was left; None where the token is no form's."""
    link = form_links.find(visit.tx, visit.keys, token)
    if link is None:
        return None
    written = _written(visit, link)
    lead = "sheet-onward" if link.answers else "sheet-hello"
    message = _page(visit, link, written, lead=lead) if written else _refused(visit, link)
    return visit.state, Reply((message,))


def answer(visit: Visit, name: str) -> Step:
    """Keep an answer, the first to its question, and go on; `name` is `link:question:answer`."""
    short, question, said = meant(name)
    link = form_links.named(visit.tx, visit.keys, short)
    written = _written(visit, link) if link else None
    if link is None or written is None:
        return visit.state, Reply((_refused(visit, link),), in_place=True)
    sheet, done = _sheet(link, written), "sheet-done"
    if found := sheet.pressed(question, said):
        asked = [one.id for one in sheet.form]
        done = "sheet-done" if found[0] in link.answers else "sheet-thanks"
        given = dict([found])
        link = form_links.answer(visit.tx, visit.keys, link, given, asked=asked, now=visit.now)
    return visit.state, Reply((_page(visit, link, written, done=done),), in_place=True)


def _page(visit: Visit, link: FormLink, written: Evaluation, *, lead: str = "", done: str = "sheet-done") -> Message:
    """Return the next question, or that all is answered."""
    sheet, words = _sheet(link, written), visit.world.words
    if (question := sheet.next()) is None:
        another = Choice("another", words.label("another-need"))
        return Message(words.say(done, owner=_owner(visit, link)), choices=(another,))
    values = {"owner": _owner(visit, link), "programme": written.name.of(visit.world.language)}
    return asking(sheet, question, visit.world, words.say(lead, **values, of=len(sheet.form)) if lead else None)


def _refused(visit: Visit, link: FormLink | None) -> Message:
    phrase = "sheet-revoked" if link and link.revoked else "sheet-closed"
    return at_desk(visit.world, visit.world.words.say(phrase))


def _written(visit: Visit, link: FormLink) -> Evaluation | None:
    """Return the evaluation of a link that can be answered now."""
    found = visit.world.catalogue.release.evaluation
    fits = found and found.id == link.evaluation and not link.revoked and programme.opened(visit.tx, link.evaluation)
    return found if fits else None


def _sheet(link: FormLink, written: Evaluation) -> Sheet:
    form = written.forms.companies if link.kind == "companies" else written.forms.organizations
    return Sheet(f"sheet:{link.short}", form, link.answers)


def _owner(visit: Visit, link: FormLink) -> str:
    """Return the name of who answers."""
    if link.kind == "companies":
        return visit.edition.companies.get(link.owner, link.owner)
    found = (one.name for one in visit.world.catalogue.release.organizations if one.id == link.owner)
    return next(found, link.owner)
