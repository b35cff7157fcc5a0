"""The golden questions: what people say, and what must be understood first whatever is published: a need or a plan."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from bot.catalogue.text import Model

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=40)]


class Question(Model):
    """A question that must lead to a need's services, or to the plan of a situation."""

    say: str = Field(min_length=1)
    need: Name | None = None
    situation: Name | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if (self.need is None) == (self.situation is None):
            raise ValueError("golden-form")
        return self

    @property
    def wanted(self) -> str:
        """The id that it must lead to."""
        return self.need or self.situation or ""


class Golden(Model):
    questions: tuple[Question, ...] = ()
