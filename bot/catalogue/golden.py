"""The golden questions: what people say, and the need that must be understood first whatever is published."""

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.catalogue.text import Model

Need = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=40)]


class Question(Model):
    say: str = Field(min_length=1)
    need: Need


class Golden(Model):
    questions: tuple[Question, ...] = ()
