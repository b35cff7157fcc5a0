"""The questions of a form, one after the other, each a bubble with buttons that takes the place of the one before.

A button names the question and the answer by a few signs of their hash: ids are longer than a button can hold.
"""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from bot.catalogue.evaluation import Form, FormQuestion
from bot.conversation.messages import Choice, Message
from bot.conversation.talk.world import World

SIGNS = 6  # hexadecimal digits: two of a form's ids are the same once in a million forms


@dataclass(frozen=True)
class Sheet:
    """A form as somebody fills it in. `button` is what its choices begin with; who may skip has buttons for it."""

    button: str
    form: Form
    given: Collection[str]  # the questions that have an answer
    may_skip: bool = False

    def next(self, after: str = "") -> FormQuestion | None:
        """Return the next question without an answer, of those behind one; from the beginning where there is none."""
        places = [n for n, question in enumerate(self.form, start=1) if signs(question.id) == after]
        behind = self.form[places[0] :] if places else self.form
        return next((question for question in behind if question.id not in self.given), None)

    def pressed(self, question: str, answer: str) -> tuple[str, str] | None:
        """Return the question and the answer that a button means; None where the form does not have them any more."""
        asked = (one for one in self.form if signs(one.id) == question)
        return next(((one.id, said.id) for one in asked for said in one.answers if signs(said.id) == answer), None)


def asking(sheet: Sheet, question: FormQuestion, world: World, lead: Markup | None = None) -> Message:
    """Return a question with its buttons."""
    here = f"{sheet.button}:{signs(question.id)}"
    words = world.words
    choices = [Choice(f"{here}:{signs(one.id)}", one.label.of(world.language)) for one in question.answers]
    if sheet.may_skip:
        choices += [Choice(here, words.label("form-skip")), Choice(sheet.button, words.label("form-enough"))]
    place = sheet.form.index(question) + 1
    text = words.say("form-question", ask=question.ask.of(world.language), n=place, of=len(sheet.form))
    return Message(Markup("{}\n\n{}").format(lead, text) if lead else text, choices=tuple(choices))


def meant(name: str) -> tuple[str, str, str]:
    """Return the three parts of a button's name; what it does not have is empty."""
    first, _, rest = name.partition(":")
    second, _, third = rest.partition(":")
    return first, second, third


def signs(name: str) -> str:
    """Return what names a question, an answer or an evaluation in a button."""
    return sha256(name.encode()).hexdigest()[:SIGNS]
