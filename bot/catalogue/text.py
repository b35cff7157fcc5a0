"""A text that people read, in every language of the house."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=40)]

Language = Literal["it", "en"]
LANGUAGES: tuple[Language, ...] = ("it", "en")
FALLBACK: Language = "it"


class Model(BaseModel):
    """What a knowledge file may contain: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Model):
    """One text in Italian and, where there is a translation, in English. A bare string is Italian."""

    it: str = Field(min_length=1)
    en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"it": value} if isinstance(value, str) else value

    def of(self, language: Language) -> str:
        """Return the text in `language`, or in Italian where it is not translated."""
        return (self.en if language == "en" else None) or self.it

    @property
    def missing(self) -> tuple[Language, ...]:
        """The languages that have no translation."""
        return () if self.en else ("en",)


class Texts(Model):
    """Lists of phrases by language. A bare list is Italian."""

    it: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"it": value} if isinstance(value, list) else value

    def of(self, language: Language) -> tuple[str, ...]:
        return self.en if language == "en" else self.it

    @property
    def all(self) -> tuple[str, ...]:
        return self.it + self.en

    def __add__(self, other: Self) -> "Texts":
        return Texts(it=self.it + other.it, en=self.en + other.en)
