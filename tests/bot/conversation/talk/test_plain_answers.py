"""Under «Com'è andata?» plain words are the button that they mean, and nothing else is."""

import pytest

from bot.conversation.talk.plain_answers import plainly
from tests.cast import CorePhone

SAID = {
    "h-never": (
        "basta chiedermelo",
        "Non me lo chiedere più!",
        "non chiedermelo",
        "non chiedermi più niente",
        "non mi chiedere più, grazie",
        "non farmi più domande",
        "non voglio più domande",
        "smettila di chiedermelo",
        "basta con queste domande",
        "niente domande",
        "don't ask me again",
        "stop asking",
        "no more questions, please",
    ),
    "h-wait": (
        "non l'ho ancora chiamata",
        "no, non li ho ancora sentiti",
        "non sono ancora riuscita a telefonare",
        "I haven't called them yet",
    ),
    "h-yes": ("tutto bene grazie", "Bene!", "sì, è andato tutto bene", "all good, thanks"),
    None: (
        "non so più a chi chiedere",
        "non ho ancora avuto risposta",
        "non ho ancora ricevuto niente",
        "non mi hanno ancora risposto",
        "vorrei chiedere una cosa",
        "ho due domande",
        "non ce la faccio più",
        "non va bene",
        "grazie",
        "",
    ),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_plain_words_are_a_button_and_nothing_else_is(kind: str | None, text: str) -> None:
    assert plainly(text) == kind


async def test_who_was_helped_hears_no_regret_without_a_card(anna: CorePhone) -> None:
    await anna.say("mi hanno aiutato, grazie")
    assert "Che bello" in anna.screen
    assert "Mi dispiace" not in anna.screen
