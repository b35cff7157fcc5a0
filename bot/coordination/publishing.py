"""Publishing what a coordinator sent or changed: one release, with its audit and its notice, in one transaction."""

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.conversation import notices
from bot.coordination import drafts, findings
from bot.coordination.acts import deeds
from bot.coordination.folders import Folder, NoSources, live_texts, opened
from bot.coordination.settling import settle
from bot.coordination.wording import button, short
from bot.coordination.workshop import Job, Workshop
from bot.editorial import audit, telling
from bot.editorial.difference import compare
from bot.editorial.editing import NotEditable, changed, file_of
from bot.editorial.publish import Draft, Overtaken, Rejected, make_live, prepare
from bot.editorial.sources import Texts, texts_of

MOST = 5  # changes that are named when a release is live; all of them were read before


class _Gone(Exception):
    """The draft was dropped, or somebody else has published it."""


def publish(shop: Workshop, job: Job) -> None:
    """Publish a draft, or tell its coordinator why not."""
    language = job.owner.language
    try:
        _try(shop, job)
    except NoSources:
        shop.tell(job, findings.said("no-sources", language))
    except NotEditable:
        shop.tell(job, findings.said("not-editable", language))
    except Overtaken:
        if job.draft.edit:  # one field: it is made on what is live now
            publish(shop, shop.job(job.draft, job.now))
            return
        shop.tell(job, findings.said("overtaken", language))
    except _Gone:
        return


def _try(shop: Workshop, job: Job) -> None:
    with shop.store.read() as tx:
        files = _files(tx, shop, job)
    with opened(files) as folder:
        _publish(shop, job, folder)


def _files(tx: Connection, shop: Workshop, job: Job) -> Texts:
    """Return all the files of the release to be. Raises Overtaken where what was shown is no longer true."""
    draft, live = job.draft, job.live.number
    if draft.whole:
        if draft.base != live:
            raise Overtaken(live)
        return draft.files
    texts = live_texts(tx, live, shop.knowledge, job.today)
    if draft.edit:
        path = file_of(texts, draft.edit.service)
        return texts | {path: changed(texts[path], draft.edit.service, draft.edit.field, draft.edit.value)}
    before = texts if draft.base == live else texts_of(tx, draft.base)
    if any(before.get(path) != texts.get(path) for path in draft.files):
        raise Overtaken(live)
    return texts | draft.files


def _publish(shop: Workshop, job: Job, folder: Folder) -> None:
    known = job.draft.engine if job.draft.base == job.live.number else None
    learn = shop.train if known is None else lambda _release: known
    try:
        made = prepare(shop.store, folder.path, now=job.now, today=job.today, train=learn)
    except Rejected as rejected:
        shop.tell(job, findings.refused(rejected.problems, folder, job.owner.language))
        return
    if made.basis != job.live.number:
        raise Overtaken(made.basis)
    make_live(shop.store, made, job.now, also=lambda tx, number: _also(tx, shop, job, made, number))


def _also(tx: Connection, shop: Workshop, job: Job, made: Draft, number: int) -> None:
    """Do what goes with a release: the draft goes, the audit knows, reports are answered, the coordinator is told."""
    if not drafts.drop(tx, job.draft.id):
        raise _Gone
    now, language = job.now, job.owner.language
    fresh = Catalogue(number, made.content)
    audit.note(tx, deeds(job.draft, job.live, fresh), role=job.owner.number, release=number, now=now)
    difference = compare(job.live.release, made.content, job.today)
    settle(tx, difference, fresh)
    edit = job.draft.edit
    more = (button(language, "see", short(edit.service)),) if edit else ()
    lines = telling.lines(difference, language, MOST)
    told = findings.live(number, lines, job.live.number, more, language)
    if job.owner.chat:
        notices.tell(tx, shop.keys, job.owner.chat, told, now)
