"""The three forms of an evaluation in the chat: employees by an offer, companies and organizations by a link."""

from collections.abc import Callable
from random import Random

import pytest
from sqlalchemy import select

from bot.assembly import House
from bot.catalogue.evaluation import Evaluation
from bot.conversation import notices
from bot.conversation.effects import follow_up
from bot.conversation.markup import plain
from bot.conversation.messages import Chose
from bot.evaluation import form_links, outcomes, programme
from bot.people import wishes
from bot.people.wishes import Kind
from bot.store.evaluation import form_link, outcome
from bot.store.tables import conversation
from tests.cast import NOON, CorePhone
from tests.conftest import member

COMPANY = ["Quasi tutti", "Mai", "Sì, buono", "Niente", "Sì"]


@pytest.fixture
def written(house: House) -> Evaluation:
    """The shipped evaluation, its forms open."""
    with house.store.write() as tx:
        found = house.concierge.live.edition(tx).catalogue.release.evaluation
        assert found
        programme.open_forms(tx, found, NOON)
    return found


@pytest.fixture
def link(house: House, written: Evaluation) -> Callable[..., str]:
    def make(kind: form_links.Kind = "companies", owner: str = "biomed-padana") -> str:
        with house.store.write() as tx:
            return form_links.create(tx, written.id, kind, owner, now=NOON, network="terre-argine")

    return make


def answers(house: House, kind: form_links.Kind = "companies") -> list[form_links.Answers]:
    with house.store.read() as tx:
        return form_links.answers(tx, house.keys, "programma-2026", kind)


async def all_answered(phone: CorePhone, form: tuple[str, ...]) -> None:
    for label in form:
        await phone.press(label)


async def test_a_company_answers_five_questions_one_bubble_in_place_of_the_other(
    house: House, link: Callable[..., str], written: Evaluation
) -> None:
    phone, token = CorePhone(house, "elena"), link()
    await phone.start(token)
    assert "Due anni di welfare a km zero" in phone.screen
    assert "Risponde: Biomed Padana. Sono 5 domande" in phone.screen
    for place, question in enumerate(written.forms.companies, start=1):
        assert f"{place} di 5\n{question.ask.it}" in phone.screen
        assert phone.buttons == [one.label.it for one in question.answers]
        await phone.press(question.answers[0].label.it)
    assert "Grazie! Le risposte di Biomed Padana sono arrivate tutte" in phone.screen
    assert answers(house) == [{one.id: one.answers[0].id for one in written.forms.companies}]
    await phone.start(token)
    assert "avete già risposto" in phone.screen
    assert answers(house, "organizations") == []


async def test_a_link_in_two_hands_gives_one_answer_to_each_question_and_goes_on_where_it_stopped(
    house: House, link: Callable[..., str], written: Evaluation
) -> None:
    one, two, token = CorePhone(house, "one"), CorePhone(house, "two"), link("organizations", "coop-girasole")
    first, second = written.forms.organizations[:2]
    await one.start(token)
    await two.start(token)
    await one.press(first.answers[0].label.it)
    await two.press(first.answers[-1].label.it)
    assert "2 di 5" in one.screen
    assert "2 di 5" in two.screen
    await two.press(second.answers[1].label.it)
    await one.start(token)
    assert "Le risposte date finora ci sono" in one.screen
    assert "3 di 5" in one.screen
    assert answers(house, "organizations") == [{first.id: first.answers[0].id, second.id: second.answers[1].id}]


@pytest.mark.parametrize("user", ["anna", "elena"])
async def test_who_opens_a_link_stays_who_they_are(
    house: House, link: Callable[..., str], invite: Callable[[str], str], user: str
) -> None:
    phone = await member(house, invite, user) if user == "anna" else CorePhone(house, user)
    await phone.say("cerco una badante a Carpi")
    with house.store.read() as tx:
        before, _ = house.concierge.state_of(tx, user, NOON)
    await phone.start(link(owner="ceramiche-secchia"))
    await phone.press("Quasi tutti" if "Quasi tutti" in phone.buttons else phone.buttons[0])
    with house.store.read() as tx:
        after, world = house.concierge.state_of(tx, user, NOON)
        kept = str(tx.execute(select(conversation)).all())
    assert (after.belief, after.showing, after.town, after.company) == (before.belief, before.showing, "carpi", None)
    assert world.company == ("biomed-padana" if user == "anna" else None)
    assert "sheet" not in kept, "what a chat is doing is sealed"


async def test_a_form_can_be_answered_while_consent_is_asked_and_before_a_changed_text_is_said_yes_to(
    house: House, link: Callable[..., str], invite: Callable[[str], str]
) -> None:
    phone = CorePhone(house, "carla")
    await phone.start(invite("officine-bertacchi"))
    await phone.start(link())
    await phone.press(phone.buttons[0])
    assert "2 di 5" in phone.screen
    await phone.say("va bene")
    assert "Va bene, iniziamo" in phone.buttons or "Grazie" in phone.screen


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        ("closed", "Questo questionario è chiuso"),
        ("revoked", "sostituito da uno nuovo"),
        ("cut", "arrivato a metà"),
        ("elsewhere", "di un'altra rete"),
        ("unknown", "non lo conosco"),
    ],
)
async def test_a_link_that_does_not_open_says_why_and_what_to_do(
    house: House, link: Callable[..., str], spoilt: str, says: str
) -> None:
    phone, late, token = CorePhone(house, "elena"), CorePhone(house, "late"), link()
    await late.start(token)
    pressed = late.choices[0].id
    with house.store.write() as tx:
        if spoilt == "closed":
            programme.close_forms(tx, "programma-2026", NOON)
        if spoilt == "elsewhere":
            token = form_links.create(tx, "programma-2026", "companies", "altra", now=NOON, network="altra")
            tx.execute(form_link.delete().where(form_link.c.owner == "altra"))
    if spoilt == "revoked":
        link()
    token = {"cut": token[:-4], "unknown": token[::-1]}.get(spoilt, token)
    await phone.start(token)
    assert says in phone.screen
    assert phone.buttons
    if spoilt in {"closed", "revoked"}:
        late.send(Chose(pressed))
        assert says in late.screen
        assert answers(house) == []


