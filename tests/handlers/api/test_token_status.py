"""Whether Telegram takes the token: one cause, whatever calls are refused, and none when they go through again."""

from telegram.error import InvalidToken

from handlers.api.token_status import TokenStatus
from handlers.noted import Noted


def test_methods_that_are_refused_in_turn_are_one_cause() -> None:
    noted, changes = Noted(), 0
    status = TokenStatus(noted)
    for method in ("sendMessage", "getUpdates") * 5:
        status.refused(method, InvalidToken("Unauthorized"))
        changes += noted.changed.is_set()
        noted.changed.clear()
    assert changes == 2
    assert noted.all()[0].detail.startswith("Telegram refuses the token: getUpdates, sendMessage: Unauthorized")
    for method in ("sendMessage", "getUpdates"):
        status.taken(method)
    assert not noted.all()
