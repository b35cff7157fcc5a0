"""Yes and no, thanks, greetings, who is puzzled or angry: short, warm, and the screen stays."""

from markupsafe import Markup

from bot.catalogue import topics
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.about.reach import has_others
from bot.conversation.talk.cards import card_choices
from bot.conversation.talk.nobody import desk_line
from bot.conversation.talk.plans import on_plan, way_to_plan
from bot.conversation.talk.screens import doors
from bot.conversation.talk.state import State
from bot.conversation.talk.trust import way_back
from bot.conversation.talk.world import World
from bot.understanding.acts import WITH_A_CARD

Step = tuple[State, Reply]


def on_a_card(state: State, world: World) -> bool:
    return state.screen in WITH_A_CARD and state.card in world.catalogue.entries


def agreed(state: State, world: World) -> Step:
    """Answer a yes where nothing was asked: with the one likely next step, as a question."""
    if on_a_card(state, world) and state.card:
        entry = world.catalogue.entries[state.card]
        choices = card_choices(entry, state, world)
        phrase = "yes-code" if state.screen in {"code", "contact"} else "yes-card"
        likely = choices[0].id if choices and phrase == "yes-card" else None
        return state, Reply((Message(world.words.say(phrase), choices=choices),), card=entry.id, likely=likely)
    return on_plan("plan-begin", state, world) or doors(state, world, world.words.say("yes-open"))


def declined(state: State, world: World) -> Step:
    """Answer a plain no: nothing new is shown."""
    if on_a_card(state, world):
        needs = state.showing or world.catalogue.entries[state.card or ""].needs
        more = (Choice("more", world.words.label("more-plain")),) if has_others(needs, world) else ()
        choices = (*more, Choice("another", world.words.label("another-need")))
        return state, Reply((Message(world.words.say("no-card"), choices=choices),), card=state.card)
    return doors(state, world, world.words.say("no-open"))


def courteous(phrase: str, state: State, world: World) -> Step:
    """Thanks, or a greeting: answered in kind; with a card on the screen it stays in reach."""
    if on_a_card(state, world):
        said = "greeting-card" if phrase == "greeting" else phrase
        return state, Reply((Message(world.words.say(said), choices=way_back(state, world)),))
    if plan := way_to_plan(state, world):
        return state, Reply((Message(world.words.say(phrase), choices=(plan, *way_back(state, world))),))
    return doors(state, world, world.words.say(phrase))


def puzzled(state: State, world: World) -> Step:
    """Say the same more simply: the card's first step in two lines, or an easy example."""
    if on_a_card(state, world) and state.card:
        entry = world.catalogue.entries[state.card]
        text = world.words.say("puzzled-card", service=entry.service.name.of(world.language), phone=entry.phone or "")
        return state, Reply((Message(text, choices=card_choices(entry, state, world)),), card=entry.id)
    example = topics.example(world.catalogue, world.words)
    return on_plan("plan-begin", state, world) or doors(state, world, world.words.say("puzzled", example=example))


def complaint(state: State, world: World) -> Step:
    """One line of regret, what would help, and a person."""
    text = Markup("{}\n{}").format(world.words.say("complaint"), desk_line(world))
    desk = Choice("contact:desk", world.words.label("desk-button"))
    return state, Reply((Message(text, choices=(desk, *way_back(state, world))),))


def unsure(state: State, world: World) -> Step:
    """Torn between everything: say so in one line, with what is on the screen, the doors and the desk."""
    if on_a_card(state, world) and state.card:
        entry = world.catalogue.entries[state.card]
        desk = Choice("contact:desk", world.words.label("desk-button"))
        text = world.words.say("unsure-card", service=entry.service.name.of(world.language))
        return state, Reply((Message(text, choices=(*card_choices(entry, state, world), desk)),), card=entry.id)
    after, reply = doors(state.fresh(), world, Markup("{}\n{}").format(world.words.say("unsure"), desk_line(world)))
    return after, reply
