"""A company's kit in the chat: what it hangs up as PDF, and pictures with their text, ready to be forwarded."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.conversation import notices
from bot.conversation.messages import Attachment, Choice, Message, Reply
from bot.coordination import drafts, findings
from bot.coordination.seat import Seat
from bot.coordination.wording import PREFIX, short
from bot.coordination.workshop import Job, Workshop
from bot.editorial import audit
from bot.editorial.audit import Deed

if TYPE_CHECKING:
    from bot.kit.kit import File

TEXT = "text/plain"


def ask_company(seat: Seat) -> Reply:
    """Ask whose kit is wanted."""
    choices = tuple(Choice(f"{PREFIX}kit:{short(one.id)}", one.name) for one in seat.catalogue.companies.values())
    return Reply((Message(seat.words.say("kit-ask"), choices=choices),))


def order(name: str, seat: Seat) -> Reply | None:
    """Order the kit of the company that a button stands for; None where it is gone."""
    company = next((one for one in seat.catalogue.companies.values() if short(one.id) == name), None)
    if company is None:
        return None
    drafts.order_kit(seat.tx, seat.me.number, seat.catalogue.number, company.id, seat.now)
    return Reply((Message(seat.words.say("kit-drawing", company=company.name)),))


def send_kit(shop: Workshop, job: Job) -> None:
    """Draw a kit with new links and send it, a message for each sheet."""
    from bot.kit.kit import draw, links  # noqa: PLC0415 - it brings what draws

    company, owner = job.draft.name, job.owner
    if company not in job.live.companies:
        shop.tell(job, findings.said("stale", owner.language))
        return
    with shop.store.write() as tx:
        carried = links(tx, job.live, company, shop.username, job.now)
    files = draw(job.live, company, carried)
    with shop.store.write() as tx:
        if not drafts.drop(tx, job.draft.id) or owner.chat is None:
            return
        audit.note(tx, [Deed("kit", company)], role=owner.number, release=job.live.number, now=job.now)
        for message in _messages(files):
            notices.tell(tx, shop.keys, owner.chat, message, job.now)


def _messages(files: Sequence["File"]) -> Iterator[Message]:
    """Yield a message for each sheet; the text that goes with a picture is its bubble: both can be forwarded."""
    texts = {file.name.rpartition(".")[0]: file.content.decode() for file in files if file.media_type == TEXT}
    for file in files:
        if file.media_type != TEXT:
            said = texts.get(file.name.rpartition(".")[0], file.name)
            yield Message(Markup("{}").format(said), attachment=Attachment(file.name, file.media_type, file.content))
