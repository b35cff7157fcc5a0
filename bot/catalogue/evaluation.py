"""The evaluation of a programme as `evaluation.yaml` says it before it starts: promises, questions, costs."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bot.catalogue.costs import Euro, Percent, Yes
from bot.catalogue.interval import Validity
from bot.catalogue.text import Id, Model, Text

# The chain: who was reached, understood what there is, took a discount or a number, got in touch, was helped, would
# do it again. A target is a share of those of the step before, of the first one a share of the staff.
Step = Literal["reached", "understood", "took", "contacted", "helped", "again"]
STEPS: tuple[Step, ...] = ("reached", "understood", "took", "contacted", "helped", "again")
# Where a figure comes from: what the bot counts, «Com'è andata?», and the three forms.
SourceOf = Literal["counts", "follow-up", "employees", "companies", "organizations"]
SOURCES: dict[Step, SourceOf] = {
    "reached": "counts",
    "understood": "counts",
    "took": "counts",
    "contacted": "follow-up",
    "helped": "follow-up",
    "again": "employees",
}
About = Literal["access", "quality", "effect", "change", "again"]
MOST_QUESTIONS = 5


class Answer(Model):
    """One button of a question. `good` counts for a target: «yes, I would do it again»."""

    id: Id
    label: Text
    good: Yes = False


class FormQuestion(Model):
    """A question with buttons; no free text is kept."""

    id: Id
    about: About
    ask: Text
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=6)


Form = Annotated[tuple[FormQuestion, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]


class Forms(Model):
    """Who is asked what."""

    employees: Form
    companies: Form
    organizations: Form


class Target(Model):
    """What is promised of a step of the chain, or of a `question` of a form: at least `share` percent."""

    id: Id
    step: Step | None = None
    question: Id | None = None
    share: Percent
    source: SourceOf
    why: Text | None = None


class Cost(Model):
    """What the programme costs the network in its whole period, in euro."""

    what: Text
    amount: Euro


class Evaluation(Model):
    id: Id
    name: Text
    period: Validity  # with a first and a last day: the rule evaluation-period holds it
    questions: tuple[Text, ...] = Field(min_length=1)  # what is to be known at the end
    targets: tuple[Target, ...] = Field(min_length=1)
    forms: Forms
    costs: tuple[Cost, ...] = ()

    @property
    def last(self) -> date:
        """Return the last day of the period; a published one has it."""
        return self.period.last or date.max
