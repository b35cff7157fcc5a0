"""Where a process without a webhook of its own shows /healthz and /metrics, and the pages of the web face."""

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
    """`asked` tells whether the operator named this port: one of our own choice may be another program's.

    `setting` is what names it, `web` whether the pages of the web face are here too.
    """

    listen: str
    port: int
    asked: bool
    setting: str = "health"
    web: bool = False

    async def run(self, face: Face) -> None:
        """Show the pages until cancelled. Raises CannotRun where the port that was asked for is not free."""
        try:
            routes = [*pages(face), *(face.web_pages if self.web else ())]
            await serve(Starlette(routes=routes), self.listen, self.port, self.setting)
        except CannotRun as error:
            if self.asked:
                raise
            log.warning("no /healthz and no /metrics here: %s; health.port names another port", error)


def pages_of(settings: Settings, hook: Webhook | None, role: Role) -> tuple[Page, ...]:
    """Return where the pages are, beside no webhook: as `health` says; while polling where the webhook would be."""
    own, found = settings.telegram.webhook, []
    if settings.health.port:
        found.append(Page(settings.health.listen, settings.health.port, asked=True))
    if hook is None and role is Role.ALL and (settings.web.url or not found):
        web = settings.web.url is not None
        found.append(Page(own.listen, own.port, asked=web, setting="telegram.webhook" if web else "health", web=web))
    return tuple(found)
