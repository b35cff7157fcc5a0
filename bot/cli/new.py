"""`kmzero new`: the folder of a new network, from what its founder answers."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from bot.catalogue.local_time import HOME
from bot.catalogue.text import LANGUAGES, Language
from bot.cli import screen
from bot.cli.app import Panel, app, settings
from bot.cli.arguments import Lang, Tongue, language_of, say, today_in
from bot.cli.asking import answered
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.model import EmergencyNumber
    from bot.editorial.founding.answers import Answers, Town
    from bot.editorial.founding.trying import Trial

T = TypeVar("T")
COUNTRY = "IT"  # proposed
HOURS: dict[Language, str] = {"it": "su appuntamento", "en": "by appointment"}  # true of every desk with a telephone


@app.command(rich_help_panel=Panel.COORDINATORS)
def new(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The folder to write: one that is not there, or empty.")],
    name: Annotated[str | None, typer.Option(help="The network's name.")] = None,
    town: Annotated[
        list[str] | None, typer.Option(metavar="NAME:LAT,LON", help="A town and its centre; give it again for more.")
    ] = None,
    controller: Annotated[str | None, typer.Option(help="Who answers for people's data.")] = None,
    email: Annotated[str | None, typer.Option(help="Of the desk, and for privacy.")] = None,
    phone: Annotated[str | None, typer.Option(help="Of the desk.")] = None,
    hours: Annotated[str | None, typer.Option(help="Of the desk; else by appointment.")] = None,
    address: Annotated[str | None, typer.Option(help="Of the desk, where it has one.")] = None,
    languages: Annotated[str | None, typer.Option(help="it,en: the first one is that of the notes.")] = None,
    country: Annotated[str | None, typer.Option(help="Two letters: its emergency numbers, its time zone.")] = None,
    emergency: Annotated[str | None, typer.Option(help="The number to call, where none is known.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: take what is proposed.")] = False,
    lang: Tongue = None,
) -> None:
    """Ask about a new network, and write its folder: files with notes that `check` accepts, and one example."""
    from bot.editorial.founding.folder import files_for
    from bot.editorial.founding.trying import Trial
    from bot.editorial.founding.writing import write

    desk = {"email": email, "phone": phone, "hours": hours, "address": address}
    given = {"name": name, "controller": controller, "languages": languages, "country": country, "emergency": emergency}
    language = _spoken(context, lang, languages)
    _may_be_made(folder, language)
    if not yes:
        screen.line(say(language, "founding-begins", folder=str(folder)))
    answers = _Form(Trial(language, today_in(HOME)), desk | given, tuple(town or ()), yes=yes).fill()
    write(folder, files_for(answers, today_in(answers.timezone)))
    _say_what_is_next(context, folder, answers, language)


def _spoken(context: typer.Context, lang: Lang | None, languages: str | None) -> Language:
    """Return the language to ask in: the one that is asked for, or else the first one of the network."""
    first = (languages or "").partition(",")[0].strip().lower()
    named = next((language for language in LANGUAGES if language == first), None)
    return named if named and not lang else language_of(context, lang)


def _may_be_made(folder: Path, language: Language) -> None:
    """Raise CannotRun before anything is asked where the folder could not be written."""
    from bot.editorial.founding.writing import Taken, look

    try:
        look(folder)
    except Taken:
        raise CannotRun(say(language, "founding-taken", folder=str(folder))) from None
    parent = folder.resolve().parent
    if not parent.is_dir():
        raise CannotRun(say(language, "founding-no-parent", folder=str(folder), parent=str(parent)))


def _say_what_is_next(context: typer.Context, folder: Path, answers: "Answers", language: Language) -> None:
    from bot.editorial.founding.folder import EXAMPLE

    screen.line(say(language, "founding-emergency-numbers", numbers=", ".join(one.phone for one in answers.emergency)))
    screen.line(say(language, "founding-written", folder=str(folder)))
    chosen = settings(context)
    own = chosen.knowledge if "knowledge" in chosen.model_fields_set else Path("knowledge")  # there is one by now
    named = "" if own.resolve() == folder.resolve() else f" {shlex.quote(str(folder))}"
    for command in (f"check{named}", f"publish{named}", f"chat --company {EXAMPLE[answers.languages[0]]}"):
        screen.line(f"  kmzero {command}")


@dataclass(frozen=True)
class _Form:
    """The questions, in their order; an option answers its own. An answer that cannot be had raises CannotRun."""

    trial: "Trial"
    given: Mapping[str, str | None]
    towns: tuple[str, ...]
    yes: bool = False

    def fill(self) -> "Answers":
        from bot.editorial.founding.answers import Answers

        others = [language for language in LANGUAGES if language != self.trial.language]
        languages = self._ask("languages", self.trial.languages, ",".join([self.trial.language, *others]))
        name = self._plain("name")
        country = self._ask("country", self.trial.country, COUNTRY)
        return Answers(
            name=name,
            country=country,
            languages=languages,
            towns=self._given_towns(country) if self.towns or self.yes else self._asked_towns(country),
            controller=self._plain("controller"),
            email=self._plain("email"),
            phone=self._plain("phone", country),
            hours=self._plain("hours", country, HOURS[languages[0]]),
            address=self._ask("address", lambda text: text and self.trial.plain("address", text), optional=True),
            emergency=self._emergency(country),
        )

    def _plain(self, field: str, country: str = COUNTRY, proposed: str = "") -> str:
        return self._ask(field, lambda text: self.trial.plain(field, text, country), proposed)

    def _emergency(self, country: str) -> "tuple[EmergencyNumber, ...]":
        """Return the numbers that are known, or else the one that is answered."""
        from bot.editorial.founding.countries import emergency_numbers

        known = emergency_numbers(country)
        return known or self._ask("emergency", lambda text: self.trial.emergency(text, country))

    def _given_towns(self, country: str) -> "tuple[Town, ...]":
        found: tuple[Town, ...] = ()
        for text in self.towns:
            found = (*found, self._read("town", text, partial(self.trial.town, others=found, country=country)))
        return found or self._nobody("town")

    def _asked_towns(self, country: str) -> "tuple[Town, ...]":
        found: tuple[Town, ...] = ()
        while name := self._ask("another-town" if found else "town", str if found else self.trial.town_name):
            read = partial(self.trial.town_at, name, others=found, country=country)
            found = (*found, self._ask("point", read))
        return found

    def _ask(self, field: str, read: Callable[[str], T], proposed: str = "", *, optional: bool = False) -> T:
        """Read an option; without one ask, or take what is proposed where nobody is to be asked."""
        text = self.given.get(field)
        if text is not None:
            return self._read(field, text, read)
        if self.yes:
            return read(proposed) if proposed or optional else self._nobody(field)
        try:
            return answered(say(self.trial.language, f"ask-{field}"), read, proposed)
        except EOFError:
            return self._nobody(field)

    def _read(self, field: str, text: str, read: Callable[[str], T]) -> T:
        from bot.editorial.founding.trying import Unfit

        try:
            return read(text)
        except Unfit as unfit:
            raise CannotRun(
                say(self.trial.language, "founding-unfit", option=f"--{field}", reason=str(unfit))
            ) from None

    def _nobody(self, field: str) -> NoReturn:
        question = say(self.trial.language, f"ask-{field}")
        raise CannotRun(say(self.trial.language, "founding-missing", question=question, option=f"--{field}"))
