"""The keys that people write in Italian, and what they are called in a file."""

PARTS_OF_ADDRESS = frozenset(
    ["cap", "civico", "interno", "nota", "note", "numero", "piano", "provincia", "scala", "zip"]
)
ITALIAN = {
    italian: key
    for key, names in {
        "about": "chi_siamo presentazione",
        "address": "indirizzo via",
        "ages": "eta età",
        "amount": "importo costo euro",
        "at": "modo",
        "checked_on": "controllato_il controllato verificato",
        "code": "codice",
        "companies": "aziende azienda",
        "conditions": "condizioni",
        "contact": "contatto contatti",
        "documents": "documenti documento",
        "email": "mail e-mail posta pec",
        "enrolment": "iscrizione iscrizioni",
        "extension": "interno",
        "first_step": "primo_passo",
        "free": "gratis gratuito gratuita",
        "from": "da dal dai min",
        "gift": "omaggio regalo",
        "hours": "orario orari",
        "languages": "lingue lingua",
        "lat": "latitudine latitude",
        "locations": "sede sedi",
        "lon": "lng long longitudine longitude",
        "max_uses": "massimo usi",
        "minus": "sconto_euro",
        "name": "nome",
        "needs": "bisogno bisogni",
        "note": "nota",
        "number": "numero",
        "offers": "offerta offerte",
        "per": "unita unità unit ogni",
        "percent": "percentuale sconto %",
        "per_person": "a_testa a_persona",
        "phone": "tel telefono cellulare cell",
        "phones": "telefoni numeri mobile whatsapp fax cellulari",
        "places": "luoghi luogo",
        "price": "prezzo tariffa",
        "services": "servizio servizi",
        "summary": "descrizione riassunto",
        "to": "a al ai max",
        "town": "comune citta città paese",
        "towns": "comuni",
        "valid": "valido validita validità periodo",
        "value": "valore vantaggio",
        "voucher": "buono",
        "web": "sito url website www facebook instagram",
        "where": "dove",
        "who": "chi destinatari",
    }.items()
    for italian in names.split()
}
