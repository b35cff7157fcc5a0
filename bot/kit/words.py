"""What the sheets of a kit say, in both languages. Short: they are read in passing."""

from dataclasses import dataclass

from bot.catalogue.text import Language


@dataclass(frozen=True)
class Words:
    """The texts of all sheets; what stands in {} is filled in.

    `topics` and `more_topics` are said of a network that has all of them, `example` where there is such a button.
    """

    topics: str
    more_topics: str
    headline: str
    invitation: str
    invitation_only: str
    found: str
    found_only: str
    example: str
    button: str
    discount: str
    demonstration: str
    steps: tuple[str, str, str]
    steps_by_page: tuple[str, str, str]
    scan: str
    private: str
    privacy: tuple[str, str, str]
    person: str
    responsible: str
    message: str


ITALIAN = Words(
    topics="figli, genitori, casa, salute",
    more_topics="figli, genitori anziani, casa e salute",
    headline="{topics}: a chi lo chiedo?",
    invitation="Scrivilo su Telegram, come lo diresti a un collega: trovi il servizio vicino a te, il primo passo da "
    "fare e lo sconto per chi lavora in {company}.",
    invitation_only="Scrivilo su Telegram, come lo diresti a un collega: trovi il servizio vicino a te e il primo "
    "passo da fare. È per chi lavora in {company}.",
    found="il servizio vicino a te e lo sconto",
    found_only="il servizio vicino a te e il primo passo da fare",
    example="mio babbo è caduto e di giorno è solo",
    button="pulsante",
    discount="Per te c'è lo sconto.",
    demonstration="Dimostrazione: è tutto inventato",
    steps=(
        "Inquadra il codice con la fotocamera",
        "Si apre Telegram: tocca «Avvia»",
        "Scrivi cosa ti serve: ti rispondo subito",
    ),
    steps_by_page=(
        "Inquadra il codice con la fotocamera",
        "Tocca «Apri in Telegram», poi «Avvia»",
        "Scrivi cosa ti serve: ti rispondo subito",
    ),
    scan="Inquadrami",
    private="Resta fra te e il bot",
    privacy=(
        "La tua azienda non vede niente di quello che scrivi.",
        "Le tue parole non vengono salvate.",
        "Cancelli tutto quando vuoi, con /dimenticami.",
    ),
    person="Preferisci parlare con una persona? {desk}, {phone}",
    responsible="Dei dati risponde {controller}, {email}",
    message="""{heading}Ciao! Chi lavora in {company} ha un aiuto in più per {topics}.

Apri questo link e scrivi cosa ti serve, come lo diresti a un collega: trovi {found}.
{link}

Resta fra te e il bot:
{privacy}
""",
)
ENGLISH = Words(
    topics="children, parents, home, health",
    more_topics="children, elderly parents, home and health",
    headline="{topics}: who can I ask?",
    invitation="Write it on Telegram, as you would tell a colleague: you find the service nearby, the first step "
    "to take, and the discount for people who work at {company}.",
    invitation_only="Write it on Telegram, as you would tell a colleague: you find the service nearby and the first "
    "step to take. It is for people who work at {company}.",
    found="the service nearby and the discount",
    found_only="the service nearby and the first step to take",
    example="my dad fell and he is alone during the day",
    button="button",
    discount="There is a discount for you.",
    demonstration="Demonstration: all of it is invented",
    steps=(
        "Point your camera at the code",
        "Telegram opens: tap “Start”",
        "Write what you need, and I answer",
    ),
    steps_by_page=(
        "Point your camera at the code",
        "Tap “Open in Telegram”, then “Start”",
        "Write what you need, and I answer",
    ),
    scan="Scan me",
    private="It stays between you and the bot",
    privacy=(
        "Your company sees nothing of what you write.",
        "Your words are not saved.",
        "Delete everything whenever you like, with /forgetme.",
    ),
    person="Would you rather talk to a person? {desk}, {phone}",
    responsible="Responsible for the data: {controller}, {email}",
    message="""{heading}Hello! People who work at {company} have some extra help with {topics}.

Open this link and write what you need, as you would tell a colleague: you find {found}.
{link}

It stays between you and the bot:
{privacy}
""",
)
WORDS: dict[Language, Words] = {"it": ITALIAN, "en": ENGLISH}
