"""The shipped bot killed again and again while people answer «Com'è andata?» and the form: each answer counts once."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import count
from typing import Any

from bot.assembly import House, now
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.evaluation import Evaluation
from bot.cli.bench.invented_promise import promise
from bot.conversation.effects import consent, follow_up
from bot.conversation.effects.form_questions import signs
from bot.evaluation import outcomes, programme
from bot.people import members, wishes
from bot.people.wishes import Kind, Wish
from handlers import inbox
from handlers.api.callback import signer
from tests.handlers.incoming_updates import DATE, press, private
from tests.soak.bot_api import BotApi
from tests.soak.ledger import Ledger
from tests.soak.many_workers import start

COMPANY, FIRST = "biomed-padana", 1001
NAMES = {"h-yes": "yes", "n-full": "full", "n-mute": "mute", "n-dear": "dear", "h-wait": "wait"}
PATIENCE = 120.0  # seconds in which the last bot must have answered everything
Counts = Counter[tuple[str, str]]


def answers_killed(house: House, ledger: Ledger, *, people: int = 300, kills: int = 20, seed: int = 7) -> None:
    """Have everybody asked, let them press, and kill the bot at any moment; many presses arrive twice."""
    dice, api = random.Random(seed), BotApi(faulty=0)
    written, catalogue = _prepared(house, people)
    updates = [one for n in range(people) for one in _presses(house, catalogue, written, FIRST + n)]
    expected: Counts = Counter()
    for n in range(people):
        expected.update(_expected(catalogue, written, FIRST + n))
    numbers = count(1)
    share, words = len(updates) // kills + 1, (house.settings.database.url, api.base_url, house.keys.secret.hex())
    for turn in range(kills):
        batch = updates[turn * share : (turn + 1) * share]
        pressed_again = dice.sample(batch, len(batch) // 4)  # the same press under a new number
        batch = [{**update, "update_id": next(numbers)} for update in [*batch, *pressed_again]]
        api.updates += batch
        api.replayed += dice.sample(batch, len(batch) // 4)
        bot = start(*words, module="tests.soak.shipped_bot")
        _until(partial(_has_taken, api, len(batch)), dice.uniform(0, 0.5))
        bot.kill()
        bot.wait()
    bot = start(*words, module="tests.soak.shipped_bot")
    _until(lambda: not api.updates and not _depth(house), 0, PATIENCE)
    bot.terminate()
    bot.wait(30)
    api.stop()
    _judge(house, ledger, expected, f"{len(updates)} answers of {people} people, {kills} kill -9")


def _prepared(house: House, people: int) -> tuple[Evaluation, Catalogue]:
    """Let an evaluation run with its forms open, and ask everybody how it went with a service."""
    moment = now()
    with house.store.write() as tx:
        live = house.concierge.live.edition(tx).catalogue
        written = promise(tx, live, moment.date() - timedelta(days=60), moment.date() + timedelta(days=60))
        assert written
        programme.open_forms(tx, written, moment)
        catalogue = house.concierge.live.edition(tx).catalogue
        version = consent.version(catalogue.network.privacy.controller)
        for user in map(str, range(FIRST, FIRST + people)):
            members.join(tx, house.keys, COMPANY, user, language="it", now=moment, consent=version)
            asked = Wish(user, Kind.HEARD, _service(catalogue, int(user)), moment.date(), None, moment.date())
            wishes.keep(tx, house.keys, asked)
    noon = moment.replace(hour=11)
    asked_all = follow_up.send(house.store, house.keys, [COMPANY], noon, catalogue, dice=random.Random(1))
    assert asked_all == people
    return written, catalogue


def _service(catalogue: Catalogue, user: int) -> str:
    services = [entry.id for entry in catalogue.entries.values() if not entry.service.suspended]
    return services[user % len(services)]


def _verdict(user: int) -> list[str]:
    return [["h-yes"], ["h-no", "n-full"], ["h-wait"], ["h-no", "n-dear"], ["h-no", "n-mute"]][user % 5]


def _answer(written: Evaluation, user: int) -> Iterator[tuple[str, str]]:
    """Yield what a person says to each question of the form."""
    for place, question in enumerate(written.forms.employees):
        yield question.id, question.answers[(user + place) % len(question.answers)].id


def _presses(house: House, catalogue: Catalogue, written: Evaluation, user: int) -> Iterator[dict[str, Any]]:
    """Yield the presses of a person in their order, each on a message of its own."""
    service, form = _service(catalogue, user), signs(written.id)
    choices = [f"{verdict}:{service}" for verdict in _verdict(user)]
    choices += [f"form:{form}:{signs(question)}:{signs(answer)}" for question, answer in _answer(written, user)]
    menu = signer(house.keys).menu(now())
    for number, choice in enumerate(choices, start=1):
        screen = {"message_id": number, "date": DATE, "chat": private(user), "text": "…"}
        yield press(number, menu.seal(str(user), choice), user, message=screen)


def _expected(catalogue: Catalogue, written: Evaluation, user: int) -> Iterator[tuple[str, str]]:
    """Yield what a person is to be counted for."""
    entry = catalogue.entries[_service(catalogue, user)]
    said = [NAMES[verdict] for verdict in _verdict(user) if verdict in NAMES]
    steps = {
        "asked",
        "answered",
        *({"contacted"} if said != ["wait"] else ()),
        *({"helped"} if said == ["yes"] else ()),
    }
    for step in steps:
        yield step, ""
        yield from ((f"{step}-in", area) for area in {catalogue.area_of[need].id for need in entry.needs})
        if step != "answered":
            yield f"{step}-of", entry.id
    yield from (("reason", one) for one in said if one not in {"yes", "wait"})
    yield from (("form", f"{question}:{answer}") for question, answer in _answer(written, user))


def _has_taken(api: BotApi, of: int) -> bool:
    return len(api.updates) < of


def _depth(house: House) -> int:
    with house.store.read() as tx:
        return inbox.depth(tx)


def _until(reached: Any, after: float, patience: float = 20.0) -> None:
    end = time.monotonic() + patience
    while not reached() and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(after)


def _judge(house: House, ledger: Ledger, expected: Counts, what: str) -> None:
    found: Counts = Counter()
    with house.store.read() as tx:
        for (_, kind, value), people in outcomes.counts(tx, house.keys, "demo").items():
            found[kind, value] += people
    kinds = {kind for kind, _ in expected}
    lost = sum((expected - found).values())
    twice = sum(people for cell, people in (found - expected).items() if cell[0] in kinds)
    measured = f"{lost} lost, {twice} counted twice, {_depth(house)} left"
    ledger.note(
        f"{house.store.engine.dialect.name}: {what}", measured, ok=measured == "0 lost, 0 counted twice, 0 left"
    )
