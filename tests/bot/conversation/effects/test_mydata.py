"""`/imieidati`: everything that is kept of a person, in a file; of a guest, nothing."""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from bot.assembly import House
from bot.conversation.effects import consent
from bot.conversation.messages import Attachment, Chose
from bot.store.tables import metadata
from tests.cast import CorePhone

GENERAL = {"teniamo anche", "cosa non teniamo"}


def file_of(phone: CorePhone) -> Attachment:
    (found,) = [message.attachment for message in phone.messages if message.attachment]
    return found


async def ask(phone: CorePhone, command: str = "/imieidati") -> dict[str, Any]:
    await phone.say(command)
    content: dict[str, Any] = json.loads(file_of(phone).content)
    return content


async def test_a_member_gets_all_that_is_kept_in_words(anna: CorePhone) -> None:
    await anna.say("pulsante salvavita per mio padre anziano che abita da solo a Soliera")
    await anna.press("Il mio sconto")
    kept = await ask(anna)
    (membership,) = kept["iscrizioni"]
    assert membership["azienda"] == "Biomed Padana"
    assert membership["lingua"] == "Italiano"
    assert membership["testo a cui hai detto sì"] == consent.version("Welfare a km zero, Carpi")
    assert membership["dal"] == "2026-11-24"
    (taken,) = kept["sconti presi"]
    assert (taken["servizio"], taken["codice"][:5]) == ("Casa Sicura", "GIRA-")
    assert "Telesoccorso" in kept["conversazione (24 ore)"]["bisogni che il bot immagina"][0]
    assert kept["conversazione (24 ore)"]["paese"] == "Soliera"
    assert "le parole che scrivi" in kept["cosa non teniamo"]
    assert file_of(anna).name == "i-miei-dati.json"


async def test_the_file_holds_no_typed_word_and_every_mark_that_the_database_has(house: House, anna: CorePhone) -> None:
    await anna.say("zanzibarino mio padre anziano è solo, pulsante salvavita")
    await anna.press("Il mio sconto")
    await ask(anna)
    content = file_of(anna).content.decode()
    assert "zanzibarino" not in content
    with house.store.read() as tx:
        for name in ("person", "voucher"):
            row = tx.execute(select(metadata.tables[name])).mappings().one()
            for column in set(row) & {"company", "consent", "code", "offer"}:
                assert str(row[column]) in content or column == "company"


async def test_of_a_guest_there_is_nothing(elena: CorePhone) -> None:
    await elena.say("cerco un dentista")
    await elena.say("/imieidati")
    assert "Di te non teniamo niente" in elena.screen
    assert not [message for message in elena.messages if message.attachment]


async def test_it_speaks_english_too(anna: CorePhone) -> None:
    anna.send(Chose("language:en"))
    kept = await ask(anna, "/mydata")
    assert kept["memberships"][0]["company"] == "Biomed Padana"
    assert file_of(anna).name == "my-data.json"


async def test_who_has_not_answered_yet_sees_that_the_link_waits(house: House, invite: Callable[[str], str]) -> None:
    bruno = CorePhone(house, "bruno")
    await bruno.start(invite("ceramiche-secchia"))
    kept = await ask(bruno)
    assert "iscrizioni" not in kept
    assert kept["conversazione (24 ore)"]["aspetta il tuo sì o no per"] == "Ceramiche Secchia"


async def test_after_taking_consent_back_the_codes_are_still_in_the_file_and_after_forgetting_nothing(
    anna: CorePhone,
) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    anna.send(Chose("consent:withdraw"))
    kept = await ask(anna)
    assert "finita il" in kept["iscrizioni"][0]
    assert len(kept["sconti presi"]) == 1
    anna.send(Chose("forget:yes"))
    left = await ask(anna)
    assert [each["sconto"] for each in left["sconti presi prima, senza più di te"]] == ["casa-sicura-rete"]
    assert set(left) == {"fatto il", "chi risponde dei dati", "sconti presi prima, senza più di te"} | GENERAL
