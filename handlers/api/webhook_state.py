"""What Telegram says of how updates come to us (`getWebhookInfo`): whose webhook it is, its errors, what piles up."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from bot.health.trouble import moment
from handlers.logs import hide

PILE = 100  # updates that wait with Telegram; a burst is gone at the second look
RECENT = timedelta(minutes=2)  # an error of the webhook; while updates wait also an older one
NOT_OVER = timedelta(minutes=10)
LONG = 20  # signs of a part of an address that may be a secret

SET_ANEW = "stop what set it, then restart `kmzero run --take-over` here"
LOOK_AT_THE_WAY = (
    "try the address from outside: name, certificate, the web server in front and its path; the log of "
    "`kmzero run` says what reached it"
)


class Wrong(NamedTuple):
    cause: str
    cure: str


@dataclass(frozen=True)
class WebhookState:
    """getWebhookInfo, as far as it can be read."""

    url: str = ""
    waiting: int = 0
    failed_at: datetime | None = None
    failure: str = ""


def read(info: Any) -> WebhookState:
    """Read an answer of any shape."""
    found = info if isinstance(info, dict) else {}
    url, waiting, at = found.get("url"), found.get("pending_update_count"), found.get("last_error_date")
    failure = " ".join(hide(str(found.get("last_error_message") or "")).split())[:200]
    return WebhookState(
        url if isinstance(url, str) else "",
        waiting if isinstance(waiting, int) else 0,
        datetime.fromtimestamp(at, UTC) if isinstance(at, int) and 0 < at < 2**33 else None,
        failure or "no reason",
    )


def judge(state: WebhookState, wanted: str | None, now: datetime, *, piled_before: bool) -> Wrong | None:
    """Say what is wrong with the way of updates; `wanted` is our address, None where we poll."""
    if state.url != (wanted or ""):
        return _not_ours(state.url, wanted)
    if state.failed_at and wanted:
        age = now - state.failed_at
        if age < RECENT or (state.waiting and age < NOT_OVER):
            said = f"Telegram could not bring updates at {moment(state.failed_at)}: {state.failure}"
            return Wrong(f"{said} ({state.waiting} wait)", LOOK_AT_THE_WAY)
    if state.waiting >= PILE and piled_before:
        return Wrong(f"{state.waiting} updates wait with Telegram and do not come in", LOOK_AT_THE_WAY)
    return None


def _not_ours(url: str, wanted: str | None) -> Wrong:
    if wanted is None:
        return Wrong(f"Telegram brings updates to {shown(url)}, and this bot asks for them", SET_ANEW)
    if not url:
        cause = "Telegram has no webhook any more: somebody deleted it; it is set anew"
        return Wrong(cause, "see that no other `kmzero run` with this token polls")
    return Wrong(f"Telegram brings updates to {shown(url)}, not to {shown(wanted)}", SET_ANEW)


def piles(state: WebhookState) -> bool:
    """Tell whether much waits with Telegram."""
    return state.waiting >= PILE


def shown(url: str) -> str:
    """Return an address without what may be secret in it: the account, long parts of the path, what is asked for."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "?") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return "an address that cannot be read"
    return f"{parts.scheme}://{host}{shown_path(parts.path)}"


def shown_path(path: str) -> str:
    """Return a path without the parts that may be secret."""
    return "/".join("…" if len(part) >= LONG or ":" in part else part for part in path.split("/"))
