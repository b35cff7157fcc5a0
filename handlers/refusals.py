"""What reaches the webhook and is no update of Telegram's: counted, and told once a minute with its likely cause.

It makes nobody unhealthy: strangers can do it too. What Telegram itself could not bring is in its own errors.
"""

import hmac
import logging

from starlette.requests import Request
from starlette.responses import Response

from handlers.api.webhook_state import shown_path
from handlers.logs import Seldom
from handlers.metrics import Metrics, Refusal

HEADER = "x-telegram-bot-api-secret-token"
ONCE = 60.0  # seconds in which one kind is told once
LONGEST = 80  # signs of a path that are told

log = logging.getLogger(__name__)


class Refusals:
    """One for each webhook, which is at `path`."""

    def __init__(self, metrics: Metrics, path: str, secret: str) -> None:
        self._metrics, self._path, self._secret = metrics, shown_path(path), secret
        self._seldom = Seldom(ONCE)

    def knows(self, request: Request) -> bool:
        """Tell whether a request says the secret."""
        return hmac.compare_digest(request.headers.get(HEADER, "").encode(), self._secret.encode())

    def secret(self, request: Request) -> Response:
        """Refuse a request without our secret."""
        cause = "it says another secret: telegram.webhook.secret of another process, or a stranger"
        if not request.headers.get(HEADER):
            cause = "it says no secret: a stranger, or the web server in front does not pass the header on"
        return self._refuse("secret", 401, cause)

    def body(self, status: int, cause: str) -> Response:
        """Refuse a request whose body cannot be taken in."""
        return self._refuse("body", status, cause)

    def path(self, request: Request) -> Response:
        """Refuse a request to another path than the webhook's."""
        there = shown_path(request.url.path)[:LONGEST]
        cause = f"it reached {there} but the webhook is {self._path}: a stranger"
        if self.knows(request):  # Telegram brought it
            cause = f"it reached {there} but the webhook is {self._path}: the path of the web server in front"
        return self._refuse("path", 404, cause)

    def _refuse(self, why: Refusal, status: int, cause: str) -> Response:
        self._metrics.refused(why)
        if self._seldom.due(why):
            log.warning("a request to the webhook is refused (%s): %s", why, cause)
        return Response(status_code=status)
