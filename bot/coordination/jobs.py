"""What takes too long for an answer: looking at a file, publishing, taking codes in. Done beside the conversation.

A job is a row of `draft`. It ends in one transaction with its notice, so a process that dies in the middle loses
nothing: five minutes later another takes the job.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.coordination import drafts, findings
from bot.coordination.drafts import Draft
from bot.coordination.job_context import JobContext
from bot.errors import WorkDied
from bot.store.open_files import as_trouble_of_the_database, none_left

log = logging.getLogger(__name__)


Elsewhere = Callable[
    [int, datetime, bytes | None], None
]  # does the job of that number; raises what that raises, and WorkDied


@dataclass(frozen=True)
class Jobs:
    """Safe to use from several processes: one job is one process's. `elsewhere` does them where no answer waits."""

    context: JobContext
    elsewhere: Elsewhere | None = None

    def take(self, now: datetime, *, fetches: bool = False) -> Draft | None:
        """Take a job, if there is one; who `fetches` also gets those whose file waits behind a `handle`."""
        with self.context.store.read() as tx:
            if drafts.first(tx, now, fetches=fetches) is None:
                return None
        with self.context.store.write() as tx:
            return drafts.take(tx, now, fetches=fetches)

    def do(self, draft: Draft, now: datetime, content: bytes | None = None) -> None:
        """Do a job; `content` is the file that was fetched. The coordinator is told, also of what goes wrong here."""
        try:
            with as_trouble_of_the_database():
                (self.elsewhere or self.do_numbered)(draft.id, now, content)
        except Exception as error:  # whatever a file can do to us, its sender is told and the next is looked at
            if none_left(error):
                raise  # taken again, as after a crash
            log.error("a job failed: %s", type(error).__name__)  # noqa: TRY400 - a traceback holds words of the file
            job = self.context.job(draft, now)
            phrase = "job-died" if isinstance(error, WorkDied) else "job-failed"
            self.context.tell(job, findings.said(phrase, job.language))

    def do_numbered(self, number: int, now: datetime, content: bytes | None) -> None:
        """Do a job that was taken, perhaps by another process. Raises whatever it meets, for that one to tell."""
        with self.context.store.read() as tx:
            draft = drafts.find(tx, number)
        if draft:
            self._do(draft, now, content)

    def _do(self, draft: Draft, now: datetime, content: bytes | None) -> None:
        from bot.coordination import code_sheets  # noqa: PLC0415 - as below
        from bot.coordination.examining import examine  # noqa: PLC0415 - they bring all of the checker
        from bot.coordination.kits import send_kit  # noqa: PLC0415
        from bot.coordination.publishing import publish  # noqa: PLC0415
        from bot.coordination.service_tables import examine_table, is_table  # noqa: PLC0415

        job = self.context.job(draft, now)
        if job.owner and job.owner.revoked:
            self.context.close(draft)
            return
        if draft.stage == "publishing":
            publish(self.context, job)
        elif draft.stage == "kit":
            send_kit(self.context, job)
        elif draft.stage in {"codes", "table"}:
            data = code_sheets.opened(self.context, job, content)
            if draft.stage == "table" or is_table(draft.name, data):
                examine_table(self.context, job, data)
            else:
                code_sheets.examine(self.context, job, data)
        elif draft.stage == "codes-in":
            code_sheets.come_in(self.context, job)
        else:
            examine(self.context, job, content if draft.content is None else draft.content)

    def work_off(self, now: datetime) -> None:
        """Do all the jobs that need nothing fetched; for faces that have nothing else to do meanwhile."""
        while draft := self.take(now):
            self.do(draft, now)

    def unfetched(self, draft: Draft, now: datetime) -> None:
        """Say that the file could not be fetched."""
        job = self.context.job(draft, now)
        self.context.tell(job, findings.said("not-fetched", job.language))
