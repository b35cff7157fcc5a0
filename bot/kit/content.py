"""What the sheets of one company say: it promises only what somebody serves, and a discount only where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.catalogue import topics
from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.ranking import Asker, coming_offers, open_offers
from bot.catalogue.text import Language
from bot.kit.words import WORDS, Words
from bot.people.links import is_page

IN_A_HEADLINE = 3  # areas that are named there


@dataclass(frozen=True)
class Content:
    """What differs from one network to the next, and from one company to the next.

    `example` and `answer` are what one may write and what comes back; both are empty where there is no service.
    """

    words: Words
    network: str
    company: str
    link: str
    headline: str
    invitation: str
    steps: tuple[str, str, str]
    example: str
    answer: str
    person: str
    responsible: str
    message: str


def content_of(catalogue: Catalogue, company: str, link: str, language: Language, today: date) -> Content:
    """Put together what a company's sheets say in one language. Raises KeyError for a company that is not there."""
    network, words, name = catalogue.network, WORDS[language], catalogue.companies[company].name
    asker = Asker(company, None, today)
    entries = [entry for need in catalogue.served for entry in catalogue.by_need[need]]
    offered = [entry for entry in entries if open_offers(entry, asker) or coming_offers(entry, asker)]
    shown = _shown(offered or entries, words, language)
    about = topics.areas_served(catalogue)
    some, every = words.topics, words.more_topics
    if about and not topics.is_broad(catalogue):
        names = [catalogue.area_label(area, language).lower() for area in about]
        some, every = ", ".join(names[:IN_A_HEADLINE]), ", ".join(names)
    said = (
        f"{network.name.of(language)} · {words.demonstration}" if network.demonstration else network.name.of(language)
    )
    return Content(
        words=words,
        network=said,
        company=name,
        link=link,
        headline=_begun(words.headline.format(topics=some)),
        invitation=(words.invitation if offered else words.invitation_only).format(company=name),
        steps=words.steps_by_page if is_page(link) else words.steps,
        example=_begun(_example(shown, catalogue, words, language)) if shown else "",
        answer=_answer(shown, words, language, discount=bool(offered)) if shown else "",
        person=words.person.format(desk=network.desk.name.of(language), phone=network.desk.phone),
        responsible=words.responsible.format(controller=network.privacy.controller, email=network.privacy.email),
        message=words.message.format(
            heading=f"{words.demonstration}.\n\n" if network.demonstration else "",
            company=name,
            topics=every,
            found=words.found if offered else words.found_only,
            link=link,
            privacy="\n".join(f"- {sentence}" for sentence in words.privacy),
        ),
    )


def _shown(entries: Iterable[Entry], words: Words, language: Language) -> Entry | None:
    """Return the service that a poster speaks of: a button for who falls, else the first that nobody need hide."""
    found = [entry for entry in entries if not entry.service.delicate]
    return next((entry for entry in found if _is_button(entry, words, language)), found[0] if found else None)


def _is_button(entry: Entry, words: Words, language: Language) -> bool:
    return topics.EXAMPLE in entry.needs and words.button in entry.service.summary.of(language).lower()


def _example(entry: Entry, catalogue: Catalogue, words: Words, language: Language) -> str:
    if _is_button(entry, words, language):
        return words.example
    return topics.example_of(entry.needs[0], catalogue, language)


def _answer(entry: Entry, words: Words, language: Language, *, discount: bool) -> str:
    summary = entry.service.summary.of(language)
    return f"{summary} {words.discount}" if discount else summary


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
