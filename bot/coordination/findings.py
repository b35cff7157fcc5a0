"""What is told about a file that was sent, and about a release that was made."""

from collections.abc import Sequence
from itertools import chain

from markupsafe import Markup

from bot.catalogue.text import Language
from bot.conversation.messages import Attachment, Choice, Message
from bot.coordination.wording import PREFIX, button, words
from bot.editorial.problem import Problem
from bot.editorial.publishing.preview import Preview
from bot.editorial.wording import line

SHOWN = 10  # problems that are read in a chat; the others are in a file


def refused(problems: Sequence[Problem], language: Language) -> Message:
    """Say what is wrong with what was sent: nothing has changed for anybody."""
    errors = [problem for problem in problems if problem.level == "error"]
    lead = words(language).say("refused", count=len(errors))
    unread = [problem for problem in problems if problem.rule == "unknown-file" and problem.level == "warning"]
    return _listed(lead, [line(problem, language) for problem in [*errors, *unread]], language)


def nothing_new(name: str, unread: Sequence[str], language: Language) -> Message:
    """Say that what was sent is live already, and what of it nobody reads."""
    return _listed(words(language).say("nothing-new", name=name), unread, language)


def offered(
    draft: int, seen: Preview, warnings: Sequence[str], back: int | None, language: Language, *, some: int = 0
) -> Message:
    """Show what would change, with the buttons that decide; `some` is how many files came, where that is not all."""
    say = words(language).say
    lead = Markup("{}\n{}").format(say("some-files", count=some), say("offered")) if some else say("offered")
    text = Markup("{}\n{}").format(lead, _lines(seen.lines(language)))
    listed = _listed(say("warned", count=len(warnings)), warnings, language) if warnings else None
    if listed:
        text = Markup("{}\n\n{}").format(text, listed.text)
    # Where something is in doubt, the same button asks once more.
    sure = Choice(f"{PREFIX}sure:{draft}", words(language).label("button-publish"))
    publish = sure if seen.doubts else button(language, "publish", draft)
    choices = (publish, button(language, "drop", draft), *_back(back, language))
    return Message(text, choices=choices, attachment=listed.attachment if listed else None)


def nothing_taken(name: str, remarks: Sequence[str], language: Language) -> Message:
    """Say that of a table nothing is to be published, and why."""
    return _listed(words(language).say("nothing-taken", name=name), remarks, language)


def listed(text: str, language: Language) -> Message:
    """Say one thing that is in words already."""
    return _listed(Markup("{}").format(text), (), language)


def live(number: int, lines: Sequence[str], before: int | None, more: Sequence[Choice], language: Language) -> Message:
    """Say that a release is live, and how to take it back."""
    text = Markup("{}\n{}").format(words(language).say("live", number=number), _lines(lines))
    return Message(text, choices=(*more, *_back(before, language), button(language, "status")))


def said(phrase: str, language: Language, **values: str | int) -> Message:
    """Say one thing, with the way to how things stand."""
    return Message(words(language).say(phrase, **values), choices=(button(language, "status"),))


def _back(number: int | None, language: Language) -> tuple[Choice, ...]:
    return (button(language, "back", number, number=number),) if number else ()


def _listed(lead: Markup, lines: Sequence[str], language: Language) -> Message:
    """Return the first lines under a lead; where there are more, all of them in a file."""
    shown = [Markup("• {}").format(line) for line in lines[:SHOWN]]
    if len(lines) <= SHOWN:
        return Message(Markup("\n").join([lead, *shown]), choices=(button(language, "status"),))
    more = words(language).say("and-more", count=len(lines) - SHOWN)
    file = Attachment(words(language).label("problems-file"), "text/plain", "\n".join([*lines, ""]).encode())
    text = Markup("\n").join(chain([lead], shown, [more]))
    return Message(text, choices=(button(language, "status"),), attachment=file)


def _lines(lines: Sequence[str]) -> Markup:
    return Markup("\n").join(Markup("{}").format(line) for line in lines)
