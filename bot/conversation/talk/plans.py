"""Plans: what is said where a card would be too little, step after step, and the public places that steps lead to."""

from dataclasses import replace

from markupsafe import Markup

from bot.catalogue.hours.words import in_words
from bot.catalogue.situations import PublicPlace, Situation, Step
from bot.conversation.messages import CallCard, Choice, Message, Reply
from bot.conversation.talk.nobody import here
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World

KINDS = {"need": "need", "service": "card", "place": "place"}  # where a step leads -> the kind of its button


def plan(name: str, state: State, world: World, lead: Markup | None = None) -> tuple[State, Reply] | None:
    """Return the plan of a situation; None where the release has none, or no step of it leads anywhere today."""
    situation = world.catalogue.situations.get(name)
    steps = _open_steps(situation, world)
    if situation is None or not steps:
        return None
    after = replace(state.fresh(), facts=state.facts, source="text", plan=name)
    text = Markup("\n\n").join([_text(situation, steps, world, lead), *_missing(situation, state, world)])
    bubble = Message(text, choices=_choices(steps, world))
    return after, Reply((bubble,), screen="question", likely=bubble.choices[0].id)


def on_plan(phrase: str, state: State, world: World) -> tuple[State, Reply] | None:
    """Say a phrase above the steps of the plan that is gone through; None where there is none.

    The phrase gets the `label` of the first step.
    """
    steps = _open_steps(world.catalogue.situations.get(state.plan or ""), world)
    if not steps:
        return None
    text = world.words.say(phrase, label=steps[0].label.of(world.language))
    choices = _choices(steps, world)
    return state, Reply((Message(text, choices=choices),), screen="question", likely=choices[0].id)


def _open_steps(situation: Situation | None, world: World) -> list[Step]:
    return [step for step in situation.steps if _is_open(step, world)] if situation else []


def _choices(steps: list[Step], world: World) -> tuple[Choice, ...]:
    return tuple(Choice(_target(step), step.label.of(world.language)) for step in steps)


def _text(situation: Situation, steps: list[Step], world: World, lead: Markup | None) -> Markup:
    language = world.language
    said = [world.words.say("plan-step", when=step.when.of(language), text=step.text.of(language)) for step in steps]
    sentence = Markup("{}").format(situation.sentence.of(language))
    return Markup("\n\n").join([*([lead] if lead else []), sentence, Markup("\n").join(said)])


def _missing(situation: Situation, state: State, world: World) -> list[Markup]:
    """Say where to ask for the steps that nobody serves."""
    if all(step.need is None or world.catalogue.by_need.get(step.need) for step in situation.steps):
        return []
    return [world.words.say("plan-missing", here=here(state, world), phone=world.catalogue.network.desk.phone)]


def _target(step: Step) -> str:
    kind, name = step.targets[0]
    return f"{KINDS[kind]}:{name}"


def _is_open(step: Step, world: World) -> bool:
    """Tell whether a step leads to something: a service may have been suspended since the plan was written."""
    if step.service:
        entry = world.catalogue.entries.get(step.service)
        return entry is not None and not entry.service.suspended
    return bool(world.catalogue.by_need.get(step.need or "")) or step.place in world.catalogue.places


def place(name: str, state: State, world: World) -> tuple[State, Reply] | None:
    """Return what a public place does and how one goes there; None where the release has it no more."""
    found = world.catalogue.places.get(name)
    if found is None:
        return None
    back = way_to_plan(state, world) or Choice("another", world.words.label("another-need"))
    desk = Choice("contact:desk", world.words.label("desk-button"))
    bubble = Message(Markup("\n").join(_lines(found, world)), choices=(back, desk), contact=_card(found, world))
    return state, Reply((bubble,), screen="question")


def _lines(found: PublicPlace, world: World) -> list[Markup]:
    language, say = world.language, world.words.say
    lines = [Markup("<b>{}</b>").format(found.name.of(language)), Markup("{}").format(found.what.of(language))]
    lines.append(say("place-going", text=found.going.of(language)))
    if found.phone:
        lines.append(say("place-phone-invented" if found.invented else "place-phone", phone=found.phone))
    if address := _address(found, world):
        lines.append(say("place-address", address=address))
    return [*lines, *([say("card-hours", hours=in_words(found.hours, language))] if found.hours else [])]


def _address(found: PublicPlace, world: World) -> str | None:
    town = world.catalogue.towns.get(found.town or "")
    return ", ".join([part for part in (found.address, town.name if town else None) if part]) or None


def _card(found: PublicPlace, world: World) -> CallCard | None:
    """Return a contact that the phone can save: never a number for show."""
    if found.phone is None or found.invented:
        return None
    return CallCard(found.name.of(world.language), found.phone, _address(found, world))


def way_to_plan(state: State, world: World) -> Choice | None:
    """Return the button back to the plan that is gone through."""
    if state.plan not in world.catalogue.situations:
        return None
    return Choice(f"plan:{state.plan}", world.words.label("back-to-plan"))
