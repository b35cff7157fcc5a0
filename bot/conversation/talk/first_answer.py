"""The first answer to who writes in a language that the bot does not speak: in that language, with the doors."""

from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from bot.catalogue import own_yaml
from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.text import FALLBACK, Language
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.screens import doors
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.reading import Reading
from bot.understanding.text.other_languages import UNNAMED

BRIDGE: Language = "en"  # what the talk goes on in until the person writes Italian
MOST = 2  # services that are named, of those that speak the language
LIKELY = 0.5  # how likely a need must be to stand on the first button
KNOWN = 0.16  # and how unlikely none of ours: what other languages have in common with ours is often chance
FROM_THE_RIGHT = {"ar", "ur"}
ISOLATED = "\N{LEFT-TO-RIGHT ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"  # else they turn the groups of a number round


@dataclass(frozen=True)
class Lines:
    """What stands in phrases/first_answer.yaml for one language."""

    hear: str
    who: str
    desk: str
    danger: str


_FILE = Path(__file__).parents[1] / "phrases" / "first_answer.yaml"
LINES = {code: Lines(**lines) for code, lines in own_yaml.read(_FILE).items()}


def first_answer(state: State, reading: Reading, world: World) -> tuple[State, Reply]:
    """Return the answer with the likeliest need, where there is one, the doors, and Italian as buttons."""
    bridged = replace(world, language=BRIDGE)
    said = spoken(reading.foreign or UNNAMED, world).text
    after, reply = doors(replace(state.fresh(), language=BRIDGE), bridged, said)
    choices = (*_likely(reading, bridged), *reply.messages[0].choices, Choice("language:it", "Italiano"))
    return after, replace(reply, messages=(replace(reply.messages[0], choices=choices),))


def spoken(code: str, world: World) -> Message:
    """Return the answer alone, without buttons."""
    lines, network = LINES[code], world.catalogue.network
    who = "; ".join(_speaker(code, entry, world) for entry in speaking(world.catalogue, code)[:MOST])
    desk = _in_order(code, f"{network.desk.name.of(FALLBACK)}, {network.desk.phone}")
    said = [_say(lines.hear), *([_say(lines.who, who=who)] if who else [])]
    said += [_say(lines.desk, desk=desk), _say(lines.danger, number=network.emergency[0].phone)]
    return Message(Markup("\n").join(said))


def _say(line: str, **values: str) -> Markup:
    return Markup(line).format(**values)  # noqa: S704 - the line is ours, its values are escaped by Markup.format


def speaking(catalogue: Catalogue, code: str) -> list[Entry]:
    """Return the services that speak a language, one for a telephone: first who is there for foreigners."""
    found = [
        entry
        for entry in catalogue.entries.values()
        if code in _languages(entry) and entry.phone and not entry.service.suspended
    ]
    found.sort(key=lambda entry: (entry.service.silent, "foreigners" not in entry.service.who, -len(_languages(entry))))
    by_phone: dict[str | None, Entry] = {}
    for entry in found:
        by_phone.setdefault(entry.phone, entry)
    return list(by_phone.values())


def _languages(entry: Entry) -> tuple[str, ...]:
    return getattr(entry.service, "languages", ())


def _speaker(code: str, entry: Entry, world: World) -> str:
    """Return who answers the telephone, and in English what for."""
    about = world.catalogue.need_name(entry.needs[0], BRIDGE)
    return _in_order(code, f"{entry.organization.name}, {entry.phone} ({about})")


def _in_order(code: str, contact: str) -> str:
    return ISOLATED.format(contact) if code in FROM_THE_RIGHT else contact


def _likely(reading: Reading, world: World) -> tuple[Choice, ...]:
    need = reading.best
    if reading.belief[need] < LIKELY or reading.outside > KNOWN or not world.catalogue.by_need.get(need):
        return ()
    return (Choice(f"need:{need}", world.catalogue.need_label(need, world.language)),)
