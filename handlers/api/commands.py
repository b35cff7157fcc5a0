"""What Telegram shows before the first word: the menu of commands and who the bot is, in both languages."""

import logging
from typing import Any

from telegram.error import TelegramError

from handlers.api.bot_client import BotClient

log = logging.getLogger(__name__)

# Language code -> the command and what it does. "" is for every language that has no list of its own.
COMMANDS = {
    "": {
        "start": "Si comincia da qui",
        "codici": "I tuoi sconti",
        "privacy": "Cosa teniamo e cosa no",
        "imieidati": "Tutto quello che teniamo di te",
        "dimenticami": "Cancella tutto quello che sappiamo di te",
        "lingua": "Italiano o inglese",
        "aiuto": "Cosa puoi chiedermi",
    },
    "en": {
        "start": "Begin here",
        "codes": "Your discounts",
        "privacy": "What we keep and what we do not",
        "mydata": "All that we keep about you",
        "forgetme": "Delete all that we know about you",
        "language": "Italian or English",
        "help": "What you can ask me",
    },
}
DESCRIPTION = {
    "": (
        "Dimmi cosa ti serve, come lo diresti a un collega: un nido, una mano con i genitori anziani, una pratica. "
        "Trovo il servizio vicino a te, ti dico cosa succede se chiami e ti do lo sconto.\n\n"
        "La tua azienda non vede niente di quello che scrivi."
    ),
    "en": (
        "Tell me what you need, as you would tell a colleague: a nursery, a hand with elderly parents, some paperwork. "
        "I find the service near you, tell you what happens if you call, and give you the discount.\n\n"
        "Your company sees nothing of what you write."
    ),
}
SHORT_DESCRIPTION = {
    "": (
        "Servizi vicini, con lo sconto per chi lavora nella tua azienda. "
        "L'azienda non vede niente di quello che scrivi."
    ),
    "en": "Services near you, with your company's discount. It sees nothing of what you write.",
}


def introductions() -> list[tuple[str, dict[str, Any]]]:
    """Return the calls (method, parameters) that set all of it."""
    calls: list[tuple[str, dict[str, Any]]] = []
    for language, commands in COMMANDS.items():
        code = {"language_code": language} if language else {}
        listed = [{"command": command, "description": description} for command, description in commands.items()]
        calls += [
            ("setMyCommands", {"commands": listed, **code}),
            ("setMyDescription", {"description": DESCRIPTION[language], **code}),
            ("setMyShortDescription", {"short_description": SHORT_DESCRIPTION[language], **code}),
        ]
    return calls


async def introduce(client: BotClient) -> None:
    """Set it all; what fails is a line in the log, the bot answers all the same."""
    for method, body in introductions():
        try:
            await client.call(method, body)
        except TelegramError as error:
            log.warning("%s: %s", method, type(error).__name__)
