"""Looking at a file that a coordinator sent: what is wrong with it, or what it would change."""

from bot.catalogue import releases
from bot.conversation import notices
from bot.conversation.messages import Message
from bot.coordination import drafts, findings
from bot.coordination.folders import ZIP, Folder, NoSources, live_texts, with_sent
from bot.coordination.job_context import Job, JobContext
from bot.editorial import publish
from bot.editorial.archive import BadArchive
from bot.editorial.preview import preview
from bot.editorial.publish import Rejected, prepare
from bot.editorial.release_texts import Texts
from bot.editorial.wording import message as worded


def examine(context: JobContext, job: Job, content: bytes | None) -> None:
    """Tell the coordinator what a file is worth; a good one waits for their decision."""
    language, data = job.owner.language, content or b""
    try:
        texts = _texts(context, job, whole=data.startswith(ZIP))
        with with_sent(job.draft.name, data, texts) as folder:
            _judge(context, job, folder, texts)
    except NoSources:
        context.tell(job, findings.said("no-sources", language))
    except BadArchive as error:
        context.tell(job, findings.said("bad-archive", language, why=worded(error.problem, language)))


def _texts(context: JobContext, job: Job, *, whole: bool) -> Texts:
    """Return the live files; who sends a zip sends them all, and may do without."""
    try:
        with context.store.read() as tx:
            return live_texts(tx, job.live.number, context.knowledge, job.today)
    except NoSources:
        if whole:
            return {}
        raise


def _judge(context: JobContext, job: Job, folder: Folder, texts: Texts) -> None:
    try:
        made = prepare(context.store, folder.path, now=job.now, today=job.today, train=context.train, attempt=False)
    except Rejected as rejected:
        context.tell(job, findings.refused(rejected.problems, folder, job.owner.language))
        return
    if made.texts == texts:
        context.tell(job, findings.said("nothing-new", job.owner.language, name=job.draft.name))
        return
    offer = _offer(context, job, folder, made)
    files = made.texts if folder.whole else {path: made.texts[path] for path in folder.touched}
    with context.store.write() as tx:
        if drafts.find(tx, job.draft.id) is None or job.owner.chat is None:
            return
        drafts.examined(
            tx, job.draft.id, files, whole=folder.whole, base=made.basis or job.live.number, engine=made.engine
        )
        notices.tell(tx, context.keys, job.owner.chat, offer, job.now)


def _offer(context: JobContext, job: Job, folder: Folder, made: publish.Prepared) -> Message:
    """Return the difference in words, the golden questions, and what could be better in the files that were sent."""
    language = job.owner.language
    with context.store.read() as tx:
        lines = preview(tx, made, context.load_reader, job.today).lines(language)
        back = releases.before(tx, job.live.number)
    mine = {f"{folder.path}/{path}" for path in folder.touched}
    warnings = [folder.line(one, language) for one in made.problems if folder.whole or one.position.file in mine]
    return findings.offered(job.draft.id, lines, warnings, back, language)
