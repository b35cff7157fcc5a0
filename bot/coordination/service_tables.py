"""A coordinator sends a table of services: what is certain in it is looked at as a sent file is, the rest is told."""

from collections.abc import Mapping

from bot.catalogue import releases
from bot.coordination import findings
from bot.coordination.examining import judge
from bot.coordination.folders import NoSources, Sent, live_texts
from bot.coordination.job_context import Job, JobContext
from bot.editorial.folder.files import files_of
from bot.editorial.spreadsheets import any_table, ours
from bot.editorial.spreadsheets.importing import folder_of
from bot.editorial.spreadsheets.outcome import Outcome
from bot.editorial.spreadsheets.proposing import proposer
from bot.editorial.spreadsheets.wording import notes, say
from bot.vouchers.code_files import read
from bot.vouchers.sheets import Sheet, Unreadable
from bot.vouchers.wording import unreadable

LARGEST = 3_000_000  # bytes of a table of services that is known without being told


def is_table(name: str, content: bytes) -> bool:
    """Tell whether a file that came for codes is plainly a table of services; very many rows are codes."""
    if len(content) > LARGEST:
        return False
    try:
        sheets = read(name, content)
    except Unreadable:
        return False
    return bool(ours.known(sheets)) or any_table.is_plain(sheets)


def examine_table(context: JobContext, job: Job, content: bytes) -> None:
    """Tell the coordinator what a table would change; what is certain waits for their decision."""
    language, name = job.language, job.draft.name
    try:
        sheets = read(name, content)
        with context.store.read() as tx:
            texts = live_texts(tx, job.live.number, context.knowledge, job.today)
        found = _taken(context, job, sheets, texts)
        if not found.texts and notes(found, language):
            context.tell(job, findings.nothing_taken(name, notes(found, language), language))
            return
        sent = Sent(files_of({**texts, **found.texts}), tuple(found.texts) or (name,))
        judge(context, job, sent, texts, notes(found, language))
    except Unreadable as error:
        context.tell(job, findings.listed(f"{name}: {unreadable(error, language)}", language))
    except any_table.NoTable:
        context.tell(job, findings.listed(say("no-table", language, file=name), language))
    except NoSources:
        context.tell(job, findings.said("no-sources", language))


def _taken(context: JobContext, job: Job, sheets: list[Sheet], texts: Mapping[str, str]) -> Outcome:
    folder, language = folder_of(files_of(texts), sheets), job.language
    if ours.known(sheets):
        return any_table.take(folder, sheets, language, any_table.Asking())
    with context.store.read() as tx:
        reader = context.load_reader(releases.engine_of(tx, job.live.number))
    known = frozenset(need.id for area in job.live.release.areas for need in area.types)
    return any_table.take(folder, sheets, language, any_table.Asking(proposer(reader, known)))
