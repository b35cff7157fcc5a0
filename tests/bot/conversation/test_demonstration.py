"""Who meets the demonstration is told that it is one, once and in their language; who meets a real network is not."""

from collections.abc import Callable
from dataclasses import replace

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.conversation.talk import answers
from bot.conversation.talk.world import World
from bot.people import roles
from tests.cast import NOON, CorePhone

IT, EN = "🧪 È una dimostrazione: organizzazioni, prezzi e codici sono inventati.", "🧪 This is a demonstration: "


async def test_people_and_coordinators_are_greeted_with_it(
    house: House, invite: Callable[[str], str], elena: CorePhone
) -> None:
    anna, rita = CorePhone(house, "anna"), CorePhone(house, "rita")
    await anna.start(invite("biomed-padana"))
    assert anna.screen.endswith(IT)
    await anna.press("English")
    assert EN in anna.screen
    await anna.press("All right")
    assert EN not in anna.screen
    await elena.start()
    assert IT in elena.screen
    with house.store.write() as tx:
        link = roles.invite(tx, NOON)
    await rita.start(link)
    assert IT in rita.screen
    await rita.say("/stato")
    assert IT in rita.screen


def test_a_network_of_ones_own_is_not_called_one(catalogue: Catalogue) -> None:
    network = catalogue.network.model_copy(update={"demonstration": False})
    own = replace(catalogue, release=catalogue.release.model_copy(update={"network": network}))

    [message] = answers.welcome(World(own, "it", None, NOON), "Acme").messages

    assert IT not in message.text
