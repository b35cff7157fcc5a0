"""Who is refused a discount learns nothing about colleagues."""

from sqlalchemy import delete, update

from bot.assembly import House
from bot.catalogue.model import Offer
from bot.conversation.messages import Chose
from bot.store.tables import pool_code
from tests.cast import NOON, CorePhone

MINE = "biomed-padana"  # Anna's company


def pool_of_mine(house: House) -> str:
    with house.store.read() as tx:
        offers = house.concierge.live.edition(tx).catalogue.offers
    mine = (one for _, one in offers.values() if one.companies == "all" or MINE in one.companies)
    return next(one.id for one in mine if one.voucher == "pool" and one.valid.holds(NOON.date()))


async def test_an_empty_pool_does_not_say_why_it_is_empty(house: House, anna: CorePhone) -> None:
    """None came yet, colleagues took them all, a restored backup set them aside: the same words."""
    offer, said = pool_of_mine(house), set()
    for emptied in (
        delete(pool_code),
        update(pool_code).values(set_aside_on=NOON.date()),
    ):
        with house.store.write() as tx:
            tx.execute(emptied)
        anna.send(Chose(f"take:{offer}"))
        assert anna.voucher is None
        said.add(str(anna.messages[0].text).partition("\n")[0])
    assert said == {"Adesso non ci sono codici per questo sconto."}


def _of_others(offer: Offer) -> bool:
    return offer.voucher == "pool" and offer.companies != "all" and MINE not in offer.companies


async def test_an_outsider_hears_the_same_whatever_is_left(house: House, anna: CorePhone) -> None:
    with house.store.read() as tx:
        offers = house.concierge.live.edition(tx).catalogue.offers
    offer = next(name for name, (_, one) in offers.items() if _of_others(one))
    said = []
    for _ in range(2):
        anna.send(Chose(f"take:{offer}"))
        assert anna.voucher is None
        said.append(anna.screen)
        with house.store.write() as tx:
            tx.execute(delete(pool_code).where(pool_code.c.offer == offer))
    assert said[0] == said[1]
    assert "per altre aziende della rete" in said[0]
