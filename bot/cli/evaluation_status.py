"""How far the forms of an evaluation have come: who of companies and organizations has answered, never what."""

from typing import Any

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.evaluation import Evaluation
from bot.catalogue.local_time import local_day
from bot.catalogue.text import Language
from bot.cli.arguments import say
from bot.evaluation import form_links, outcomes, programme
from bot.evaluation.form_links import FormLink
from bot.insight.tables import SENSITIVE, rounded
from bot.people.keys import Keys

Standing = dict[str, Any]


def standing(tx: Connection, keys: Keys, catalogue: Catalogue, written: Evaluation, language: Language) -> Standing:
    """Return it as values for a program: days are the network's, people are rounded and few are not said."""
    zone, forms = catalogue.network.timezone, programme.opening(tx, written.id)
    names = {"companies": releases.companies_ever(tx)}
    names["organizations"] = {one.id: one.name for one in catalogue.release.organizations}
    links = form_links.listing(tx, keys, written.id)
    day = {name: getattr(forms, f"{name}_at") for name in ("opened", "closed", "published")}
    return {
        "id": written.id,
        "name": written.name.of(language),
        "period": [str(written.period.first), str(written.period.last)],
        **{name: str(local_day(at, zone)) if at else None for name, at in day.items()},
        "employees": _employees(tx, keys, written),
        **{kind: [_one(link, names[kind]) for link in links if link.kind == kind] for kind in form_links.KINDS},
    }


def _employees(tx: Connection, keys: Keys, written: Evaluation) -> dict[str, str]:
    """Return how many were offered the form, and how many have answered the question with the most answers."""
    counted = outcomes.counts(tx, keys, written.id)
    answered = dict.fromkeys((one.id for one in written.forms.employees), 0)
    for (_, kind, value), people in counted.items():
        if kind == "form":
            answered[value.partition(":")[0]] = answered.get(value.partition(":")[0], 0) + people
    offered = sum(people for (_, kind, _), people in counted.items() if kind == "offered")
    return {"offered": _roughly(offered), "answered": _roughly(max(answered.values()))}


def _roughly(people: int) -> str:
    return "0" if people == 0 else f"<{SENSITIVE}" if people < SENSITIVE else str(rounded(people))


def _one(link: FormLink, names: dict[str, str]) -> dict[str, str]:
    state = "answered" if link.answered_at else "begun" if link.answers else "waiting"
    return {"id": link.owner, "name": names.get(link.owner, link.owner), "state": state}


def lines(found: Standing, language: Language) -> list[str]:
    """Return the same in words."""
    state = next((name for name in ("published", "closed", "opened") if found[name]), "never")
    said = [
        f"{found['name']}, {'/'.join(found['period'])}",
        say(language, f"forms-{state}", day=found.get(state) or "-"),
    ]
    said.append(say(language, "forms-of-employees", **found["employees"]))
    for kind in form_links.KINDS:
        answered = sum(one["state"] == "answered" for one in found[kind])
        said.append(say(language, f"forms-of-{kind}", answered=answered, sent=len(found[kind])))
        said += [f"  {one['name']}: {say(language, 'form-' + one['state'])}" for one in found[kind]]
    return said
