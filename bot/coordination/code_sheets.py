"""A coordinator sends a spreadsheet: of codes for which offer, what is in it, a yes, and a way to take it back.

The codes lie in the draft, sealed, from the look at the file until the answer, and never longer than a draft lasts.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.model import Offer
from bot.conversation.messages import Choice, Message, Reply, Sent
from bot.coordination import drafts, findings
from bot.coordination.job_context import Job, JobContext
from bot.coordination.request import Request
from bot.coordination.wording import PREFIX, button, number_of, short
from bot.editorial import pools
from bot.vouchers import imports, wording
from bot.vouchers.finding import Understood, understood
from bot.vouchers.headings import plain
from bot.vouchers.imports import CameIn
from bot.vouchers.sheets import Unreadable

KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
LONGEST_LABEL = 60
MOST_COLUMNS = 6  # that have a button


def is_one(name: str) -> bool:
    """Tell whether a file may have codes, by its name; a catalogue's file under a wrong ending has none."""
    path = PurePosixPath(name.lower())
    return path.suffix in KINDS and not {".yaml", ".yml"} & set(path.suffixes)


def take_in(file: Sent, request: Request) -> Reply:
    """Keep the file, sealed, and ask for which offer it is, where neither its name nor the words under it say so."""
    offers = list(request.catalogue.pools.values())
    sealed = request.keys.seal(b64encode(file.content).decode()).encode() if file.content is not None else None
    sent = file.name, sealed, file.handle, request.now
    number = drafts.send_codes(request.tx, request.me.number, request.catalogue.number, *sent, web=request.web)
    if not offers:
        return _look_for_services(number, file.name, request)
    named = [one for one in offers if _names(f"{file.words} {PurePosixPath(file.name).stem}", one.id)]
    if len(named) == 1 or len(offers) == 1:
        return _look(number, (named or offers)[0], file.name, request)
    table = button(request.language, "table", number)
    choices = (table, *(_for(number, one, request) for one in named or offers))
    lines = [request.words.say("codes-which", name=file.name)]
    if file.name.lower().endswith(".txt"):
        lines.append(request.words.say("codes-which-text"))
    return Reply((Message(Markup("\n").join(lines), choices=choices),))


def choose(name: str, request: Request) -> Reply | None:
    """Take the offer, and perhaps the column, that a button names; None where the draft or the offer is gone."""
    which, of, column, *_ = (*name.split(":"), "", "")
    offer = next((one for one in request.catalogue.pools.values() if short(one.id) == of), None)
    draft = drafts.find(request.tx, number_of(which))
    if offer is None or draft is None or draft.role != request.me.number or draft.stage != "which-offer":
        return None
    return _look(draft.id, offer, draft.name, request, column)


def as_table(name: str, request: Request) -> Reply | None:
    """Take a spreadsheet for a table of services; None where its draft is gone."""
    draft = drafts.find(request.tx, number_of(name))
    if draft is None or draft.role != request.me.number or draft.stage != "which-offer":
        return None
    return _look_for_services(draft.id, draft.name, request)


def _look_for_services(number: int, name: str, request: Request) -> Reply:
    drafts.set_codes(request.tx, number, "table", {})
    return Reply((Message(request.words.say("looking", name=name)),))


def _look(number: int, offer: Offer, name: str, request: Request, column: str = "") -> Reply:
    drafts.set_codes(request.tx, number, "codes", {"offer": offer.id, "column": column})
    return Reply((Message(request.words.say("looking", name=name)),))


def _for(number: int, offer: Offer, request: Request) -> Choice:
    service = request.catalogue.offers[offer.id][0].service.name.of(request.language)
    label = f"{offer.id} · {service}"
    return Choice(f"{PREFIX}codes-for:{number}:{short(offer.id)}", label[:LONGEST_LABEL])


def _names(text: str, offer: str) -> bool:
    """Tell whether words name an offer by its id, however its parts are joined."""
    return f" {plain(offer)} " in f" {plain(text.replace('_', ' '))} "


def opened(context: JobContext, job: Job, content: bytes | None) -> bytes:
    """Return the file that was sent: from its draft, where it lies sealed, or as it was fetched."""
    return b64decode(context.keys.unseal(job.draft.content.decode())) if job.draft.content else content or b""


