"""What is asked about a card is answered from its own fields, briefly, with its own buttons, whatever is asked."""

from dataclasses import replace
from html import unescape

import pytest

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.contacts import Contact
from bot.catalogue.costs import Price
from bot.catalogue.text import LANGUAGES, Language
from bot.conversation.messages import Reply
from bot.conversation.talk import answers
from bot.conversation.talk.about.answering import ABOUT, about
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.afterwards import AFTER
from bot.conversation.talk.cards import card
from bot.conversation.talk.sharing import to_forward
from bot.conversation.talk.state import State
from bot.conversation.talk.wishes import WISHES
from bot.conversation.talk.world import World
from bot.understanding.acts import Act
from bot.understanding.cues.facts import NOTHING, Facts
from tests.cast import NOON

MOST = 420  # signs of an answer: the contract of `--explain`
SAID = (
    NOTHING,
    Facts(age=7, who="children", kin="son"),
    Facts(age=14 / 12, kin="daughter"),
    Facts(elsewhere="correggio", town_of="me"),
    Facts(town="novi"),
    Facts(day="sat"),
    Facts(day="tomorrow", part="morning"),
    Facts(time="18:00"),
    Facts(month=8),
    Facts(part="night", night=True, count=8, unit="hour"),
    Facts(document="isee"),
    Facts(spoken="uk"),
    Facts(spoken="it"),
    Facts(way="home"),
    Facts(free=True),
    Facts(now=True),
)


def plain(text: str) -> str:
    for tag in ("b", "i", "code"):
        text = text.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return unescape(text)


def asked(entry: Entry, facts: Facts, catalogue: Catalogue, language: Language = "it") -> Asked:
    state = State(showing=entry.needs[:1], offered=entry.needs[:1], shown=(entry.id,), card=entry.id, screen="card")
    return Asked(entry, facts, state, World(catalogue, language, "biomed-padana", NOON))


