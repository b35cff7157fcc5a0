"""What the file of `/imieidati` calls things, in Italian and English."""

from typing import Any

from bot.catalogue.text import Language

NAMES = {
    "made": ("fatto il", "made on"),
    "controller": ("chi risponde dei dati", "who answers for the data"),
    "memberships": ("iscrizioni", "memberships"),
    "company": ("azienda", "company"),
    "pseudonym": ("codice al posto del nome", "code in place of the name"),
    "language": ("lingua", "language"),
    "consent": ("testo a cui hai detto sì", "text you said yes to"),
    "since": ("dal", "since"),
    "ended": ("finita il", "ended on"),
    "vouchers": ("sconti presi", "discounts taken"),
    "limits": ("sconti presi prima, senza più di te", "discounts taken before, without you any more"),
    "service": ("servizio", "service"),
    "offer": ("sconto", "discount"),
    "code": ("codice", "code"),
    "taken": ("preso il", "taken on"),
    "saved on": ("messa da parte il", "put aside on"),
    "until": ("vale fino al", "good until"),
    "saved": ("schede tenute da parte", "services put aside"),
    "reminders": ("promemoria che hai chiesto", "reminders you asked for"),
    "due": ("entro il", "by"),
    "questions": ("domande che il bot ti farà o ti ha fatto", "questions that the bot will ask or has asked you"),
    "asked": ("chiesto il", "asked on"),
    "notices": ("messaggi del bot che aspettano", "messages of the bot that wait"),
    "counted": ("conteggi del trimestre, senza nome", "counts of the quarter, without a name"),
    "quarter": ("trimestre", "quarter"),
    "counted for": ("per", "for"),
    "unmet": ("bisogni a cui nessuno ha saputo rispondere", "needs that nobody could meet"),
    "outcomes": (
        "cosa ne è stato, per la valutazione finale, senza nome",
        "what came of it, unnamed",
    ),
    "evaluation": ("valutazione", "evaluation"),
    "month": ("mese", "month"),
    "day": ("giorno", "day"),
    "need": ("bisogno", "need"),
    "reports": ("segnalazioni sulle schede", "reports on services"),
    "what": ("cosa", "what"),
    "blocked": ("bot fermato il", "bot stopped on"),
    "role": ("ruolo", "role"),
    "coordinator": ("chi cura il catalogo, numero", "keeps the catalogue, number"),
    "drafts": ("bozze del catalogo", "drafts of the catalogue"),
    "page-messages": ("risposte sulla pagina di chi coordina", "answers on the coordinators' page"),
    "conversation": ("conversazione (24 ore)", "conversation (24 hours)"),
    "about": ("bisogni che il bot immagina", "needs that the bot guesses"),
    "town": ("paese", "town"),
    "waits": ("aspetta il tuo sì o no per", "waits for your yes or no for"),
    "incoming": ("tuoi messaggi che aspettano risposta, cifrati", "messages of yours that wait for an answer, sealed"),
    "outgoing": ("risposte che aspettano di partire, cifrate", "answers that wait to be sent, sealed"),
    "also": ("teniamo anche", "we also keep"),
    "not kept": ("cosa non teniamo", "what we do not keep"),
}
COUNTED = {
    "reached": ("hai scritto al bot", "you wrote to the bot"),
    "need": ("hai cercato servizi di quest'area", "you looked for services of this area"),
    "taken": ("hai preso uno sconto", "you took a discount"),
    "unmet": ("hai cercato invano in quest'area", "you looked in vain in this area"),
    "town": ("hai cercato in questo paese", "you looked in this town"),
    "place": ("il link da cui sei entrato", "the link you came in by"),
    "shown": ("hai visto questa scheda", "you saw this service"),
    "claimed": ("hai preso uno sconto di questo servizio", "you took a discount of this service"),
    "refused": ("hai detto che il codice non è stato accettato", "you said that the code was not accepted"),
}
# By bot.people.wishes.Kind.
QUESTIONS = {
    "heard": ("com'è andata", "how it went"),
    "why": ("che cosa ti ha frenato", "what held you back"),
    "form": ("che cosa pensi del programma", "what you think of the programme"),
    "last": ("l'ultima domanda che ti ha fatto", "the last question that it asked you"),
    "never": ("non vuoi domande", "you want no questions"),
}
# By the kind of bot.evaluation.outcomes, without what stands after a hyphen.
OUTCOMES = {
    "reached": ("hai detto sì, o hai scritto al bot", "you said yes, or wrote to the bot"),
    "understood": ("hai visto servizi per un bisogno", "you saw services for a need"),
    "took": ("hai preso uno sconto o un numero", "you took a discount or a number"),
    "asked": ("ti abbiamo chiesto com'è andata", "we asked you how it went"),
    "answered": ("hai risposto", "you answered"),
    "contacted": ("li hai sentiti", "you got in touch"),
    "helped": ("ti hanno aiutato", "they helped you"),
    "reason": ("perché non si poteva", "why it was not possible"),
    "why": (
        "perché non hai preso niente, o lo ha detto il dado",
        "why you took nothing, or so said the dice",
    ),
    "offered": ("ti abbiamo chiesto del programma", "we asked you about the programme"),
    "form": ("la tua risposta sul programma", "your answer about the programme"),
    "gap": ("cosa è mancato", "what was missing"),
}
ALSO = (
    (
        "segni di bottoni premuti, per non rispondere due volte: 48 ore, non dicono di chi sono",
        "cifrati in un file a parte, per 90 giorni, contro le sviste delle copie di riserva: i codici presi",
        "e nello stesso file chi ha ritirato il consenso o si è fatto cancellare",
    ),
    (
        "marks of pressed buttons, so as not to answer twice: 48 hours, they do not say whose they are",
        "encrypted in a file apart, for 90 days, so that a backup changes nothing: the codes taken",
        "and in the same file who withdrew consent or asked to be deleted",
    ),
)
NOT_KEPT = (
    (
        "il tuo nome e il tuo numero",
        "le parole che scrivi",
        "l'ora in cui hai scritto, oltre alle 24 ore della conversazione",
    ),
    (
        "your name and your number",
        "the words you write",
        "the hour in which you wrote, beyond the conversation's 24 hours",
    ),
)


def named(values: dict[str, Any], language: Language) -> dict[str, Any]:
    """Return the same values under the names that people read."""
    return {NAMES[name][language == "en"]: value for name, value in values.items()}
