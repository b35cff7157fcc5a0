"""What a member is counted for while an evaluation runs: people, once each, and nothing of danger."""

from datetime import timedelta

import pytest

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.evaluation import outcomes
from tests.cast import NOON, CorePhone

YES = {("biomed-padana", "reached", "")}
COUNTED: dict[str, tuple[tuple[str, ...], set[tuple[str, str, str]]]] = {
    "the yes": ((), set()),
    "a right": (("privacy", "mydata"), set()),
    "a door": (("door:cari",), set()),
    "services of one need": (("need:telesoccorso-ausili",), {("", "understood", "")}),
    "a code": (("take:casa-sicura-rete",), {("", "took", ""), ("", "took-in", "anziani")}),
    "a code and its number": (
        ("take:casa-sicura-rete", "contact:casa-sicura"),
        {("", "took", ""), ("", "took-in", "anziani")},
    ),
    "the desk": (("contact:desk",), set()),
    "a need of which nobody is in the town": (
        ("need:nido", "town:novi"),
        {("", "understood", ""), ("", "gap", "nido|novi|nobody")},
    ),
    "what is refused once seen": (
        ("need:telesoccorso-ausili", "none:telesoccorso-ausili"),
        {("", "understood", ""), ("", "gap", "telesoccorso-ausili||nobody")},
    ),
    "too far, from a town": (
        ("need:telesoccorso-ausili", "town:carpi", "n-far:casa-sicura"),
        {("", "gap", "telesoccorso-ausili|carpi|far"), ("", "reason", "far")},
    ),
    "too dear": (("n-dear:casa-sicura",), {("", "gap", "telesoccorso-ausili||dear"), ("", "reason", "dear")}),
}


def counted(house: House) -> set[tuple[str, str, str]]:
    with house.store.read() as tx:
        found = outcomes.counts(tx, house.keys, "programma-2026")
    assert set(found.values()) <= {1}
    return set(found)


@pytest.mark.parametrize("what", COUNTED)
async def test_a_member_is_counted_for(house: House, anna: CorePhone, what: str) -> None:
    choices, expected = COUNTED[what]
    for choice in (*choices, *choices):
        anna.send(Chose(choice))
    found = counted(house)
    assert YES | expected <= found
    if not [choice for choice in choices if choice.startswith("n-")]:
        assert found == YES | expected


async def test_the_company_is_kept_of_few_kinds_alone(house: House, anna: CorePhone) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    anna.send(Chose("h-yes:casa-sicura"))
    named = {kind for company, kind, _ in counted(house) if company}
    assert named == {"reached", "asked", "contacted", "helped"}


BEFORE = {
    "helped": "contacted",
    "contacted": "answered",
    "answered": "asked",
    "helped-in": "contacted-in",
    "contacted-in": "answered-in",
    "answered-in": "asked-in",
    "helped-of": "contacted-of",
    "contacted-of": "asked-of",
}
TOLD = ("h-yes", "h-no", "h-wait", "h-which", "n-full", "n-dear", "n-far", "n-hours", "n-not", "n-mute", "n-code")


@pytest.mark.parametrize("service", ["casa-sicura", "un-ora-per-parlarne", "gone"])
@pytest.mark.parametrize("kind", TOLD)
async def test_nobody_is_helped_who_was_not_asked_answered_and_in_touch(
    house: House, anna: CorePhone, kind: str, service: str
) -> None:
    """Also of who was never asked, of a service that is gone, and whatever is pressed after it."""
    for choice in (f"{kind}:{service}", f"h-wait:{service}", f"n-mute:{service}", f"h-yes:{service}"):
        anna.send(Chose(choice))
        found = {(step, value) for _, step, value in counted(house)}
        for step, before in BEFORE.items():
            assert {value for kind, value in found if kind == step} <= {
                value for kind, value in found if kind == before
            }
    assert {("helped", ""), ("asked", "")} <= found


async def test_of_danger_of_guests_and_outside_the_period_nothing_is_counted(
    house: House, anna: CorePhone, elena: CorePhone
) -> None:
    await anna.say("mio marito mi picchia")
    elena.send(Chose("need:telesoccorso-ausili"))
    elena.send(Chose("h-yes:casa-sicura"))
    anna.now = NOON + timedelta(days=3 * 365)
    anna.send(Chose("need:telesoccorso-ausili"))
    anna.send(Chose("h-yes:casa-sicura"))
    assert counted(house) == YES
