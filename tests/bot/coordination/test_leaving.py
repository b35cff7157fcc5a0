"""A company asks to leave on its page: coordinators read it in the chat, with what to do, until it is done."""

from bot.assembly import House
from bot.coordination import leaving
from tests.cast import NOON, CorePhone

COMPANY = "biomed-padana"


def ask(house: House, *, back: bool = False) -> bool:
    with house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        does = leaving.take_back if back else leaving.ask
        return does(tx, house.keys, catalogue, COMPANY, NOON)


async def test_coordinators_are_told_what_to_do_and_the_state_says_it_until_it_is_taken_back(
    house: House, rita: CorePhone
) -> None:
    assert ask(house)
    await rita.say("/stato")
    assert "Biomed Padana chiede di uscire dal programma" in rita.screen
    assert "Non è ancora cambiato niente: chiamala" in rita.screen
    await rita.say("/stato")
    assert "ha chiesto di uscire dal programma il 24 novembre" in rita.screen
    assert ask(house, back=True)
    await rita.say("/stato")
    await rita.say("/stato")
    assert "uscire" not in rita.screen


def test_asked_twice_it_is_one_request_and_what_was_not_asked_is_not_taken_back(any_house: House) -> None:
    assert [ask(any_house), ask(any_house), ask(any_house, back=True), ask(any_house, back=True)] == [
        *(True, False),
        *(True, False),
    ]


def test_a_wish_of_more_than_a_year_ago_is_forgotten(any_house: House) -> None:
    ask(any_house)
    with any_house.store.write() as tx:
        assert (leaving.sweep(tx, NOON), leaving.sweep(tx, NOON.replace(year=NOON.year + 1))) == (0, 1)
        assert leaving.all_asked(tx, "Europe/Rome") == {}
