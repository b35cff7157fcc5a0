"""What reads or changes more than the talk: a function for each kind of choice that is an effect."""

from collections.abc import Callable

from bot.conversation.effects import (
    asked_later,
    awaited,
    claiming,
    company_forms,
    company_report,
    forms,
    how_it_went,
    joining,
    languages,
    mydata,
    put_aside,
    refused_codes,
    reminders,
    scannable,
    why_not,
    wrong_entries,
)
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.talk import answers
from bot.conversation.talk.screens import doors


def _take(visit: Visit, offer: str) -> Step:
    return visit.state, claiming.take(_claimant(visit), offer, visit.now)


def _again(visit: Visit, name: str) -> Step:
    return visit.state, claiming.again(_claimant(visit), name, visit.now)


def _claimant(visit: Visit) -> claiming.Claimant:
    return claiming.Claimant(visit.tx, visit.keys, visit.me, visit.state, visit.world)


def _codes(visit: Visit, _name: str) -> Step:
    return visit.state, claiming.codes(visit, put_aside.found(visit))


def _privacy(visit: Visit, _name: str) -> Step:
    return visit.state, joining.privacy_notice(visit)


def _report(visit: Visit, _name: str) -> Step:
    return visit.state, company_report.show(visit.tx, visit.me, visit.world)


def _contact(visit: Visit, name: str) -> Step:
    if name == "desk":
        return visit.state, answers.desk_contact(visit.world)
    entry = visit.world.catalogue.entries.get(name)
    if entry is None or entry.service.suspended:
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("stale"))
    return visit.state, answers.contact(entry, visit.state, visit.world)


# What reads or changes more than the talk, by the kind of the choice.
CHOICES: dict[str, Callable[[Visit, str], Step]] = {
    "consent": joining.consent,
    "forget": joining.forget,
    "take": _take,
    "again": _again,
    "badge": scannable.badge,
    "qr": scannable.codes,
    "codes": _codes,
    "contact": _contact,
    "refused": refused_codes.refused,
    "save": put_aside.save,
    "unsave": put_aside.unsave,
    "wrong": wrong_entries.ask,
    **wrong_entries.EFFECTS,
    "privacy": _privacy,
    "mydata": mydata.send,
    "remind": reminders.before_it_ends,
    "restock": reminders.when_there_are_more,
    "starts": awaited.when_it_starts,
    "ring": awaited.when_they_answer,
    "form": forms.answer,
    "sheet": company_forms.answer,
    **how_it_went.EFFECTS,
    "why": why_not.answer,
    "h-never": asked_later.never,
    "h-again": asked_later.again,
    "report": _report,
    "language": languages.choose,
}
