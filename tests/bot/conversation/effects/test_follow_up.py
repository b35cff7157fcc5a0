"""«Com'è andata?»: asked once, by day, in a few words that name nothing, and never of who should not be asked."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import FollowUp
from bot.conversation import notices
from bot.conversation.effects import follow_up
from bot.conversation.markup import plain
from bot.conversation.messages import Choice, Chose
from bot.conversation.notices import Notice
from bot.evaluation import outcomes
from bot.people import invites
from bot.store.reminders import reminder
from bot.store.tables import blocked, person
from tests.cast import NOON, CorePhone, the_choice

DAY = timedelta(days=1)
DUE = NOON + 5 * DAY
OFFER, SERVICE = "casa-sicura-rete", "casa-sicura"


def live(house: House, tx: Connection) -> Catalogue:
    return house.concierge.live.edition(tx).catalogue


def ask(house: House, now: datetime, catalogue: Catalogue | None = None) -> int:
    """Let the bot ask what is due at a moment."""
    with house.store.read() as tx:
        companies, known = releases.companies_ever(tx), catalogue or live(house, tx)
    return follow_up.send(house.store, house.keys, companies, now, known, dice=Random(1))


def asked(house: House, now: datetime, catalogue: Catalogue | None = None) -> list[Notice]:
    """Return what the bot asks at a moment; a face takes it."""
    ask(house, now, catalogue)
    with house.store.write() as tx:
        found = notices.waiting(tx, house.keys)
        notices.taken(tx, found)
    return found


def counted(house: House) -> set[tuple[str, str]]:
    with house.store.read() as tx:
        found = outcomes.counts(tx, house.keys, "programma-2026")
    assert set(found.values()) <= {1}, "one person"
    return {(kind, value) for _, kind, value in found}


async def take(phone: CorePhone, offer: str = OFFER) -> None:
    phone.send(Chose(f"take:{offer}"))
    assert phone.voucher


async def is_asked(house: House, phone: CorePhone, now: datetime = DUE) -> list[Choice]:
    """Let a person get the question, and return its buttons."""
    (one,) = asked(house, now)
    assert one.user == phone.user
    phone.now = now + timedelta(hours=1)
    return list(one.message.choices)


def press(phone: CorePhone, buttons: list[Choice], label: str) -> None:
    phone.send(Chose(the_choice(buttons, label).id))


async def test_it_is_asked_once_by_day_without_a_sound_and_names_nothing(house: House, anna: CorePhone) -> None:
    await take(anna)
    assert asked(house, DUE - DAY) == []
    assert asked(house, DUE.replace(hour=6)) == asked(house, DUE.replace(hour=20)) == []
    (one,) = asked(house, DUE)
    assert (one.user, one.message.silent) == ("anna", True)
    said = plain(one.message.text)
    assert said.startswith("Com'è andata?")
    assert not [word for word in ("Sicura", "GIRA", "sconto", "codice", "Biomed", "Carpi") if word in said]
    labels = ["Sì, mi hanno aiutato", "Ho sentito, ma non si può", "Non ancora", "Non chiedermelo più"]
    assert [choice.label for choice in one.message.choices] == labels
    await take(anna)
    assert [asked(house, DUE + days * DAY) for days in (1, 8, 30)] == [[], [], []]


DANGER = "mio marito mi picchia"
Acts = Callable[[House, CorePhone], None]


def _does(*choices: str) -> Acts:
    def act(_: House, phone: CorePhone) -> None:
        for choice in choices:
            phone.send(Chose(choice))

    return act


def _in_database(statement: Any) -> Acts:
    def act(house: House, _: CorePhone) -> None:
        with house.store.write() as tx:
            tx.execute(statement(house))

    return act


NOT_ASKED: dict[str, tuple[str, Acts]] = {
    "wants no questions": (f"take:{OFFER}", _does("h-never")),
    "erased themselves": (f"take:{OFFER}", _does("forget:yes")),
    "took their yes back": (f"take:{OFFER}", _does("consent:withdraw")),
    "said it already": (f"take:{OFFER}", _does(f"n-full:{SERVICE}")),
    "stopped the bot": (
        f"take:{OFFER}",
        _in_database(lambda house: insert(blocked).values(chat=house.keys.chat("anna"), since=NOON)),
    ),
    "has not yet said yes to today's text": (
        f"take:{OFFER}",
        _in_database(lambda _: update(person).values(consent="x")),
    ),
    "is of a company no more": (f"take:{OFFER}", _in_database(lambda _: update(person).values(ended_at=NOON))),
    "took what is delicate": ("contact:un-ora-per-parlarne", _does()),
    "asked for the desk": ("contact:desk", _does()),
}


@pytest.mark.parametrize("who", NOT_ASKED)
async def test_nobody_is_asked_who(house: House, anna: CorePhone, who: str) -> None:
    choice, act = NOT_ASKED[who]
    anna.send(Chose(choice))
    act(house, anna)
    assert [asked(house, DUE + days * DAY) for days in (0, 1, 8, 29)] == [[], [], [], []]


@pytest.mark.parametrize("first", [True, False], ids=["danger first", "danger after"])
async def test_after_danger_nothing_is_asked(house: House, anna: CorePhone, *, first: bool) -> None:
    if first:
        await anna.say(DANGER)
        await anna.press("Cerco altro")
    anna.send(Chose(f"take:{OFFER}"))
    if not first:
        await anna.say(DANGER)
    with house.store.read() as tx:
        assert tx.execute(select(reminder)).all() == []
    anna.now = NOON + 2 * DAY  # that conversation is over
    anna.send(Chose(f"contact:{SERVICE}"))
    assert len(asked(house, NOON + 7 * DAY)) == 1


async def test_a_question_that_no_face_has_taken_goes_with_danger(house: House, anna: CorePhone) -> None:
    await take(anna)
    assert ask(house, DUE) == 1
    anna.now = DUE
    await anna.say(DANGER)
    with house.store.read() as tx:
        assert notices.waiting(tx, house.keys) == []


async def test_not_yet_after_danger_is_asked_no_second_time(house: House, anna: CorePhone) -> None:
    await take(anna)
    buttons = await is_asked(house, anna)
    await anna.say(DANGER)
    press(anna, buttons, "Non ancora")
    assert "non te lo chiedo più" in anna.screen
    assert asked(house, DUE + 7 * DAY) == []


@pytest.mark.parametrize("before", [(), ("Non ancora",)], ids=["not answered", "asked a second time already"])
async def test_an_old_not_yet_brings_nothing_back_when_danger_was_spoken_of_in_between(
    house: House, anna: CorePhone, before: tuple[str, ...]
) -> None:
    await take(anna)
    buttons = await is_asked(house, anna)
    for label in before:
        press(anna, buttons, label)
    await anna.say(DANGER)
    anna.now += 2 * DAY  # that conversation is over
    press(anna, buttons, "Non ancora")
    assert "non te lo chiedo più" in anna.screen
    assert [asked(house, DUE + days * DAY) for days in (8, 15, 29)] == [[], [], []]


async def test_after_danger_a_service_that_was_asked_about_is_asked_about_once_at_most(
    house: House, anna: CorePhone
) -> None:
    await take(anna)
    await is_asked(house, anna)
    await anna.say(DANGER)
    anna.now += 8 * DAY
    anna.send(Chose(f"contact:{SERVICE}"))
    buttons = await is_asked(house, anna, anna.now + 5 * DAY)
    press(anna, buttons, "Non ancora")
    assert "non te lo chiedo più" in anna.screen
    assert [asked(house, anna.now + days * DAY) for days in (5, 8, 15)] == [[], [], []]


async def test_after_danger_a_service_that_was_asked_about_twice_is_not_asked_about(
    house: House, anna: CorePhone
) -> None:
    await take(anna)
    press(anna, await is_asked(house, anna), "Non ancora")
    await is_asked(house, anna, DUE + 7 * DAY)
    await anna.say(DANGER)
    anna.now += 8 * DAY
    anna.send(Chose(f"contact:{SERVICE}"))
    assert [asked(house, anna.now + days * DAY) for days in (5, 12)] == [[], []]


@pytest.mark.parametrize(
    "choice", ["h-yes:gone", "h-no:gone", "h-wait:gone", "h-which:gone", "n-full:gone", "n-code:gone"]
)
async def test_of_a_button_that_names_no_service_no_word_is_kept(house: House, anna: CorePhone, choice: str) -> None:
    anna.send(Chose(choice))
    assert anna.screen
    with house.store.read() as tx:
        assert tx.execute(select(reminder)).all() == []
    assert _questions(anna) == []


@pytest.mark.parametrize(("late", "times"), [(7, 1), (30, 1), (31, 0)])
async def test_a_bot_that_was_down_asks_once_when_it_comes_back(
    house: House, anna: CorePhone, late: int, times: int
) -> None:
    await take(anna)
    assert asked(house, DUE.replace(hour=3) + late * DAY) == []
    assert len(asked(house, DUE + late * DAY)) == times
    assert asked(house, DUE + (late + 8) * DAY) == []


@pytest.mark.parametrize("fault", ["gone", "suspended", "delicate"])
async def test_of_a_service_that_is_no_more_nothing_is_asked(house: House, anna: CorePhone, fault: str) -> None:
    await take(anna)
    with house.store.read() as tx:
        release = live(house, tx).release
    changes: dict[str, Any] = {"suspended": {"suspended": "chiuso"}, "delicate": {"delicate": True}}
    mine = next(of for of in release.organizations if any(one.id == SERVICE for one in of.services))
    kept = [one for one in mine.services if one.id != SERVICE or fault != "gone"]
    services = tuple(one.model_copy(update=changes.get(fault, {})) if one.id == SERVICE else one for one in kept)
    rest = tuple(of for of in release.organizations if of is not mine)
    changed = release.model_copy(update={"organizations": (*rest, mine.model_copy(update={"services": services}))})
    assert asked(house, DUE, Catalogue(2, changed)) == []
    assert asked(house, DUE) == []


async def test_two_codes_on_one_day_give_one_question(house: House, anna: CorePhone) -> None:
    await take(anna)
    await take(anna, "dieci-film-carnet")
    anna.send(Chose(f"contact:{SERVICE}"))
    assert [len(asked(house, DUE + days * DAY)) for days in (0, 1, 8, 20)] == [1, 0, 0, 0]


async def test_it_is_once_a_week_at_most_and_what_waits_comes_later(house: House, anna: CorePhone) -> None:
    await take(anna)
    anna.now = NOON + DAY
    await take(anna, "dieci-film-carnet")
    assert [len(asked(house, DUE + days * DAY)) for days in range(10)] == [1, 0, 0, 0, 0, 0, 0, 1, 0, 0]


async def test_not_yet_is_asked_once_more_and_never_a_third_time(house: House, anna: CorePhone) -> None:
    await take(anna)
    first = await is_asked(house, anna)
    press(anna, first, "Non ancora")
    assert "te lo chiedo ancora una volta" in anna.screen
    assert "Casa Sicura" in anna.screen
    second = await is_asked(house, anna, DUE + 7 * DAY)
    for buttons in (second, first, second):
        press(anna, buttons, "Non ancora")
        assert "non te lo chiedo più" in anna.screen
    assert [asked(house, DUE + days * DAY) for days in (14, 21, 40)] == [[], [], []]


async def test_two_processes_ask_once(any_house: House) -> None:
    phone = CorePhone(any_house, "anna", company="biomed-padana")
    await phone.start()
    await phone.press("Va bene")
    for offer in (OFFER, "lavori-in-casa-visita"):
        phone.now += DAY
        await take(phone, offer)
    with ThreadPoolExecutor(2) as both:
        found = list(both.map(lambda _: ask(any_house, DUE + 3 * DAY), range(2)))
    with any_house.store.read() as tx:
        assert len(notices.waiting(tx, any_house.keys)) == 1, found


async def test_it_is_asked_in_the_language_that_was_chosen_meanwhile(house: House, anna: CorePhone) -> None:
    await take(anna)
    anna.send(Chose("language:en"))
    (one,) = asked(house, DUE)
    assert plain(one.message.text).startswith("How did it go?")


@pytest.mark.parametrize("late", [0, 60], ids=["at once", "on an old message"])
async def test_an_answer_counts_once_however_often_it_is_pressed(house: House, anna: CorePhone, late: int) -> None:
    await take(anna)
    before = counted(house)
    buttons = await is_asked(house, anna)
    asked_for = counted(house) - before
    assert {kind for kind, _ in asked_for} == {"asked", "asked-in", "asked-of"}
    anna.now += late * DAY
    for _ in range(2):
        press(anna, buttons, "mi hanno aiutato")
        assert "Casa Sicura" in anna.screen
    told = {kind for kind, _ in counted(house) - before - asked_for}
    assert told == {
        "answered",
        "answered-in",
        "contacted",
        "contacted-in",
        "contacted-of",
        "helped",
        "helped-in",
        "helped-of",
    }
    press(anna, buttons, "non si può")
    assert {kind for kind, _ in counted(house) - before - asked_for} == told


REASONS = {
    "Non c'è posto": ("lista d'attesa", "Altre idee"),
    "Costa troppo": ("nella rete", "Altre idee"),
    "È troppo lontano": ("Per lo stesso bisogno", ""),
    "Gli orari": ("Quando ti andrebbe bene?", "Non importa"),
    "Non fa per me": ("Per lo stesso bisogno", ""),
    "Non risponde nessuno": ("Rispondono", "Scrivimi quando aprono"),
    "Il codice non l'hanno preso": ("Il codice è giusto", "Altre idee"),
}


@pytest.mark.parametrize("label", REASONS)
async def test_each_reason_gives_the_next_step_at_once(house: House, anna: CorePhone, label: str) -> None:
    await take(anna)
    buttons = await is_asked(house, anna)
    press(anna, buttons, "non si può")
    assert "Con «Casa Sicura» che cosa non andava?" in anna.screen
    assert anna.buttons == [*REASONS]
    await anna.press(label)
    text, button = REASONS[label]
    assert text in anna.screen
    assert any(button in label for label in anna.buttons)
    assert "Parlo con una persona" in anna.buttons
    assert len([1 for kind, _ in counted(house) if kind == "reason"]) == 1
    assert ("contacted", "") in counted(house)


@pytest.mark.parametrize("kind", ["n-far", "n-hours"])
async def test_nobody_is_asked_to_choose_where_there_is_nothing_to_choose_from(anna: CorePhone, kind: str) -> None:
    anna.send(Chose(f"{kind}:tata-melograna"))
    assert "più comodo" not in anna.screen
    assert "andrebbe bene" not in anna.screen
    assert "Nella rete non c'è altro" in anna.screen


TYPED = {
    "mi hanno aiutato, grazie": ("Che bello che con «Casa Sicura» sia andata bene", {"helped"}),
    "sì": ("Che bello che con «Casa Sicura» sia andata bene", {"helped"}),
    "👍": ("Che bello che con «Casa Sicura» sia andata bene", {"helped"}),
    "Non ancora": ("te lo chiedo ancora una volta", set()),
    "👎": ("Li hai sentiti e non si può, o non li hai ancora sentiti?", set()),
    "no": ("Li hai sentiti e non si può, o non li hai ancora sentiti?", set()),
    "non risponde nessuno al telefono": ("Rispondono", {"reason"}),
    "mi hanno detto che è tutto pieno": ("lista d'attesa", {"reason"}),
    "non mi hanno accettato il codice": ("Il codice è giusto", {"reason"}),
    "sì tutto bene": ("Che bello che con «Casa Sicura» sia andata bene", {"helped"}),
    "tutto bene grazie": ("Che bello che con «Casa Sicura» sia andata bene", {"helped"}),
    "non li ho ancora chiamati": ("te lo chiedo ancora una volta", set()),
    "basta chiedermelo": ("non ti faccio più domande", set()),
    "cerco un dentista": ("", set()),
}


@pytest.mark.parametrize("words", TYPED)
async def test_words_answer_as_buttons_do(house: House, anna: CorePhone, words: str) -> None:
    await take(anna)
    await is_asked(house, anna)
    await anna.say(words)
    said, kinds = TYPED[words]
    assert said in anna.screen
    assert {kind for kind, _ in counted(house)} & {"helped", "reason"} == kinds


@pytest.mark.parametrize("label", ["Non ancora", "Ho sentito, ma non si può", "Non chiedermelo più"])
async def test_a_label_can_be_typed_in_the_middle_of_another_talk(house: House, anna: CorePhone, label: str) -> None:
    await take(anna)
    anna.now = DUE - timedelta(hours=2)
    await anna.say("cerco un dentista")
    await is_asked(house, anna)
    await anna.say(label)
    expected = {"Non ancora": "Casa Sicura", "Ho sentito, ma non si può": "Casa Sicura"}
    assert expected.get(label, "non ti faccio più domande") in anna.screen


async def test_no_more_questions_can_be_said_in_own_words_in_the_middle_of_another_talk(
    house: House, anna: CorePhone
) -> None:
    await take(anna)
    anna.now = DUE - timedelta(hours=2)
    await anna.say("cerco un dentista")
    await is_asked(house, anna)
    await anna.say("non me lo chiedere più")
    assert "non ti faccio più domande" in anna.screen


async def test_who_was_asked_nothing_and_says_so_is_heard_as_ever(anna: CorePhone) -> None:
    await anna.say("cerco un dentista")
    await anna.say("niente domande")
    assert "non ti faccio più domande" not in anna.screen


async def test_what_is_said_beside_the_card_counts_and_nothing_is_asked_then(house: House, anna: CorePhone) -> None:
    await take(anna)
    await anna.say("mi hanno aiutato, grazie")
    assert {("helped", ""), ("helped-of", SERVICE), ("asked", ""), ("answered", "")} <= counted(house)
    assert asked(house, DUE) == []
    anna.now = NOON + 10 * DAY
    anna.send(Chose(f"contact:{SERVICE}"))
    assert asked(house, NOON + 15 * DAY) == [], "they have told it"


async def test_days_and_hours_are_the_networks_own(house: House, anna: CorePhone) -> None:
    await take(anna)
    with house.store.read() as tx:
        release = live(house, tx).release
    hours = FollowUp(days=2, first_hour=8, last_hour=9)
    there = release.network.model_copy(update={"timezone": "Pacific/Auckland", "follow_up": hours})
    catalogue = Catalogue(2, release.model_copy(update={"network": there}))
    asks = [hour for hour in range(24) if asked(house, DUE.replace(hour=hour), catalogue)]
    assert asks == [19], "eight in the morning there"


async def test_questions_are_turned_off_in_one_tap_and_on_again(house: House, anna: CorePhone) -> None:
    await take(anna)
    await anna.say("/privacy")
    assert "Ogni tanto ti chiedo com'è andata" in anna.screen
    await anna.press("Niente domande")
    assert asked(house, DUE) == []
    await anna.say("/privacy")
    assert "Hai spento le mie domande" in anna.screen
    await anna.press("Chiedimelo pure")
    anna.send(Chose(f"contact:{SERVICE}"))
    buttons = await is_asked(house, anna)
    press(anna, buttons, "Non chiedermelo più")
    anna.send(Chose("contact:dieci-film"))
    assert asked(house, DUE + 20 * DAY) == []


async def test_who_wants_no_questions_is_asked_none_in_another_company(house: House, anna: CorePhone) -> None:
    anna.send(Chose("h-never"))
    with house.store.write() as tx:
        token = invites.create(tx, "ceramiche-secchia", NOON)
    await anna.start(token)
    await anna.press("Va bene")
    await take(anna)
    assert asked(house, DUE) == []


async def test_the_file_says_in_words_what_waits_and_what_was_asked(house: House, anna: CorePhone) -> None:
    await take(anna)
    anna.now = NOON + DAY
    anna.send(Chose("contact:dieci-film"))
    await is_asked(house, anna)
    said = {"cosa": "com'è andata", "servizio": "Casa Sicura"}
    assert _questions(anna) == [
        {"cosa": "com'è andata", "servizio": "Dieci film", "entro il": "2026-11-30"},
        {"cosa": "l'ultima domanda che ti ha fatto", "servizio": "Casa Sicura", "chiesto il": "2026-11-29"},
        {**said, "chiesto il": "2026-11-29"},
    ]
    anna.send(Chose("h-never"))
    assert {"cosa": "non vuoi domande", "dal": "2026-11-29"} in _questions(anna)
    anna.send(Chose("forget:yes"))
    assert _questions(anna) == []


def _questions(phone: CorePhone) -> list[dict[str, str]]:
    phone.send(Chose("mydata"))
    (file,) = [message.attachment for message in phone.messages if message.attachment]
    found: list[dict[str, str]] = json.loads(file.content).get("domande che il bot ti farà o ti ha fatto", [])
    return found
