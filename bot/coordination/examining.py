"""Looking at a file that a coordinator sent: what is wrong with it, or what it would change."""

from collections.abc import Sequence

from bot.catalogue import releases
from bot.conversation.messages import Message
from bot.coordination import drafts, findings
from bot.coordination.folders import NoSources, Sent, is_zip, live_texts, with_sent
from bot.coordination.job_context import Job, JobContext
from bot.editorial.folder.archive import BadArchive
from bot.editorial.publishing import publish
from bot.editorial.publishing.preview import preview
from bot.editorial.publishing.publish import Rejected, prepare
from bot.editorial.publishing.release_texts import Texts
from bot.editorial.wording import line
from bot.editorial.wording import message as worded

UNREAD = "unknown-file"  # the rule that names files that nobody reads


def examine(context: JobContext, job: Job, content: bytes | None) -> None:
    """Tell the coordinator what a file is worth; a good one waits for their decision."""
    language, data = job.language, content or b""
    try:
        texts = _texts(context, job, zipped=is_zip(job.draft.name, data))
        judge(context, job, with_sent(job.draft.name, data, texts), texts)
    except NoSources:
        context.tell(job, findings.said("no-sources", language))
    except BadArchive as error:
        context.tell(job, findings.said("bad-archive", language, why=worded(error.problem, language)))


def _texts(context: JobContext, job: Job, *, zipped: bool) -> Texts:
    """Return the live files; who sends a zip may send them all, and do without."""
    try:
        with context.store.read() as tx:
            return live_texts(tx, job.live.number, context.knowledge, job.today)
    except NoSources:
        if zipped:
            return {}
        raise


def judge(context: JobContext, job: Job, sent: Sent, texts: Texts, notes: Sequence[str] = ()) -> None:
    """Tell the coordinator what a folder with what was sent is worth; `notes` are what is said of the file beside."""
    try:
        made = prepare(context.store, sent.files, now=job.now, today=job.today, train=context.train, attempt=False)
    except Rejected as rejected:
        context.tell(job, findings.refused(rejected.problems, job.language))
        return
    if made.texts == texts:
        unread = [line(one, job.language) for one in made.problems if one.rule == UNREAD]
        context.tell(job, findings.nothing_new(job.draft.name, [*notes, *unread], job.language))
        return
    offer = _offer(context, job, sent, made, notes)
    files = {path: made.texts[path] for path in sent.paths or made.texts}
    with context.store.write() as tx:
        if drafts.find(tx, job.draft.id) is None or job.chat is None:
            return
        base = made.basis or job.live.number
        drafts.examined(tx, job.draft.id, files, whole=sent.whole, base=base, engine=made.engine)
        context.say(tx, job, offer)


def _offer(context: JobContext, job: Job, sent: Sent, made: publish.Prepared, notes: Sequence[str]) -> Message:
    """Return the difference in words, the golden questions, and what could be better in the files that were sent."""
    language = job.language
    with context.store.read() as tx:
        seen = preview(tx, made, context.load_reader, job.today)
        back = releases.before(tx, job.live.number)
    told = (one for one in made.problems if sent.whole or one.rule == UNREAD or one.position.file in sent.paths)
    warnings = [*notes, *(line(one, language) for one in told)]
    some = len(sent.paths) if sent.zipped else 0
    return findings.offered(job.draft.id, seen, warnings, back, language, some=some)
