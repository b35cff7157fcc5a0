"""What getWebhookInfo means: whose webhook it is, what went wrong, what piles up; and nothing secret is shown."""

from datetime import UTC, datetime
from typing import Any

import pytest

from handlers.api.webhook_state import judge, read, shown

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
OURS = "https://bot.example.org/telegram"


def info(url: str = OURS, waiting: Any = 0, error: int | None = None) -> dict[str, Any]:
    """Telegram's answer; `error` is how many seconds ago one was."""
    failed = {"last_error_date": int(NOW.timestamp()) - error, "last_error_message": "502 Bad Gateway"} if error else {}
    return {"url": url, "pending_update_count": waiting} | failed


@pytest.mark.parametrize(
    ("answer", "wanted", "piled", "cause"),
    [
        (info(), OURS, False, None),
        (info(""), None, False, None),
        (info("https://other.example.org/x"), OURS, False, "https://other.example.org/x, not to"),
        (info("https://other.example.org/x"), None, False, "this bot asks for them"),
        (info(""), OURS, False, "somebody deleted it"),
        (info(error=100), OURS, False, "502 Bad Gateway"),
        (info(error=300), OURS, False, None),  # over: nothing waits
        (info(waiting=3, error=300), OURS, False, "3 wait"),
        (info(waiting=3, error=900), OURS, False, None),
        (info("", error=100), None, False, None),  # of a webhook that was: we poll
        (info(waiting=100), OURS, False, None),  # a burst
        (info(waiting=100), OURS, True, "100 updates wait"),
        (info("", waiting=100), None, True, "100 updates wait"),
        (True, None, False, None),
        ({"url": 5, "pending_update_count": "x", "last_error_date": "y"}, None, False, None),
    ],
)
def test_what_telegram_says(answer: Any, wanted: str | None, cause: str | None, *, piled: bool) -> None:
    found = judge(read(answer), wanted, NOW, piled_before=piled)
    assert (found is None) if cause is None else (found and cause in found.cause and found.cure)


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        (OURS, OURS),
        ("https://user:pass@h.example.org:8443/a?token=1#x", "https://h.example.org:8443/a"),
        ("https://h.example.org/123456:AAE-abcdef/in", "https://h.example.org/…/in"),
        ("https://h.example.org/hook/a1b2c3d4e5f6a7b8c9d0", "https://h.example.org/hook/…"),
        ("https://h.example.org:99999/", "an address that cannot be read"),
    ],
)
def test_no_secret_of_an_address_is_shown(url: str, seen: str) -> None:
    assert shown(url) == seen