def examine(context: JobContext, job: Job, data: bytes) -> None:
    """Tell the coordinator what is in the file; where there is a code in it, they decide."""
    language, offer = job.language, job.draft.files["offer"]
    try:
        found = understood(job.draft.name, data, job.today, job.draft.files.get("column", ""))
    except Unreadable as error:
        context.tell(job, _told([f"{job.draft.name}: {wording.unreadable(error, language)}"], (), job))
        return
    with context.store.read() as tx:
        doubts = imports.weigh(tx, offer, found.codes, [one for _, one in job.live.offers.values()])
    lines = [f"🎟 {offer}", *wording.what(found, language), *wording.doubtful([*found.doubts, *doubts], language)]
    if not (found.codes or found.columns):
        context.tell(job, _told(lines, (), job))
        return
    with context.store.write() as tx:
        if drafts.find(tx, job.draft.id) is None or job.chat is None:
            return
        if found.columns:
            drafts.set_codes(tx, job.draft.id, "which-offer", job.draft.files)
        else:
            sealed = context.keys.seal(json.dumps(found.codes))
            drafts.set_codes(tx, job.draft.id, "codes-asked", {**job.draft.files, "codes": sealed})
        message = _told(lines, (*_answers(found, job), button(language, "drop", job.draft.id)), job)
        context.say(tx, job, message)


def _answers(found: Understood, job: Job) -> Iterator[Choice]:
    """Yield the buttons under what was understood: a yes, or which column is meant."""
    language, number = job.language, job.draft.id
    for column in found.columns[:MOST_COLUMNS]:
        of = f"{number}:{short(job.draft.files['offer'])}:{column}"
        yield button(language, "codes-column", of, column=column)
    if not found.columns:
        yield button(language, "codes-rest" if found.bad else "codes-yes", number, count=len(found.codes))


def _told(lines: Sequence[str], choices: tuple[Choice, ...], job: Job) -> Message:
    text = Markup("\n").join(Markup("{}").format(line) for line in lines)
    return Message(text, choices=choices or (button(job.language, "status"),))


def agree(name: str, request: Request) -> Reply | None:
    """Order that the codes come in; None where the draft is gone."""
    if not drafts.press_codes(request.tx, number_of(name), request.me.number):
        return None
    return Reply((Message(request.words.say("codes-loading")),))


def come_in(context: JobContext, job: Job) -> None:
    """Take the codes in, note it, and tell the number of the import with the way back."""
    language, offer = job.language, job.draft.files["offer"]
    live = job.live.pools.get(offer)
    if live is None:
        context.tell(job, findings.said("stale", language))
        return
    codes = json.loads(context.keys.unseal(job.draft.files["codes"]))

    def tell(tx: Connection, came: CameIn) -> None:
        if not drafts.drop(tx, job.draft.id) or job.chat is None:
            return
        choices: tuple[Choice, ...] = ()
        if came.number:
            choices = (button(language, "codes-undo", came.number, number=str(came.number)),)
        told = _told([f"✅ {wording.came_in(offer, came, language)}"], (*choices, button(language, "status")), job)
        context.say(tx, job, told)

    with context.store.read() as tx:
        if drafts.find(tx, job.draft.id) is None:
            return
    by, number, first = job.role, job.live.number, live.valid.first
    pools.take_in(context.store, live, codes, job.now, release=number, role=by, first=first, also=tell)


def undo(name: str, request: Request) -> Reply | None:
    """Undo an import, and name the codes that people have."""
    number = number_of(name)
    try:
        release, role = request.catalogue.number, request.me.number
        done = pools.take_back(request.tx, number, request.now, release=release, role=role)
    except imports.NotUndone as error:
        lines = [wording.say(str(error), request.language, number=name)]
    else:
        lines = wording.undone(number, done, request.language)
    text = Markup("\n").join(Markup("{}").format(line) for line in lines)
    return Reply((Message(text, choices=(button(request.language, "status"),)),))


def _say(phrase: str, request: Request) -> Reply:
    return Reply((Message(request.words.say(phrase), choices=(button(request.language, "status"),)),))
