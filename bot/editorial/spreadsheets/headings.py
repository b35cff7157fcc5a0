"""What the heading of a column in somebody's own table says that it holds: Italian, English, some words of others."""

import re
from functools import lru_cache

from bot.vouchers.headings import plain

LONGEST = 80  # signs; what is longer is a sentence
MOST_WORDS = 8
ENGLISH = re.compile(r"\b(?:inglese|english|eng?|in inglese)\b")
# In this order: a heading that says two of them is the first. The words are without accents, as `plain` makes them.
WORDS: dict[str, str] = {
    "none": r"id|codice(?: interno| scheda)?|n|nr|num|numero|#|prog(?:ressivo)?|note(?: interne)?|notes?|referente|"
    r"responsabile|contact person|persona di riferimento|p iva|partita iva|codice fiscale|cap|provincia|prov|zip|"
    r"data (?:di )?(?:inserimento|creazione)|compilat\w+|operatore|stato|status|fax|pec|cod .*",
    "checked_on": r".*\b(?:aggiornat\w|aggiornamento|controllat\w|verificat\w|verifica|ultimo controllo|updated|checked|"
    r"last (?:update|check)\w*)\b.*",
    "contact.email": r".*\b(?:e ?mail|posta elettronica|correo|mail)\b.*",
    "contact.web": r".*\b(?:sito|web|website|internet|url|pagina|link|www)\b.*",
    "contact.phones": r".*\b(?:cell(?:ulare)?|mobile|altr[oi] (?:telefon[oi]|numer[oi])|telefono 2|tel 2|secondo telefono|"
    r"whatsapp)\b.*",
    "contact.phone": r".*\b(?:tel(?:efon[oi]|f)?|phones?|recapit[oi](?: telefonic[oi])?|numero (?:di telefono|da chiamare)|"
    r"telephone|fon|chiamare)\b.*",
    "price.note": r".*\bnot[ae] (?:sul|sui|al|ai) (?:prezz[oi]|cost[oi])\b.*",
    "price": r".*\b(?:prezz[oi]|cost[oi]|tariff[ae]|quota|contributo|price|cost|fee|rate|precio|prix|preis)\b.*",
    "hours": r".*\b(?:orari?o?|apertur[ae]|quando|giorni(?: e ore)?|ore|hours|opening|horarios?|horaires|offnungszeiten)\b.*",
    "payment": r".*\b(?:pagament[oi]|come si paga|payment)\b.*",
    "offer": r".*\b(?:sconto|convenzione|offerta|agevolazione|promozione|discount|offer)\b.*",
    "ages": r".*\b(?:eta|anni|fascia d eta|ages?|age range)\b.*",
    "languages": r".*\b(?:lingu[ae]|languages?)\b.*",
    "documents": r".*\b(?:document[oi]|cosa portare|portare|documentazione|documents|what to bring)\b.*",
    "first_step": r".*\b(?:primo passo|come (?:si )?(?:accede|accedere|fare|funziona|prenot\w+|iscriversi)|"
    r"modalita (?:di )?(?:accesso|iscrizione|prenotazione)|accesso|prenotazione|how to (?:apply|access|book|start)|"
    r"first step)\b.*",
    "wait": r".*\b(?:attesa|tempi|liste? d attesa|waiting|wait)\b.*",
    "duration": r".*\b(?:durata|duration|how long)\b.*",
    "capacity": r".*\b(?:posti|capienza|capacity|places available)\b.*",
    "eligibility": r".*\b(?:requisiti|condizioni di accesso|chi puo|eligibility|requirements)\b.*",
    "where.at": r".*\b(?:domicilio|modalita(?: di erogazione)?|dove si svolge|in sede o a casa|sede o domicilio|delivery|"
    r"erogazione|come si svolge)\b.*",
    "where.towns": r".*\b(?:zon[ae]|territori[oi]|comuni serviti|copertura|area servita|area covered|coverage|ambito)\b.*",
    "who": r".*\b(?:destinatari\w?|per chi|utenza|utenti|target|a chi (?:e rivolto|si rivolge)|rivolto a|beneficiari|"
    r"for whom|audience|who)\b.*",
    "lat": r"lat(?:itudine|itude)?",
    "lon": r"lon(?:g|gitudine|gitude)?|lng",
    "town": r".*\b(?:comune|citta|localita|paese|town|city|municipality|luogo|ciudad|ville|ort)\b.*",
    "civic": r"n(?:umero)? civico|civico",
    "address": r".*\b(?:indirizzo|via|sede|ubicazione|dove|address|street|location|direccion|adresse)\b.*",
    "needs": r".*\b(?:bisogn[oi]|categori[ae]|tipologi[ae]|tipo|ambito di intervento|settore|tema|need|category|type|"
    r"area(?: tematica)?)\b.*",
    "keywords": r".*\b(?:parole chiave|tags?|keywords)\b.*",
    "summary": r".*\b(?:descrizion[ei]|(?:che )?cosa (?:offre|fa|fanno|e|riceve)|in breve|dettagli|descrivi|attivita svolt\w|"
    r"description|summary|what (?:it is|you get)|details|descripcion|beschreibung|contenut[oi])\b.*",
    "organization": r".*\b(?:organizzazion[ei]|ente|enti|associazion[ei]|cooperativ[ae]|gestore|ente gestore|fornitor[ei]|"
    r"erogatore|chi (?:lo )?(?:offre|eroga|gestisce|fa)|struttura|partner|ragione sociale|denominazione ente|organi[sz]ation|"
    r"provider|agency|azienda|a cura di)\b.*",
    "name": r".*\b(?:servizi?o?|nome|denominazione|titolo|attivita|prestazion[ei]|iniziativa|progetto|corso|service|name|"
    r"title|activity|program(?:me)?|nombre|nom)\b.*",
}
KNOWN = {field: re.compile(words) for field, words in WORDS.items()}
TEXTS = {"name", "summary", "first_step", "wait", "duration", "eligibility", "capacity", "payment", "price.note"}


@lru_cache(4_096)
def field_said(heading: str) -> str:
    """Return the field that a heading names, `none` for one that has no field; nothing where nobody knows it."""
    said = plain(heading) if len(heading) <= LONGEST else ""
    if not said or said.count(" ") >= MOST_WORDS:
        return ""
    bare = ENGLISH.sub("", said).strip() or said
    found = next((field for field, words in KNOWN.items() if words.fullmatch(bare)), "")
    return f"{found}.en" if found in TEXTS and bare != said else found