async def test_what_is_typed_instead_is_answered_as_any_message_and_a_label_counts(
    house: House, link: Callable[..., str], written: Evaluation
) -> None:
    phone = CorePhone(house, "elena")
    await phone.start(link())
    await phone.say(written.forms.companies[0].answers[0].label.it)
    assert "2 di 5" in phone.screen
    await phone.say("secondo noi va tutto male, cerco una badante")
    assert "badant" in phone.screen.lower()
    assert len(answers(house)[0]) == 1
    with house.store.read() as tx:
        assert "male" not in str(tx.execute(select(form_link)).all())


async def offered(phone: CorePhone) -> list[str]:
    """Write something, let the bot ask what is due, and return what it asks."""
    await phone.say("cerco una badante")
    house = phone.house
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    follow_up.send(house.store, house.keys, edition.companies, NOON, edition.catalogue, dice=Random(1))
    with house.store.write() as tx:
        found = notices.waiting(tx, house.keys, phone.user)
        notices.taken(tx, found)
    phone.messages = tuple(notice.message for notice in found)
    return [plain(message.text) for message in phone.messages]


def wanted(house: House) -> list[str]:
    with house.store.read() as tx:
        return [wish.user for wish in wishes.kept(tx, house.keys) if wish.kind is Kind.FORM]


def told(house: House) -> dict[str, int]:
    with house.store.read() as tx:
        found = outcomes.counts(tx, house.keys, "programma-2026")
    return {value: people for (_, kind, value), people in found.items() if kind == "form"}


async def test_a_member_is_offered_the_form_once_while_it_is_open_and_never_after_danger(
    house: House, anna: CorePhone, bruno: CorePhone, elena: CorePhone
) -> None:
    await anna.say("cerco una badante")
    assert wanted(house) == []
    with house.store.write() as tx:
        written = house.concierge.live.edition(tx).catalogue.release.evaluation
        assert written
        programme.open_forms(tx, written, NOON)
    await elena.say("cerco una badante")
    await bruno.say("non ce la faccio più, voglio morire")
    await bruno.say("cerco una badante")
    assert wanted(house) == []
    for _ in range(2):
        await anna.say("cerco una badante")
        assert wanted(house) == ["anna"]
    (said,) = await offered(anna)
    assert "5 domande con i bottoni" in said
    assert anna.buttons == ["Va bene", "No, grazie", "Non chiedermelo più"]
    with house.store.read() as tx:
        assert outcomes.counts(tx, house.keys, written.id)["", "offered", ""] == 1
    assert await offered(anna) == []


async def test_an_offer_that_waits_is_shown_erased_and_not_made_once_the_forms_are_closed(
    house: House, anna: CorePhone, bruno: CorePhone, written: Evaluation
) -> None:
    for phone in (anna, bruno):
        await phone.say("cerco una badante")
    await anna.say("/imieidati")
    (file,) = [message.attachment for message in anna.messages if message.attachment]
    assert "programma-2026" in file.content.decode()
    await anna.say("/dimenticami")
    await anna.press("cancella")
    assert wanted(house) == ["bruno"]
    with house.store.write() as tx:
        programme.close_forms(tx, written.id, NOON)
    assert await offered(bruno) == []
    assert wanted(house) == []


@pytest.mark.parametrize(
    ("pressed", "counted", "ends"),
    [
        (["Va bene", "Insomma", "Bene", "Tempo"], {"facile:insomma", "qualita:bene", "effetto:tempo"}, None),
        (["Va bene", "Salta", "Bene", "Basta così"], {"qualita:bene"}, "contano solo nei totali"),
        (["Va bene", "Basta così"], set(), "non te lo chiedo più"),
        (["Va bene", "Salta", "Salta", "Salta", "Salta", "Salta"], set(), "non te lo chiedo più"),
        (["No, grazie"], set(), "non te lo chiedo più"),
    ],
)
@pytest.mark.usefixtures("written")
async def test_every_question_of_the_employees_can_be_skipped(
    anna: CorePhone, pressed: list[str], counted: set[str], ends: str | None
) -> None:
    await offered(anna)
    for label in pressed:
        await anna.press(label)
    assert told(anna.house) == dict.fromkeys(counted, 1)
    assert ends is None or ends in anna.screen


async def test_the_first_answer_of_an_employee_counts_and_none_after_closing(
    house: House, anna: CorePhone, written: Evaluation
) -> None:
    await offered(anna)
    await anna.press("Va bene")
    first, other = (choice.id for choice in anna.choices[:2])
    anna.send(Chose(first))
    anna.send(Chose(other))
    assert "2 di" in anna.screen
    assert told(house) == {"facile:si": 1}
    second = anna.choices[0].id
    with house.store.write() as tx:
        programme.close_forms(tx, written.id, NOON)
    anna.send(Chose(second))
    assert "Il questionario è chiuso" in anna.screen
    assert told(house) == {"facile:si": 1}
    await anna.say("/dimenticami")
    await anna.press("cancella")
    with house.store.read() as tx:
        assert tx.execute(select(outcome)).all() == []
    anna.send(Chose(second))
    assert "Questa scelta non c'è più" in anna.screen
