"""An offer that can be used up is for many: who reads that it is would know else that one of a few colleagues has it.

Good, in the offer:
    voucher: shared
    code: GIRA12
    max_uses: 200
Bad, in the offer:
    voucher: shared
    code: GIRA12
    max_uses: 3
"""

from collections.abc import Iterator
from datetime import date

from bot.catalogue.model import Company, Offer
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge

FEWEST_PEOPLE = 25  # employees of its companies together: as many as a report needs (`bot.insight.tables.OWN_REPORT`)
FEWEST_TURNS = 10  # uses of a shared code, codes of a pool: as the fewest in a figure about needs (`SENSITIVE`)


def check(knowledge: Knowledge) -> Iterator[Problem]:
    companies = knowledge.companies.model.companies if knowledge.companies else ()
    for source, path, service in knowledge.services():
        for m, offer in enumerate(service.offers):
            if _can_end(offer) and not (offer.valid.last and offer.valid.last < knowledge.today):
                at = (*path, "offers", m)
                day = max(knowledge.today, offer.valid.first or knowledge.today)
                yield from _of_few_people(offer, companies, day, source.position(*at, "companies"))
                yield from _of_few_uses(offer, source.position(*at, "max_uses"))


def _can_end(offer: Offer) -> bool:
    """Tell whether an offer can be used up; a code for everybody and one that the bot makes cannot."""
    return offer.voucher == "pool" or (offer.voucher == "shared" and offer.max_uses is not None)


def _of_few_people(offer: Offer, companies: tuple[Company, ...], day: date, position: Position) -> Iterator[Problem]:
    """Count who may have it on its first day, or today; what names no company that is there has a fault of its own."""
    named = (one for one in companies if offer.companies == "all" or one.id in offer.companies)
    people = sum(one.employees for one in named if one.member.holds(day))
    if 0 < people < FEWEST_PEOPLE:
        yield Problem(position, "offer-for-few", "warning", {"n": people, "least": FEWEST_PEOPLE})


def _of_few_uses(offer: Offer, position: Position) -> Iterator[Problem]:
    if offer.voucher == "shared" and offer.max_uses is not None and offer.max_uses < FEWEST_TURNS:
        values: dict[str, str | int] = {"n": offer.max_uses, "least": FEWEST_TURNS}
        yield Problem(position, "offer-for-few", "warning", values, variant="uses")
