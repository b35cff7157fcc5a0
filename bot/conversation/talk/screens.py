"""Questions and results as messages."""

from dataclasses import replace

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.catalogue.distance import serves
from bot.catalogue.hours.words import in_words
from bot.catalogue.ranking import of_age
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.cards import card, titles
from bot.conversation.talk.chips import chips
from bot.conversation.talk.plans import way_to_plan
from bot.conversation.talk.questions import CARDS, Ask, Option, Show, decide, options_of
from bot.conversation.talk.reasons import why
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World


def next_screen(state: State, world: World, lead: Markup | None = None) -> tuple[State, Reply]:
    """Return what the belief calls for: services, or the question that is worth most."""
    belief = state.belief or world.prior
    action = decide(belief, world.catalogue)
    if isinstance(action, Show):
        return results(state, action.needs, world, lead)
    return question(state, action, world, lead)


def doors(state: State, world: World, lead: Markup) -> tuple[State, Reply]:
    """Return the first question, under a text of its own."""
    return question(state, Ask(options_of(world.catalogue, "door")), world, lead)


def question(state: State, ask: Ask, world: World, lead: Markup | None = None) -> tuple[State, Reply]:
    """Return a question with its choices and "none of these"."""
    offered = tuple(need for option in ask.options for need in option.needs)
    first = ask.options[0].kind == "door"
    choices = [Choice(f"{option.kind}:{option.id}", label(option, world)) for option in ask.options]
    choices.append(Choice("none", world.words.label("none-write" if first else "none-of-these")))
    if state.trail:
        choices.append(Choice("back", world.words.label("back")))
    text = lead or world.words.say(_ask(ask, state))
    after = replace(state, offered=offered, showing=(), shown=())
    return after, Reply((Message(text, choices=tuple(choices)),), screen="doors" if first else "question")


def _ask(ask: Ask, state: State) -> str:
    kind = ask.options[0].kind
    if state.source == "text":
        return "ask-heard"
    return {"door": "ask-again", "area": "ask-area", "need": "ask-need"}[kind]


def label(option: Option, world: World) -> str:
    """Return the words on an option's button."""
    if option.kind == "need":
        return world.catalogue.need_label(option.id, world.language)
    if option.kind == "area":
        return world.catalogue.area_label(option.id, world.language)
    return next(d.label.of(world.language) for d in world.catalogue.network.doors if d.id == option.id)


def results(
    state: State, needs: tuple[str, ...], world: World, lead: Markup | None = None, first: str | None = None
) -> tuple[State, Reply]:
    """Return the best services of some needs: one card when the need is clear, else a title for each need.

    `first` is the service that was asked for: it comes before better ones.
    """
    queue = waiting_services(state, needs, world)
    queue = sorted(queue, key=lambda one: one[0].id != first)
    if not queue:
        return nothing_left(replace(state, showing=needs, offered=needs), needs, world)
    clear = len(needs) == 1
    batch = queue[:1] if clear and not state.shown else queue[:CARDS]
    lead = lead or _lead(batch, needs, state, world)
    left = len(queue) - len(batch)
    waiting = tuple(need for need in state.waiting if need not in needs)
    shown = (*state.shown, *(entry.id for entry, _ in batch))
    after = replace(state, shown=shown, showing=needs, offered=needs, waiting=waiting)
    bubble = _bubble(batch, after, world)
    text = Markup("{}\n{}").format(lead, bubble.text)
    return after, Reply((replace(bubble, text=text, choices=(*bubble.choices, *_after_cards(after, left, world))),))


def _bubble(batch: list[tuple[Entry, str]], state: State, world: World) -> Message:
    if len(batch) > 1:
        return titles([entry for entry, _ in batch], state, world)
    entry, need = batch[0]
    return card(entry, why(need, state, world), state, world)


