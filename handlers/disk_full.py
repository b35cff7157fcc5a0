"""When the disk is full nothing can be kept, so the person is told at once, past the boxes, best effort."""

import logging
from typing import Any

from sqlalchemy.exc import OperationalError, SQLAlchemyError
from telegram.error import TelegramError

from bot.catalogue.text import LANGUAGES, Language
from bot.conversation.phrasebook import phrases
from handlers.answering import private_chat
from handlers.api.bot_client import BotClient
from handlers.logs import Seldom
from handlers.noted import Noted

SIGNS = ("is full", "no space left", "disk full")  # how SQLite and PostgreSQL say it
CURE = "make room: until then people are told to wait, and what they send is kept by Telegram or in the inbox"
ONCE = 600.0  # seconds in which one chat is told once

log = logging.getLogger(__name__)


def is_full(error: SQLAlchemyError) -> bool:
    """Tell whether the database refused because there is no room."""
    return isinstance(error, OperationalError) and any(sign in str(error.orig).lower() for sign in SIGNS)


class DiskFullReply:
    """Tells people that there is no room for their words now; what they sent waits at Telegram or in the inbox."""

    def __init__(self, client: BotClient, noted: Noted) -> None:
        self._client, self._noted = client, noted
        self._seldom = Seldom(ONCE)

    async def tell(self, updates: list[dict[str, Any]]) -> None:
        """Say it in the chats of raw updates, once in ten minutes each."""
        self._noted.wrong("disk", "the database says that its disk is full", CURE, "full")
        log.error("the disk is full: no message can be answered until there is room")
        for body in updates:
            chat = private_chat(body)
            if chat and self._seldom.due(chat):
                await self._say(chat, language_of(body))

    def over(self) -> None:
        """Say that something could be written."""
        self._noted.well("disk", "full")

    async def _say(self, chat: str, language: Language) -> None:
        text = str(phrases(language).say("full"))
        try:
            await self._client.call("sendMessage", {"chat_id": int(chat), "text": text, "parse_mode": "HTML"})
        except TelegramError as error:
            log.warning("nor can it be said: %s", type(error).__name__)


def language_of(body: dict[str, Any]) -> Language:
    """Return the language of the phone that sent a raw update, where it is one of ours."""
    part = body.get("callback_query") or body.get("message")
    sender = part.get("from") if isinstance(part, dict) else None
    code = sender.get("language_code") if isinstance(sender, dict) else None
    spoken = code.partition("-")[0].lower() if isinstance(code, str) else ""
    return next((language for language in LANGUAGES if language == spoken), "it")
