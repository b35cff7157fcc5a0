"""What it is and who does it, for whom, in which languages, how long, with which papers, and whether there is room."""

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.ranking import of_age
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.about.reach import full
from bot.conversation.talk.about.tongues import tongue
from bot.conversation.talk.ages import span
from bot.understanding.text.normal import words as normal

ITALIAN = "it"


def what(asked: Asked) -> list[Markup]:
    """Return what it is, who they are, and the first step."""
    service, language = asked.entry.service, asked.world.language
    about = asked.entry.organization.about
    lines = [Markup("{}").format(service.summary.of(language))]
    if about:
        lines.append(Markup("<b>{}</b>: {}").format(asked.entry.organization.name, about.of(language)))
    if service.first_step:
        lines.append(asked.say("about-first-step", text=service.first_step.of(language)))
    return lines


def documents(asked: Asked) -> list[Markup]:
    """Return what to bring; yes or no first where one paper was named."""
    listed = [document.of(asked.world.language) for document in asked.entry.service.documents]
    if asked.facts.document:
        name = asked.world.words.label(f"document-{asked.facts.document}")
        stems = set(normal(name)) - {"la", "il", "l", "lo", "the", "a"}
        found = any(stems & set(normal(text)) for text in listed)
        if not found and (told := _told(asked, stems)):
            return [told]
        if found or listed:
            lead = asked.say("about-document-yes" if found else "about-document-no", document=name)
            return [lead, _listed(asked, listed)]
        return []
    return [_listed(asked, listed)] if listed else []


def _listed(asked: Asked, listed: list[str]) -> Markup:
    return asked.say("card-documents", documents=", ".join(listed))


def _told(asked: Asked, stems: set[str]) -> Markup | None:
    """Return the sentence of the first step or of the price that speaks of a paper."""
    service, language = asked.entry.service, asked.world.language
    texts = [service.first_step.of(language) if service.first_step else "", service.summary.of(language)]
    texts += [part.of(language) for part in (service.eligibility, service.price.note) if part]
    sentences = [one.strip() for text in texts for one in text.split(". ") if stems & set(normal(one))]
    if not sentences:
        return None
    said = sentences[0].rstrip(".")
    return Markup("{}{}.").format(said[:1].upper(), said[1:])


def who(asked: Asked) -> list[Markup]:
    """Return for whom it is: the age and the town that were said first, then what the card says."""
    return [*_of_age(asked), *_of_town(asked), *_conditions(asked)]


def _of_age(asked: Asked) -> list[Markup]:
    ages = asked.entry.service.ages
    if ages is None:
        return []
    served = span(ages, asked.world.language)
    age = asked.facts.age
    if age is None:
        return [asked.say("about-ages", ages=served)]
    return [asked.say("about-age-yes" if of_age(asked.entry, age) else "about-age-no", ages=served)]


def _of_town(asked: Asked) -> list[Markup]:
    where, facts, catalogue = asked.entry.service.where, asked.facts, asked.world.catalogue
    if facts.elsewhere:
        name = next(one.name for one in catalogue.network.neighbours if one.id == facts.elsewhere)
        return [asked.say("about-town-outside", town=name)]
    if facts.town and where.at == "home" and where.towns != "all":
        phrase = "about-town-yes" if facts.town in where.towns else "about-town-no"
        return [asked.say(phrase, town=catalogue.towns[facts.town].name)]
    if not facts.town or where.at == "unknown":
        return []
    return [asked.say("about-town-yes", town=catalogue.towns[facts.town].name)]


def _conditions(asked: Asked) -> list[Markup]:
    eligibility, language = asked.entry.service.eligibility, asked.world.language
    lines = [asked.say("about-eligibility", text=eligibility.of(language))] if eligibility else []
    offer = asked.offer
    if offer:
        lines.append(asked.say("about-discount-who"))
        if offer.conditions:
            lines.append(asked.say("card-conditions", conditions=offer.conditions.of(language)))
    return lines


def languages(asked: Asked) -> list[Markup]:
    """Return yes or no for the language that was named, and all that are spoken."""
    spoken = asked.entry.service.languages
    if not spoken:
        return [asked.say("about-language-it")] if asked.facts.spoken == ITALIAN else []
    names = ", ".join(tongue(code, asked.world) for code in spoken)
    line = asked.say("about-languages", languages=names)
    if asked.facts.spoken is None or asked.facts.spoken == ITALIAN:
        return [line]
    name = tongue(asked.facts.spoken, asked.world)
    phrase = "about-language-yes" if asked.facts.spoken in spoken else "about-language-no"
    return [asked.say(phrase, language=name), line]


def how_long(asked: Asked) -> list[Markup]:
    """Return how long it takes, and how long one waits for the first time."""
    service, language = asked.entry.service, asked.world.language
    lines = [asked.say("about-duration", text=service.duration.of(language))] if service.duration else []
    return [*lines, *([asked.say("about-wait", text=service.wait.of(language))] if service.wait else [])]


def availability(asked: Asked) -> list[Markup]:
    """Return whether there is room, as far as the card knows: places, when one signs up, how long one waits."""
    if lines := full(asked.entry, asked.world):
        return [*lines, asked.say("about-full-list")]
    service, language, today = asked.entry.service, asked.world.language, asked.world.today
    lines = [asked.say("about-capacity", text=service.capacity.of(language))] if service.capacity else []
    period = service.enrolment
    if period and period.first and today < period.first:
        lines.append(asked.say("card-enrolment-from", date=prices.day(period.first, language, today)))
    elif period and period.holds(today):
        last = prices.day(period.last, language, today) if period.last else ""
        lines.append(asked.say("card-enrolment-until" if last else "about-enrolment-open", date=last))
    elif period:
        lines.append(asked.say("card-enrolment-over"))
    if service.wait:
        lines.append(asked.say("about-wait", text=service.wait.of(language)))
    return [*lines, asked.say("about-room-call")] if lines else []