def one_card(entry: Entry, state: State, world: World) -> tuple[State, Reply]:
    """Return the card of a service that was picked, or gone back to."""
    needs = tuple(need for need in state.showing if need in entry.needs) or entry.needs[:1]
    shown = tuple(dict.fromkeys((*state.shown, entry.id)))
    after = replace(state, showing=needs, offered=needs, shown=shown)
    bubble = card(entry, None, after, world)
    left = len(waiting_services(after, needs, world))
    return after, Reply((replace(bubble, choices=(*bubble.choices, *_after_cards(after, left, world))),))


def _lead(batch: list[tuple[Entry, str]], needs: tuple[str, ...], state: State, world: World) -> Markup:
    """Return the line over the results; that nobody does it for an age or in a town is said where it is so of all."""
    every = [entry for need in needs for entry in world.catalogue.by_need.get(need, ())]
    if state.facts.age is not None and not any(of_age(entry, state.facts.age) for entry in every):
        return world.words.say("nobody-of-age")
    if state.town and not any(serves(entry, state.town) for entry in every):
        return world.words.say("nobody-in-town", town=world.catalogue.towns[state.town].name)
    return world.words.say("show-more" if state.shown else "show-one" if len(batch) == 1 else "show-some")


def waiting_services(state: State, needs: tuple[str, ...], world: World) -> list[tuple[Entry, str]]:
    """Return the services not yet shown, each with the need that it answers: in turn, the best of every need first.

    One for another age than was said comes after all that fit, whatever need it answers.
    """
    ranked = {need: world.ranked(need, state) for need in needs}
    longest = max((len(entries) for entries in ranked.values()), default=0)
    turns = [
        (entries[turn], need) for turn in range(longest) for need, entries in ranked.items() if turn < len(entries)
    ]
    turns.sort(key=lambda turn: not of_age(turn[0], state.facts.age))
    seen = set(state.shown)
    queue = []
    for entry, need in turns:
        if entry.id not in seen:
            seen.add(entry.id)
            queue.append((entry, need))
    return queue


def _after_cards(state: State, left: int, world: World) -> list[Choice]:
    choices = []
    of = f":{state.showing[0]}" if len(state.showing) == 1 else ""  # an old button acts on what its own card showed
    if left:
        choices.append(Choice(f"more{of}", world.words.label("more", count=left)))
    choices.append(Choice(f"none{of}", world.words.label("not-this" if len(state.showing) == 1 else "none-of-these")))
    if state.waiting:
        following = state.waiting[0]
        name = world.catalogue.need_name(following, world.language)
        choices.append(Choice(f"next:{following}", world.words.label("next-need", need=name)))
    else:
        choices.append(way_to_plan(state, world) or Choice("another", world.words.label("another-need")))
    return choices + chips(state, world)


def nothing_left(state: State, needs: tuple[str, ...], world: World) -> tuple[State, Reply]:
    """Return the nearest services of the same areas where nobody does this, and the network's desk in any case."""
    if state.shown:
        return state, Reply((at_desk(world, world.words.say("no-more")),))
    areas = {world.catalogue.area_of[need].id: world.catalogue.area_of[need] for need in needs}
    near = tuple(need.id for area in areas.values() for need in area.types if need.id not in needs)
    queue = waiting_services(state, near, world)[:CARDS]
    cards = [titles([entry for entry, _ in queue], state, world)] if queue else []
    after = replace(state, shown=tuple(entry.id for entry, _ in queue))
    return after, Reply((*cards, at_desk(world, world.words.say("nobody" if queue else "lost"))))


def at_desk(world: World, lead: Markup) -> Message:
    """Return a text with the network's desk under it."""
    choices = (
        Choice("contact:desk", world.words.label("contact")),
        Choice("another", world.words.label("another-need")),
        Choice("help", world.words.label("what-can-i-ask")),
    )
    return Message(Markup("{}\n{}").format(lead, desk_line(world)), choices=choices)


def desk_line(world: World) -> Markup:
    """Return who answers at the network's desk, when and where."""
    desk = world.catalogue.network.desk
    return world.words.say(
        "desk",
        name=desk.name.of(world.language),
        phone=desk.phone,
        hours=in_words(desk.hours, world.language),
        address=desk.place(world.catalogue.towns[desk.town].name),
    )
