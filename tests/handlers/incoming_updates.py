"""Updates as Telegram sends them, as raw JSON."""

from typing import Any

DATE = 1_795_000_000
ANNA = 1001


def private(chat: int = ANNA) -> dict[str, Any]:
    return {"id": chat, "type": "private", "first_name": "Anna"}


def person(language: str | None = None, user: int = ANNA) -> dict[str, Any]:
    known = {"id": user, "is_bot": False, "first_name": "Anna"}
    return {**known, "language_code": language} if language else known


def message(number: int, /, user: Any = ANNA, **content: Any) -> dict[str, Any]:
    """Return an update with a message in a private chat; `content` overrides any field."""
    body = {"message_id": number, "date": DATE, "chat": private(user), "from": person(user=user), **content}
    return {"update_id": number, "message": body}


def text(number: int, said: str, user: int = ANNA) -> dict[str, Any]:
    return message(number, user, text=said)


def inline(number: int, query: Any, user: int = ANNA) -> dict[str, Any]:
    asked = {"id": str(number), "from": person(user=user), "query": query, "offset": ""}
    return {"update_id": number, "inline_query": asked}


def press(number: int, data: str, user: int = ANNA, **more: Any) -> dict[str, Any]:
    place = {"message_id": number, "date": DATE, "chat": private(user), "text": "…"}
    query = {"id": str(number), "from": person(user=user), "chat_instance": "1", "message": place, "data": data, **more}
    return {"update_id": number, "callback_query": query}
