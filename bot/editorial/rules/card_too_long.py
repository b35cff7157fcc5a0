"""The whole card of a service fits one screen, and never passes the 4096 signs of a Telegram message.

Good, in the service:
    summary: {it: Un pulsante al collo., en: A button round the neck.}
Bad, in the service:
    summary:
      en: A button round the neck.
      it: >-
        Un pulsante al collo, e poi tutto il regolamento incollato qui: articolo primo, oggetto del servizio,
        che cosa si intende per persona anziana, per familiare, per residente e per domicilio; articolo
        secondo, chi può chiederlo, con quali moduli, in quali giorni, presso quale ufficio e con quali
        allegati; articolo terzo, come si forma la graduatoria, quali punteggi si danno, in quanti giorni si
        pubblica e come si fa ricorso; articolo quarto, quanto si paga, entro quando, con quale causale, e che
        cosa succede a chi paga in ritardo; articolo quinto, obblighi di chi riceve il pulsante, cura
        dell'apparecchio, prove mensili, spostamenti, ricoveri, vacanze, lavori in casa; articolo sesto, come
        si recede, con quanto preavviso, come si rende l'apparecchio e in quali casi non si rimborsa nulla;
        articolo settimo, trattamento dei dati, responsabile, diritti, reclami; articolo ottavo, foro, rinvio
        alle norme generali, entrata in vigore e pubblicazione all'albo.
"""

from collections.abc import Iterator

from bot.catalogue.model import Organization, Service
from bot.catalogue.slots import plain
from bot.catalogue.text import LANGUAGES, Language, Text
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

SCREEN = 900  # signs of our texts: about twelve lines of a phone, with price, position and hours
MESSAGE = 4096 - 400  # Bot API, sendMessage: after entities are parsed; the rest is price, position, hours and why


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        length = max(_length(service, source.model, language) for language in LANGUAGES)
        if length <= SCREEN:
            continue
        values: dict[str, str | int] = {"service": service.id, "length": length, "limit": SCREEN}
        position = source.position(*path, "summary")
        if length > MESSAGE:
            yield Problem(position, "card-too-long", values={**values, "limit": MESSAGE}, variant="refused")
        else:
            yield Problem(position, "card-too-long", "warning", values)


def _length(service: Service, one: Organization, language: Language) -> int:
    """Return how long the texts of a card are, in the UTF-16 units that Telegram counts."""
    step = service.first_step
    said: list[Text | None] = [service.name, service.summary, step, step.say if step else None, service.price.note]
    longest = max((_units(offer.conditions, language) for offer in service.offers), default=0)
    addresses = sum(len(place.address) for place in one.locations if place.id in service.where.places)
    return len(one.name) + sum(_units(text, language) for text in said) + longest + addresses


def _units(text: Text | None, language: Language) -> int:
    return len(plain(text.of(language)).encode("utf-16-le")) // 2 if text else 0