def of(name: str, act: Act, facts: Facts, catalogue: Catalogue, language: Language = "it") -> str:
    return plain(str(about(act, asked(catalogue.entries[name], facts, catalogue, language)).messages[0].text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", [*ABOUT, *AFTER])
def test_every_card_has_a_short_answer_that_keeps_it(act: Act, language: Language, catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        for facts in SAID:
            question = asked(entry, facts, catalogue, language)
            reply = about(act, question) if act in ABOUT else AFTER[act](question)
            check(reply, entry, act)


def check(reply: Reply, entry: Entry, act: Act) -> None:
    (bubble,) = reply.messages
    text = plain(str(bubble.text))
    assert 0 < len(text) <= MOST, (entry.id, act, len(text), text)
    assert "{" not in text
    assert not bubble.services
    assert reply.card == entry.id
    if act in ABOUT:
        assert f"contact:{entry.id}" in {choice.id for choice in bubble.choices}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wish", WISHES)
def test_every_wish_has_an_answer(wish: Act, language: Language, catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        for facts in SAID:
            _, reply = WISHES[wish](asked(entry, facts, catalogue, language))
            assert reply.messages[0].text
            shown = [service.id for bubble in reply.messages for service in bubble.services]
            assert all(set(catalogue.entries[one].needs) & set(entry.needs) for one in shown)


@pytest.mark.parametrize(
    ("service", "act", "facts", "says"),
    [
        ("casa-sicura", "ask:price", Facts(free=True), "No, si paga"),
        ("casa-sicura", "ask:price", NOTHING, "12 € al mese invece di 18 €"),
        ("casa-sicura", "ask:hours", Facts(day="sat"), "No, il sabato è chiuso"),
        ("casa-sicura", "ask:hours", Facts(day="mon"), "Sì, il lunedì è aperto"),
        ("casa-sicura", "ask:who", Facts(age=50), "No, per quell'età no"),
        ("casa-sicura", "ask:who", Facts(age=80), "Sì, l'età va bene"),
        ("casa-sicura", "ask:documents", Facts(document="isee"), "non serve l'ISEE"),
        ("compiti-merenda", "ask:place", Facts(elsewhere="correggio"), "Correggio è fuori rete"),
        ("mattino-girasole", "ask:price", Facts(count=3, unit="hour"), "60 €: 3 × 20 € all'ora"),
    ],
)
def test_the_answer_comes_from_the_right_field(
    service: str, act: Act, facts: Facts, says: str, catalogue: Catalogue
) -> None:
    assert says in of(service, act, facts, catalogue)


def test_what_the_card_does_not_say_is_said_to_be_so_with_the_words_to_ask(catalogue: Catalogue) -> None:
    silent = next(entry for entry in catalogue.entries.values() if not entry.service.languages)
    text = of(silent.id, "ask:languages", Facts(spoken="ar"), catalogue)
    assert "Sulla scheda non c'è" in text
    assert "arabo" in text


def _changed(entry: Entry, **fields: object) -> Entry:
    return Entry(entry.service.model_copy(update=fields), entry.organization)


@pytest.mark.parametrize(("language", "said"), [("it", "secondo ISEE"), ("en", "depends on household income (ISEE)")])
def test_a_price_in_words_is_said_everywhere_and_reckoned_with_nowhere(
    catalogue: Catalogue, language: Language, said: str
) -> None:
    entry = _changed(catalogue.entries["casa-sicura"], price=Price.model_validate("secondo ISEE"), offers=())
    its = asked(entry, Facts(free=True), catalogue, language)
    assert f"💶 {said}" in plain(card(entry, None, its.state, its.world).text)
    assert f"💶 {said}" in plain(to_forward(entry, its.world))
    price = plain(str(about("ask:price", its).messages[0].text))
    assert said in price
    assert not any(word in price.lower() for word in ("gratis", "non è", "free"))
    eight = asked(entry, Facts(count=8, unit="hour"), catalogue, language)
    many = plain(str(about("ask:price", eight).messages[0].text))
    assert said in many
    assert not any(sign.isdigit() for sign in many.partition(said)[0])
    cheaper = WISHES["want:cheaper"](asked(entry, NOTHING, catalogue, language))[1]
    assert cheaper.messages


def test_the_contact_has_every_number_and_calls_the_first(catalogue: Catalogue) -> None:
    contact = Contact.model_validate(
        {
            "phones": [
                {"number": "059 000 0199", "extension": "3", "description": {"it": "ore pasti", "en": "at lunch"}},
                {"number": "333 000 0199", "description": {"it": "solo WhatsApp", "en": "WhatsApp only"}},
            ]
        }
    )
    entry = _changed(catalogue.entries["casa-sicura"], contact=contact)
    said: tuple[tuple[Language, str, str], ...] = (
        ("it", "059 000 0199 int. 3 (ore pasti)", "333 000 0199 (solo WhatsApp)"),
        ("en", "059 000 0199 ext. 3 (at lunch)", "333 000 0199 (WhatsApp only)"),
    )
    for language, first, second in said:
        its = asked(entry, NOTHING, catalogue, language)
        bubble = answers.contact(entry, its.state, its.world).messages[0]
        assert bubble.contact
        assert bubble.contact.phone == "059 000 0199"
        assert f"📞 {first}\n📞 {second}" in plain(bubble.text)
        assert f"📞 {first}\n📞 {second}" in plain(to_forward(entry, its.world))


@pytest.mark.parametrize(
    ("hours", "facts", "answer"),
    [
        ('Mo-Sa 09:00-18:00 "su appuntamento"', Facts(now=True), "Non è detto che adesso sia aperto: senti prima."),
        ("Mo-Fr 09:00-18:00; Sa unknown", Facts(day="sat"), "Non è detto che il sabato sia aperto: senti prima."),
        ("Mo-Fr 09:00-18:00", Facts(day="sat"), "No, il sabato è chiuso."),
    ],
)
def test_nobody_is_told_yes_or_no_where_one_has_to_ask(
    hours: str, facts: Facts, answer: str, catalogue: Catalogue
) -> None:
    entry = catalogue.entries["casa-sicura"]
    entry = replace(entry, service=entry.service.model_copy(update={"hours": hours}))

    said = plain(str(about("ask:hours", asked(entry, facts, catalogue)).messages[0].text))

    assert said.startswith(answer), said
