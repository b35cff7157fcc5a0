"""Publishing what a coordinator sent or changed: one release, with its audit and its notice, in one transaction."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from bot.catalogue import prices
from bot.catalogue.catalogue import Catalogue, Entry
from bot.coordination import drafts, findings, organization_answers, proposals
from bot.coordination.closing_reports import settle
from bot.coordination.drafts import Draft, Edit
from bot.coordination.folders import NoSources, live_texts
from bot.coordination.job_context import Job, JobContext
from bot.coordination.wording import button, short
from bot.editorial import audit
from bot.editorial.audit import Act, Deed
from bot.editorial.editing import Field, NotEditable, changed, file_of
from bot.editorial.folder.files import files_of
from bot.editorial.publishing import difference_words
from bot.editorial.publishing.difference import compare
from bot.editorial.publishing.publish import Overtaken, Prepared, Rejected, make_live, prepare
from bot.editorial.publishing.release_texts import Texts, texts_of
from bot.insight import wrong

MOST = 5  # changes that are named when a release is live; all of them were read before


class _Unchanged(Exception):
    """A field is already as it should be: pressed twice, or by two coordinators."""


class _Gone(Exception):
    """The draft was dropped, or somebody else has published it."""


def publish(context: JobContext, job: Job) -> None:
    """Publish a draft, or tell its coordinator why not."""
    language = job.language
    try:
        _publish(context, _with_confirmations(context, job))
    except NoSources:
        context.tell(job, findings.said("no-sources", language))
    except NotEditable:
        context.tell(job, findings.said("not-editable", language))
    except Overtaken:
        if job.draft.edit:  # one field: it is made on what is live now
            publish(context, context.job(job.draft, job.now))
            return
        context.tell(job, findings.said("overtaken", language))
    except _Unchanged:
        _say_so(context, job)
    except _Gone:
        return


def _with_confirmations(context: JobContext, job: Job) -> Job:
    """Let one release have all that organizations have confirmed: each keeps a whole catalogue."""
    if job.owner or not job.draft.edit or job.draft.edit.field != proposals.CONFIRMED:
        return job
    with context.store.read() as tx:
        found = proposals.confirmations(tx)
    beside = (one for one in found if one.id != job.draft.proposal and one.edit.service in job.live.entries)
    return replace(job, beside=tuple(beside))


def _say_so(context: JobContext, job: Job) -> None:
    """End an edit that changes nothing: what it says answers the reports that came since, as the first one did."""
    edit, language = job.draft.edit, job.language
    assert edit  # a file with nothing new is told when it is looked at
    with context.store.write() as tx:
        if edit.field == "checked_on":
            wrong.close(tx, edit.service)
        if job.draft.proposal:
            proposals.end(tx, job.draft.proposal, "published", job.now)
    name = job.live.entries[edit.service].service.name.of(language)
    context.tell(job, findings.said("nothing-new", language, name=name))


def _texts(tx: Connection, context: JobContext, job: Job) -> Texts:
    """Return all the files of the release to be. Raises Overtaken where what was shown is no longer true."""
    draft, live = job.draft, job.live.number
    if draft.whole:
        if draft.base != live:
            raise Overtaken(live)
        return draft.files
    texts = live_texts(tx, live, context.knowledge, job.today)
    if draft.edit:
        after = dict(texts)
        for edit in (draft.edit, *(one.edit for one in job.beside)):
            path = file_of(texts, edit.service)
            after[path] = changed(after[path], edit.service, edit.field, edit.value)
        if after == texts:
            raise _Unchanged
        return after
    before = texts if draft.base == live else texts_of(tx, draft.base)
    if any(before.get(path) != texts.get(path) for path in draft.files):
        raise Overtaken(live)
    return texts | draft.files


def _publish(context: JobContext, job: Job) -> None:
    with context.store.read() as tx:
        files = files_of(_texts(tx, context, job))
    known = job.draft.engine if job.draft.base == job.live.number else None
    learn = context.train if known is None else lambda _release: known
    try:
        made = prepare(context.store, files, now=job.now, today=job.today, train=learn)
    except Rejected as rejected:
        context.tell(job, findings.refused(rejected.problems, job.language))
        return
    if made.basis != job.live.number:
        raise Overtaken(made.basis)
    make_live(context.store, made, job.now, also=lambda tx, number: _also(tx, context, job, made, number))


def _also(tx: Connection, context: JobContext, job: Job, made: Prepared, number: int) -> None:
    """Do what goes with a release: the draft goes, the audit knows, reports are answered, the coordinator is told."""
    if not drafts.drop(tx, job.draft.id):
        raise _Gone
    now, language = job.now, job.language
    fresh = Catalogue(number, made.content)
    by = _proposed_by(tx, job)
    audit.note(tx, deeds(job.draft, job.live, fresh), role=job.role, organization=by, release=number, now=now)
    for one in job.beside:
        proposals.end(tx, one.id, "published", now)
        drafts.drop_proposed(tx, one.id)
        deed = _deed(one.edit, job.live, fresh)
        audit.note(tx, [deed], role=None, organization=one.organization, release=number, now=now)
    difference = compare(job.live.release, made.content, job.today)
    settle(tx, difference, fresh)
    edit = job.draft.edit
    more = (button(language, "see", short(edit.service)),) if edit else ()
    lines = difference_words.lines(difference, language, MOST)
    told = findings.live(number, lines, job.live.number, more, language)
    context.say(tx, job, told)
    if job.owner is None and by and edit and edit.field != "checked_on":
        organization_answers.tell_changed(tx, context.keys, edit, job.live, now)


def _proposed_by(tx: Connection, job: Job) -> str | None:
    """Return the organization that proposed a change, which has come true now."""
    found = proposals.find(tx, job.draft.proposal) if job.draft.proposal else None
    if found is None:
        return None
    proposals.end(tx, found.id, "published", job.now)
    return found.organization


def deeds(draft: Draft, old: Catalogue, new: Catalogue) -> list[Deed]:
    """Return what publishing a draft does, for the audit: one line for a file or a field, as it was and as it is."""
    if draft.edit is None:
        return [Deed("publish", path) for path in ([draft.name] if draft.whole else draft.files)]
    return [_deed(draft.edit, old, new)]


def _deed(edit: Edit, old: Catalogue, new: Catalogue) -> Deed:
    before, after = (shown(catalogue.entries[edit.service], edit.field) for catalogue in (old, new))
    return Deed(_act(edit.field, edit.value), edit.service, edit.field, before, after)


def shown(entry: Entry, field: Field) -> str | None:
    """Return a field as people read it in the audit."""
    service = entry.service
    if field == "price":
        return prices.price(service.price, "it")
    if field == "phone":
        return entry.phone
    if field in {"checked_on", "full_until", "silent_since"}:
        day: date | None = getattr(service, field)
        return day.isoformat() if day else None
    return service.hours if field == "hours" else service.suspended


def _act(field: Field, value: object) -> Act:
    if field == "suspended":
        return "resume" if value is None else "suspend"
    return "confirm" if field == "checked_on" else "change"
