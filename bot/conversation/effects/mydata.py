"""`/imieidati`: all that is kept of a person, as a file that they can read (articles 15 and 20 of the GDPR)."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.catalogue.local_time import shown
from bot.conversation.effects.own_rows import SHOWN
from bot.conversation.effects.own_rows_words import ALSO, NOT_KEPT, named
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Attachment, Choice, Message, Reply
from bot.people.register import of_people


def send(visit: Visit, _name: str = "") -> Step:
    """Answer with the file, or with the news that there is nothing in any table."""
    words = visit.world.words
    choices = (Choice("forget", words.label("forget-button")), Choice("another", words.label("another-need")))
    found = {name: value for name, value in _all(visit).items() if value}
    if not found:
        return visit.state, Reply((Message(words.say("mydata-none"), choices=choices[1:]),))
    content = json.dumps(_about(visit, found), ensure_ascii=False, indent=2) + "\n"
    file = Attachment(words.label("mydata-file") + ".json", "application/json", content.encode())
    return visit.state, Reply((Message(words.say("mydata"), choices=choices, attachment=file),))


def _all(visit: Visit) -> dict[str, Any]:
    """Go through the register; whatever table has rows of this person says them in words."""
    found: dict[str, Any] = {}
    for kept in of_people():
        rows = visit.tx.execute(select(kept.table).where(kept.of(visit.tx, visit.whose))).all()
        found |= SHOWN[kept.table.name](visit, rows)
    return found


def _about(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    about, language = visit.world.catalogue.network.privacy, visit.world.language
    values = {"made": _moment(visit, visit.now), "controller": f"{about.controller}, {about.email}"}
    rest = {"also": list(ALSO[language == "en"]), "not kept": list(NOT_KEPT[language == "en"])}
    return named(values | found | rest, language)


def _moment(visit: Visit, moment: datetime) -> str:
    return shown(moment, visit.world.catalogue.network.timezone)
