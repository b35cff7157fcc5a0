"""Where a process without a webhook of its own shows /healthz and /metrics."""

import logging
from dataclasses import dataclass

from starlette.applications import Starlette

from bot.config import Settings
from bot.errors import CannotRun
from handlers.application import Face
from handlers.health_pages import pages
from handlers.roles import Role
from handlers.webhook import Webhook, serve

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Page:
    """`asked` tells whether the operator named this port: one of our own choice may be another program's."""

    listen: str
    port: int
    asked: bool

    async def run(self, face: Face) -> None:
        """Show the pages until cancelled. Raises CannotRun where the port that was asked for is not free."""
        try:
            await serve(Starlette(routes=pages(face)), self.listen, self.port, "health")
        except CannotRun as error:
            if self.asked:
                raise
            log.warning("no /healthz and no /metrics here: %s; health.port names another port", error)


def page_of(settings: Settings, hook: Webhook | None, role: Role) -> Page | None:
    """Return where the pages are: as `health` says; while polling where the webhook would be; else nowhere."""
    if settings.health.port:
        return Page(settings.health.listen, settings.health.port, asked=True)
    own = settings.telegram.webhook
    return Page(own.listen, own.port, asked=False) if hook is None and role is Role.ALL else None
