"""What the sheets of a kit say, in both languages. Short: they are read in passing."""

from dataclasses import dataclass

from bot.catalogue.text import Language


@dataclass(frozen=True)
class Words:
    """The texts of all sheets; `{company}`, `{controller}` and `{link}` are filled in."""

    headline: str
    invitation: str
    example: str
    answer: str
    steps: tuple[str, str, str]
    scan: str
    private: str
    privacy: tuple[str, str, str]
    person: str
    responsible: str
    message: str


ITALIAN = Words(
    headline="Figli, genitori, casa, salute: a chi lo chiedo?",
    invitation="Scrivilo su Telegram, come lo diresti a un collega: trovi il servizio vicino a te, il primo passo da "
    "fare e lo sconto per chi lavora in {company}.",
    example="Mio babbo è caduto e di giorno è solo",
    answer="C'è un pulsante al collo: se cade lo preme, e risponde una persona. Per te c'è lo sconto.",
    steps=(
        "Inquadra il codice con la fotocamera",
        "Si apre Telegram: tocca «Avvia»",
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
    message="""Ciao! Chi lavora in {company} ha un aiuto in più per figli, genitori anziani, casa e salute.

Apri questo link e scrivi cosa ti serve, come lo diresti a un collega: trovi il servizio vicino a te e lo sconto.
{link}

Resta fra te e il bot:
{privacy}
""",
)
ENGLISH = Words(
    headline="Children, parents, home, health: who can I ask?",
    invitation="Write it on Telegram, as you would tell a colleague: you find the service nearby, the first step "
    "to take, and the discount for people who work at {company}.",
    example="My dad fell and he is alone during the day",
    answer="There is a button worn round the neck: after a fall, one press and a person answers. "
    "There is a discount for you.",
    steps=(
        "Point your camera at the code",
        "Telegram opens: tap “Start”",
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
    message="""Hello! People who work at {company} have some extra help with children, elderly parents, home and health.

Open this link and write what you need, as you would tell a colleague: you find the service nearby and the discount.
{link}

It stays between you and the bot:
{privacy}
""",
)
WORDS: dict[Language, Words] = {"it": ITALIAN, "en": ENGLISH}
