"""Answers that need no catalogue search: welcome, rights, help, danger, vouchers and refusals."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from bot.catalogue import prices, topics
from bot.catalogue.catalogue import Entry
from bot.catalogue.hours.words import in_words
from bot.catalogue.model import Offer
from bot.conversation.messages import ERASE, CallCard, Choice, Handed, Message, Reply
from bot.conversation.talk.about.reach import full, has_others, silent
from bot.conversation.talk.cards import documents, phone_lines
from bot.conversation.talk.saying import said_by
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.vouchers.voucher import Another, Voucher

LANGUAGE_NAMES = (("it", "Italiano"), ("en", "English"))  # each in itself, for who cannot read the other


def welcome(world: World, company: str, member_of: str | None = None) -> Reply:
    """Ask for consent, in three lines: who sees, what is kept, who answers. Both companies are names.

    A member of the same company hears that the text has changed, one of another what a yes would mean.
    """
    text = world.words.say("welcome", company=company, controller=world.catalogue.network.privacy.controller)
    text = demonstrated(text, world)
    if member_of == company:
        text = Markup("{}\n\n{}").format(world.words.say("consent-again"), text)
    elif member_of:
        moving = world.words.say("consent-moving", old=member_of, company=company)
        text = Markup("{}\n\n{}").format(text, moving)
    asked = [Choice(f"consent:{answer}", world.words.label(f"consent-{answer}")) for answer in ("yes", "no", "read")]
    others = [Choice(f"language:{language}", name) for language, name in LANGUAGE_NAMES if language != world.language]
    choices = (*asked, *others)
    return Reply((Message(text, choices=choices),), screen="welcome", likely="consent:yes")


def greeting(world: World, *, member: bool) -> Markup:
    """Greet who comes without a link: a member is asked, a guest is told what there is."""
    about = topics.topics("topics-welcome", world.catalogue, world.words)
    said = world.words.say("ask-open") if member else world.words.say("welcome-guest", topics=about)
    return demonstrated(said, world)


def demonstrated(greeting: Markup, world: World) -> Markup:
    """Return a greeting that says, where it is so, that the network is invented."""
    if not world.catalogue.network.demonstration:
        return greeting
    return Markup("{}\n{}").format(greeting, world.words.say("demonstration"))


def privacy_notice(world: World, *, asking: bool, questions: bool | None = None) -> Reply:
    """Return the whole notice; while consent is open with its yes and no, and for a member with every right.

    `questions` says of a member whether the bot may ask any.
    """
    about = world.catalogue.network.privacy
    text = world.words.say("notice", controller=about.controller, email=about.email)
    if asking:
        choices = tuple(_choice(world, f"consent:{answer}", f"consent-{answer}") for answer in ("yes", "no"))
    else:
        turn = ("h-never", "asking-off-button") if questions else ("h-again", "asking-on-button")
        own = (turn, ("report", "report-button"), ("mydata", "mydata-button"), ("consent:withdraw", "consent-withdraw"))
        buttons = (*(own if questions is not None else ()), ("forget", "forget-button"), ("another", "another-need"))
        choices = tuple(_choice(world, *button) for button in buttons)
    if questions is not None:
        text = Markup("{}\n\n{}").format(text, world.words.say("asking-is-on" if questions else "asking-is-off"))
    return Reply((Message(text, choices=choices),))


def danger(world: World) -> Reply:
    """Return the emergency numbers and nothing else: no ranking, nothing kept or counted, and a way to hide it all."""
    lines = [
        world.words.say("danger-line", phone=number.phone, what=number.what.of(world.language))
        for number in world.catalogue.network.emergency
    ]
    text = world.words.say("danger", numbers=Markup("\n").join(lines))
    after = world.words.say("danger-after")
    choices = (_choice(world, ERASE, "danger-erase"), _choice(world, "another", "another-need"))
    return Reply((Message(Markup("{}\n{}").format(text, after), choices=choices),), about="danger")


def by_hand(world: World) -> Reply:
    """Say that messages cannot be deleted any more, and how a person does it on the phone."""
    choices = (_choice(world, "another", "another-need"),)
    return Reply((Message(world.words.say("erase-by-hand"), choices=choices),), in_place=True)


def quiet(world: World) -> Reply:
    """Go on after danger: the number first, one true line on what happens when one calls, and no card."""
    calling = [one.calling.of(world.language) for one in world.catalogue.network.emergency if one.calling]
    text = Markup("\n").join([_first_number(world), *(Markup("{}").format(line) for line in calling[:1])])
    choices = (_choice(world, ERASE, "danger-erase"), _choice(world, "another", "another-need"))
    return Reply((Message(text, choices=choices),), about="danger")


def numbers_first(world: World) -> Markup:
    """Return the line that stands before a card that was asked for after danger."""
    return Markup("{}\n{}").format(_first_number(world), world.words.say("danger-then"))


def _first_number(world: World) -> Markup:
    lines = [
        world.words.say("danger-line", phone=number.phone, what=number.what.of(world.language))
        for number in world.catalogue.network.emergency[:2]
    ]
    return Markup("\n").join(lines)


def voucher(entry: Entry, offer: Offer, held: Voucher, state: State, world: World) -> Reply:
    """Hand over a code, or explain the badge."""
    name = entry.service.name.of(world.language)
    lines = [_handed_over(held, name, world)]
    if held.expires:
        lines.append(world.words.say("voucher-until", date=prices.day(held.expires, world.language, world.today)))
    if entry.phone and (said := said_by(entry, state, world)):
        lines.append(world.words.say("voucher-call", phone=entry.phone, say=said))
    lines += documents(entry, world)
    ahead = held.expires and held.expires > world.today + timedelta(days=1)
    remind = (Choice(f"remind:{held.offer}", world.words.label("remind-button")),) if ahead else ()
    choices = (
        *to_scan(held, world),
        *_again(offer, held, world),
        *remind,
        Choice(f"contact:{entry.id}", world.words.label("contact")),
        _choice(world, "codes", "codes"),
        _choice(world, "another", "another-need"),
    )
    handed = Handed(held.offer, held.code, held.expires, held.new)
    bubble = Message(Markup("\n").join(lines), voucher=handed, choices=choices, private=True)
    return Reply((bubble,), screen="code", card=entry.id)


def _handed_over(held: Voucher, service: str, world: World) -> Markup:
    if held.code is not None:
        return world.words.say("voucher-code", service=service, code=held.code)
    return world.words.say("voucher-badge-scanned" if world.web_url else "voucher-badge", service=service)


def to_scan(held: Voucher, world: World, service: str = "") -> tuple[Choice, ...]:
    """Return the button for what a desk can scan, where it does; in a list it names the service."""
    if world.web_url is None:
        return ()
    label = world.words.label
    if held.code is None:
        said = label("badge-of", service=service) if service else label("badge-button")
        return (Choice(f"badge:{held.offer}", said),)
    return (Choice(f"qr:{held.offer}", label("qr-of", service=service) if service else label("qr-button")),)


def _again(offer: Offer, held: Voucher, world: World) -> tuple[Choice, ...]:
    """Return the button for one more code, where the offer gives one."""
    wish = Another.after(held, offer)
    if wish is None:
        return ()
    left = offer.per_person - held.had if offer.per_person else 0
    label = world.words.label("again-button-left", count=left) if left else world.words.label("again-button")
    return (Choice(f"again:{offer.id}:{wish}", label),)


def refusal(phrase: str, day: date | None, world: World) -> Markup:
    """Return which limit was met and what it means."""
    if phrase in ("refused-not-yet", "refused-expired"):
        return world.words.say(phrase, date=prices.day(day or world.today, world.language, world.today))
    return world.words.say(phrase)


def codes(
    held: list[tuple[Voucher, Entry | None]], aside: Sequence[Entry], scanned: Iterable[Choice], world: World
) -> Reply:
    """List the vouchers of a person, each with its expiry, then the services put aside, each with a button.

    `scanned` are the buttons for what a desk can scan.
    """
    lines = [world.words.say("codes-list" if held else "codes-none")]
    lines += [_code_line(one, entry, world) for one, entry in held]
    if aside:
        lines += [world.words.say("saved-list"), *(_saved_line(entry, world) for entry in aside)]
    cards = (Choice(f"card:{entry.id}", entry.service.name.of(world.language)) for entry in aside)
    choices = (*scanned, *cards, _choice(world, "another", "another-need"))
    return Reply((Message(Markup("\n").join(lines), choices=choices, private=bool(held)),))


def _saved_line(entry: Entry, world: World) -> Markup:
    name = entry.service.name.of(world.language)
    if entry.phone:
        return world.words.say("saved-line", service=name, phone=entry.phone)
    return world.words.say("saved-line-plain", service=name)


def _code_line(held: Voucher, entry: Entry | None, world: World) -> Markup:
    name = entry.service.name.of(world.language) if entry else held.offer
    until = prices.day(held.expires, world.language, world.today) if held.expires else ""
    if held.expires and held.expires < world.today:
        return world.words.say("codes-line-expired", service=name, date=until)
    phrase = "codes-line-badge" if held.code is None else "codes-line"
    values = {"service": name} | ({"code": held.code} if held.code else {}) | ({"date": until} if until else {})
    line = world.words.say(phrase if until else f"{phrase}-open", **values)
    return Markup("{}\n{}").format(line, _off_the_list(entry, world)) if entry and _is_off(held, entry, world) else line


def _is_off(held: Voucher, entry: Entry, world: World) -> bool:
    """Tell whether an offer can be found no more, or not for now."""
    return entry.service.suspended is not None or held.offer not in world.catalogue.offers


def _off_the_list(entry: Entry, world: World) -> Markup:
    """Say that codes in hand are still good, and whom to call."""
    if entry.phone:
        return world.words.say("codes-off-the-list", phone=entry.phone)
    return world.words.say("codes-off-the-list-desk", phone=world.catalogue.network.desk.phone)


def contact(entry: Entry, state: State, world: World) -> Reply:
    """Return a contact that the phone can save, what to say and to bring, and the place on a map."""
    place = entry.places[0] if entry.places else None
    point = (place.lat, place.lon) if place else (None, None)
    address = f"{place.address}, {world.catalogue.towns[place.town].name}" if place else None
    name = f"{entry.service.name.of(world.language)} · {entry.organization.name}"
    step = entry.service.first_step
    text = world.words.say("contact-note", name=name, text=step.of(world.language) if step else "")
    lines = [text, *phone_lines(entry, world)]
    email = entry.organization.contact.email
    lines += [Markup("✉️ {}").format(email)] if email else []
    lines += [*full(entry, world), *silent(entry, world)[:1]]
    said = said_by(entry, state, world)
    lines += [world.words.say("card-say", text=said)] if said else []
    lines += documents(entry, world)
    card = CallCard(name, entry.phone, address, *point) if entry.phone else None
    choices = (
        *([_choice(world, f"more:{entry.needs[0]}", "more-plain")] if has_others(entry.needs[:1], world) else []),
        _choice(world, f"save:{entry.id}", "save-button"),
        _choice(world, f"share:{entry.id}", "share-button"),
        _choice(world, "another", "another-need"),
        _choice(world, f"wrong:{entry.id}", "wrong"),
    )
    bubble = Message(Markup("\n").join(lines), choices=choices, contact=card)
    return Reply((bubble,), screen="contact", card=entry.id)


def desk_contact(world: World) -> Reply:
    """Return the contact of the network's desk."""
    desk = world.catalogue.network.desk
    name = desk.name.of(world.language)
    town = world.catalogue.towns[desk.town]
    opened = in_words(desk.hours, world.language)
    address = desk.place(town.name)
    text = world.words.say("desk", name=name, phone=desk.phone, hours=opened, address=address)
    card = CallCard(name, desk.phone, address, town.lat, town.lon)
    return Reply((Message(text, choices=(_choice(world, "another", "another-need"),), contact=card),))


def _choice(world: World, choice: str, phrase: str) -> Choice:
    return Choice(choice, world.words.label(phrase))


def forget(world: World, answer: str, *, known: bool) -> Reply:
    """Ask before erasing, say that there is nothing, or that all stays."""
    if answer == "no":
        return Reply((Message(world.words.say("forget-kept"), choices=(_choice(world, "another", "another-need"),)),))
    if not known:
        return Reply(
            (Message(world.words.say("forget-nothing"), choices=(_choice(world, "another", "another-need"),)),)
        )
    choices = (_choice(world, "forget:yes", "forget-yes"), _choice(world, "forget:no", "forget-no"))
    return Reply((Message(world.words.say("forget-ask"), choices=choices),))


def forgotten(world: World) -> Reply:
    """Say that everything is gone."""
    return Reply((Message(world.words.say("forget-done"), choices=(_choice(world, "another", "another-need"),)),))


def languages(world: World) -> Reply:
    """Ask which language."""
    choices = tuple(Choice(f"language:{language}", name) for language, name in LANGUAGE_NAMES)
    return Reply((Message(world.words.say("language-ask"), choices=choices),))
