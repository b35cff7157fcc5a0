"""A month of invented people: whether the bot asks anybody more than it may, by a model that knows only the rules.

People take codes and numbers, look at cards, answer or not, want no questions, speak of danger. The clock goes on by
five hours, so that every hour of the day comes, also the night; for some days in the middle the bot is down.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.local_time import local
from bot.conversation import notices
from bot.conversation.effects import follow_up
from bot.conversation.messages import Began, Chose, Incoming, Message, Said
from bot.people import invites
from tests.cast import NOON
from tests.soak.ledger import Ledger

STEP, DAYS = timedelta(hours=5), 30
DOWN = range(12, 19)  # days without the bot
TALK = timedelta(hours=24)  # for how long a conversation lives
WEEK = timedelta(days=7)
DANGER = "mio marito mi picchia"
# Of what somebody does after a question, in percent.
ANSWERS = {"h-wait": 50, "h-yes": 65, "h-no": 75, "h-never": 80}


@dataclass
class Asked:
    """What the model knows of one person: what may still be asked, and what was."""

    may: set[str] = field(default_factory=set)  # services, and "why"
    hushed_until: datetime = NOON
    never: bool = False
    times: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    last: datetime | None = None


class Month:
    """The bot, its people, and every fault that the model finds."""

    def __init__(self, house: House, people: int) -> None:
        self.house, self.dice = house, random.Random(people)
        house.concierge.dice = random.Random(people + 1)
        self.people = {str(10**9 + number): Asked() for number in range(people)}
        self.faults: dict[str, int] = defaultdict(int)
        self.questions = 0
        self.waiting: list[tuple[datetime, str, Incoming]] = []

    def play(self) -> None:
        with self.house.store.write() as tx:
            self.catalogue = self.house.concierge.live.edition(tx).catalogue
            links = [invites.create(tx, company, NOON) for company in self.catalogue.companies]
        for user in self.people:
            self.waiting += [(NOON, user, Began(self.dice.choice(links))), (NOON, user, Chose("consent:yes"))]
            self.waiting += self._life(user)
        for number in range(DAYS * 24 // 5):
            self._step(NOON + number * STEP, up=(number * 5 // 24) not in DOWN)

    def _life(self, user: str) -> list[tuple[datetime, str, Incoming]]:
        """Invent what somebody does in a month: codes and numbers, sometimes two on one day; few speak of danger."""
        acts: list[Incoming] = []
        for entry in self.dice.sample(list(self.catalogue.entries.values()), self.dice.randrange(5)):
            offers = [Chose(f"take:{offer.id}") for offer in entry.service.offers]
            acts += [self.dice.choice([*offers, Chose(f"contact:{entry.id}"), Chose(f"card:{entry.id}")])]
        if self.dice.random() < 0.08:
            acts.append(Said(DANGER))
        moments = [NOON + timedelta(hours=self.dice.randrange(24 * 24)) for _ in acts]
        if len(moments) > 1 and self.dice.random() < 0.4:
            moments[1] = moments[0] + timedelta(minutes=5)
        return [(moment, user, act) for moment, act in zip(moments, acts, strict=True)]

    def _step(self, now: datetime, *, up: bool) -> None:
        due = sorted((one for one in self.waiting if one[0] <= now), key=lambda one: one[0])
        self.waiting = [one for one in self.waiting if one[0] > now]
        with self.house.store.write() as tx:
            for _, user, message in due:
                self._send(tx, user, message, now)
            companies = releases.companies_ever(tx)
        if up:
            follow_up.send(self.house.store, self.house.keys, companies, now, self.catalogue, dice=self.dice)
            with self.house.store.write() as tx:
                found = notices.waiting(tx, self.house.keys)
                notices.taken(tx, found)
            for one in found:
                self._judge(one.user, one.message, now)

    def _send(self, tx: Connection, user: str, message: Incoming, now: datetime) -> None:
        reply = self.house.concierge.handle(tx, user, message, now)
        mine = self.people[user]
        if reply.about == "danger":
            mine.may.clear()
            mine.hushed_until = now + TALK
        elif now < mine.hushed_until:
            mine.hushed_until = now + TALK
        elif isinstance(message, Chose):
            mine.may |= self._askable(message.choice)
        if isinstance(message, Chose) and message.choice == "h-never":
            mine.never = True

    def _askable(self, choice: str) -> set[str]:
        kind, _, name = choice.partition(":")
        entry = self.catalogue.offers[name][0] if kind == "take" else self.catalogue.entries.get(name)
        if kind not in {"take", "contact", "card", "h-wait"} or entry is None or entry.service.delicate:
            return set()
        return {entry.id, "why"} if kind != "card" else {"why"}

    def _judge(self, user: str, message: Message, now: datetime) -> None:
        """Hold one question against the rules, and let the person answer it, or not."""
        mine, buttons = self.people[user], [choice.id for choice in message.choices]
        about = next((one.partition(":")[2] for one in buttons if one.startswith("h-yes:")), "why")
        mine.times[about] += 1
        self.questions += 1
        found = {
            "more than twice for one code": mine.times[about] > (1 if about == "why" else 2),
            "more than once in seven days": mine.last is not None and now.date() - mine.last.date() < WEEK,
            "at night": local(now, self.catalogue.network.timezone).hour not in range(10, 19),
            "after «Non chiedermelo più»": mine.never,
            "after danger, or about what nobody took": about not in mine.may,
        }
        for name, broken in found.items():
            self.faults[name] += broken
        mine.last = now
        self._answer(user, about, now)

    def _answer(self, user: str, about: str, now: datetime) -> None:
        luck = self.dice.randrange(100)
        kind = next((kind for kind, most in ANSWERS.items() if luck < most), None)
        if kind == "h-never" or (kind and about != "why"):
            name = "" if kind == "h-never" else f":{about}"
            moment = now + timedelta(hours=self.dice.randrange(1, 60))
            self.waiting += [(moment, user, Chose(kind + name))] * self.dice.choice([1, 1, 2])


def month_of_questions(house: House, ledger: Ledger, *, people: int = 1_000) -> None:
    """Let so many people live through a month, and say how often a rule was broken."""
    month = Month(house, people)
    month.play()
    twice = sum(times > 1 for mine in month.people.values() for times in mine.times.values())
    told = f"{month.questions} questions, {twice} of them a second time"
    ledger.note(f"{people} people, {DAYS} days: some are asked", told, ok=twice > 0)
    for name, count in sorted(month.faults.items()):
        ledger.note(f"{people} people, {DAYS} days: asked {name}", count, ok=count == 0)
