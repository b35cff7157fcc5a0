"""A value as people type it is read for what it is, or refused with its own cause and the line to write.

`tests/data/field/values` has one value a line; here is what becomes of each, and of more of its kind.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.text import LANGUAGES
from bot.editorial.wording import line
from tests.bot.editorial.small_network import AREA, NETWORK, Folder

FIELD = Path(__file__).parents[2] / "data/field"
GOOD = (FIELD / "yaml/buono.yaml").read_text("utf-8")
TOWNS = """\
  - {id: faenza, name: Faenza, lat: 44.2850, lon: 11.8830}
  - {id: castelbolognese, name: Castel Bolognese, lat: 44.3190, lon: 11.7990}
"""
COMPANIES = """\
companies:
  - id: ceramiche-zauli
    name: Ceramiche Zauli
    sector: {it: ceramica, en: pottery}
    town: faenza
    employees: 300
    member: 2025-01-01/
"""
PRICE = 'price: {from: 380, to: 520, per: month, note: {it: "secondo ISEE", en: "depends on ISEE"}}'
CONTACT = 'contact: {phone: "0546 000 201", email: segreteria@lalippa.example.org, web: "https://lalippa.example.org"}'
PLACE = '{id: nido, town: faenza, address: "Via Cavour 12", lat: 44.2880, lon: 11.8800}'
OFFERS = GOOD[GOOD.index("      - id: nido-lippa-sconto") :]
PARTS = {  # the file of values -> what a line of it stands for, and how it is written there
    "prezzi": (PRICE, "price: {}"),
    "contatti": (CONTACT, "contact: {}"),
    "eta": ("ages: {from: 0, to: 3}", "ages: {}"),
    "controllato-il": ("checked_on: 2026-11-20", "checked_on: {}"),
    "documenti": ("    checked_on:", "    documents: {}\n    checked_on:"),
    "iscrizioni": ("    checked_on:", "    enrolment: {}\n    checked_on:"),
    "luoghi": (PLACE, "{}"),
    "offerte": (OFFERS, "      - {}\n"),
}
OFFER = "{value: {percent: 10}, valid: 2026-09-01/2027-12-31, voucher: "
AT = '{id: sede, town: faenza, address: "Via Cavour 12", '
BESIDE = {"need-without-service", "offer-without-gain", "missing-translation", "html-in-text.marks"}
ISEE = {"it": "secondo ISEE", "en": "depends on household income (ISEE)"}

# What is typed -> what it is read as (a part of it, as JSON), or the rule that refuses it and a part of its cure.
Case = tuple[str, Any]
PRICES: list[Case] = [
    ("{amount: 12}", {"amount": "12"}),
    ("{amount: 12.5}", {"amount": "12.5"}),
    ("{amount: 12,5}", ("comma-in-braces", 'amount: "12,5"')),
    ("{amount: 12.50}", {"amount": "12.50"}),
    ('{amount: "12,50"}', {"amount": "12.50"}),
    ('{amount: "12.50€"}', {"amount": "12.50"}),
    ('{amount: "€ 12,00"}', {"amount": "12.00"}),
    ("{amount: €12}", {"amount": "12"}),
    ("{amount: 12 euro}", {"amount": "12"}),
    ("{amount: 12€/h}", ("bad-number.instead", "amount: 12, per: hour")),
    ("{amount: 1.200}", {"amount": "1200"}),
    ("{amount: 1.200,00}", ("comma-in-braces", 'amount: "1.200,00"')),
    ("{amount: 1200}", {"amount": "1200"}),
    ("{amount: 0}", {"free": True}),
    ("{amount: -5}", ("bad-number.least", "0")),
    ('{amount: "8-12"}', ("bad-number.instead", "from: 8, to: 12")),
    ("{from: 8, to: 12, per: hour}", {"from": "8", "to": "12", "per": "hour"}),
    ("{from: 12, to: 8, per: hour}", ("turned-range", "from")),
    ("{from: 8, per: hour}", {"from": "8", "per": "hour"}),
    ("{to: 12, per: hour}", {"to": "12", "per": "hour"}),
    ("{amount: 12, per: ora}", ("bad-choice.instead", "per: hour")),
    ('{amount: 12, per: "€/h"}', ("bad-choice.instead", "per: hour")),
    ('{amount: 12, per: hour, note: {it: "secondo ISEE", en: "depends on ISEE"}}', {"amount": "12", "per": "hour"}),
    ('"da 8 a 12 €/h"', {"from": "8", "to": "12", "per": "hour"}),
    ('"secondo ISEE"', {"note": ISEE}),
    ('"gratuito"', {"free": True}),
    ("gratis", {"free": True}),
    ("free", {"free": True}),
    ("{free: true}", {"free": True}),
    ("{free: si}", {"free": True}),
    ("{free: sì}", {"free": True}),
    ("{free: yes}", {"free": True}),
    ('{free: "true"}', {"free": True}),
    ("{free: false}", ("price-form", "note")),
    ('{note: {it: "secondo ISEE", en: "ISEE"}}', {"note": {"it": "secondo ISEE", "en": "ISEE"}}),
    ("{amount: 12, free: true}", ("price-form", "amount")),
    ("{gratuito: true}", ("unknown-key.near", "free")),
    ("12", {"amount": "12"}),
    ("{amount: 12, currency: EUR}", ("unknown-key", "amount, from, to")),
    ("{amount: 99999999}", ("bad-number.large", "99999999")),
    ("{amount: 12.555}", {"amount": "12555"}),
    ("{amount: 1e3}", ("bad-number.instead", "amount: 1000")),
    ("{amount: .5}", {"amount": "0.5"}),
    # more of the same kinds
    ('{amount: "1.250.000"}', ("bad-number.large", "1.250.000")),
    ('{amount: "1,250.00"}', {"amount": "1250.00"}),
    ('{amount: "1,250"}', ("bad-number", "12.50")),
    ('{amount: "12.345,67 €"}', {"amount": "12345.67"}),
    ('{amount: "circa 12"}', ("bad-number", "12.50")),
    ('{amount: "25 a seduta"}', ("bad-number.instead", "amount: 25, per: session")),
    ('{amount: "gratis"}', ("bad-number.instead", "free: true")),
    ("{amount: 12, per: mese}", ("bad-choice.instead", "per: month")),
    ('{from: "8,50", to: "12,50"}', {"from": "8.50", "to": "12.50"}),
    ("{from: 8,50, to: 12,50}", ("comma-in-braces", 'to: "12,50"')),
    ("{importo: 12}", ("unknown-key.near", "amount")),
    ("{da: 8, a: 12}", ("unknown-key.near", "from")),
    ('"su preventivo"', {"note": {"it": "su preventivo", "en": "on quotation"}}),
    ('"offerta libera"', {"note": {"it": "offerta libera", "en": "you give what you like"}}),
    ('"in base all\'ISEE"', {"note": ISEE}),
    ('"da 380 a 520 al mese, secondo ISEE"', {"from": "380", "to": "520", "per": "month", "note": ISEE}),
    ('"12 € (secondo ISEE)"', {"amount": "12", "note": ISEE}),
    ('"50 euro annui"', {"amount": "50", "per": "year"}),
    ('"tra 8 e 12 euro l\'ora"', {"from": "8", "to": "12", "per": "hour"}),
    ('"12 e 50"', ("price-text.instead", 'price: {note: {it: "12 e 50"')),
    ('"chiedi in segreteria"', ("price-text.instead", 'note: {it: "chiedi in segreteria"')),
    ("{note: secondo ISEE, fino a 20.000 euro}", ("comma-in-braces", 'note: "secondo ISEE, fino a 20.000 euro"')),
    ("{per: month, note: {it: secondo ISEE, en: ISEE}}", ("price-form", "per")),
    ("{free: gratis}", ("bad-choice.instead", "free: true")),
    # as strangers wrote them
    ('"15,- €"', {"amount": "15"}),
    ('"12 € + IVA"', ("price-text.sum", 'price: {amount: 12, note: {it: "+ IVA", en: "…"}}')),
    ('"15 euro (iva inclusa)"', ("price-text.sum", 'price: {amount: 15, note: {it: "iva inclusa", en: "…"}}')),
    ('"ca. 15 €"', ("price-text.sum", 'note: {it: "ca.", en: "…"}')),
    ('"20 € al pasto"', ("price-text.sum", 'price: {amount: 20, note: {it: "al pasto", en: "…"}}')),
    ('"quota associativa 20 € annui"', ("price-text.sum", "price: {amount: 20, per: year, note")),
    ('"15 €/ora, 12 € per i soci"', ("price-text.instead", "price: {note: {it:")),
    ('"12 CHF"', ("price-text.instead", "price: {note: {it:")),
    ('"n.d."', ("price-text.none", "su richiesta")),
    ('"-"', ("price-text.none", "su richiesta")),
    ('"in base al reddito ISEE"', {"note": ISEE}),
    ("{amount: 12, unit: hour}", ("unknown-key.near", '"per"')),
]
CONTACTS: list[Case] = [
    ('{phone: "059/123456"}', {"phone": "059/123456"}),
    ('{phone: "059-123456"}', {"phone": "059-123456"}),
    ('{phone: "059.12.34.56"}', {"phone": "059.12.34.56"}),
    ('{phone: "059 12 34 56 int. 3"}', ("bad-phone.extension", 'phones: [{number: "059 123456", extension: "3"}]')),
    ('{phone: "059123456 interno 12"}', ("bad-phone.extension", 'extension: "12"')),
    ('{phone: "+39 333 1234567"}', {"phone": "+39 333 1234567"}),
    ('{phone: "0039 333 1234567"}', {"phone": "0039 333 1234567"}),
    ('{phone: "+39 (0)59 123456"}', {"phone": "+39 (0)59 123456"}),
    ('{phone: "(059) 123456"}', {"phone": "(059) 123456"}),
    ('{phone: "333 12 34 567"}', {"phone": "333 12 34 567"}),
    ('{phone: "333-1234567"}', {"phone": "333-1234567"}),
    ('{phone: "333/1234567"}', {"phone": "333/1234567"}),
    ('{phone: "numero verde 800 123456"}', {"phone": "800 123456"}),
    ('{phone: "800 12 34 56"}', {"phone": "800 12 34 56"}),
    ('{phone: "800-123456 (gratuito)"}', ("bad-phone.note", 'description: {it: "gratuito"')),
    ('{phone: "059 123456 - 333 1234567"}', ("bad-phone.several", 'phones: [{number: "333 123 4567"}]')),
    ('{phone: "059 123456 / 059 123457"}', ("bad-phone.several", 'phone: "059 123456"')),
    ('{phone: "059 123456 | 333 1234567"}', ("bad-phone.several", 'phone: "059 123456"')),
    ('{phone: "059 123456; 333 1234567"}', ("bad-phone.several", 'phone: "059 123456"')),
    ('{phone: "059 123456, 333 1234567"}', ("bad-phone.several", 'phone: "059 123456"')),
    ('{phone: "8680784-3478060201"}', ("bad-phone.several-bad", 'phone: "347 806 0201"')),
    ('{phone: "3463788899-7154343 | 3760898348"}', ("bad-phone.several-bad", "prefisso")),
    ('{phone: "tel. 059 123456"}', {"phone": "059 123456"}),
    ('{phone: "Tel: 059123456"}', {"phone": "059123456"}),
    ('{phone: "059 123456 (Anna)"}', ("bad-phone.note", 'description: {it: "Anna", en: "…"}')),
    ('{phone: "059 123456 ore pasti"}', ("bad-phone.note", 'description: {it: "ore pasti"')),
    ('{phone: "059 1234567/8"}', ("bad-phone.several", 'phones: [{number: "059 123 4568"}]')),
    ("{phone: 059123456}", {"phone": "059123456"}),
    ("{phone: 59123456}", ("bad-phone.zero", 'Forse è phone: "059 123456"')),
    ("{phone: 3331234567}", {"phone": "3331234567"}),
    ("{phone: 3331234567.0}", ("bad-phone.float", 'phone: "333 123 4567"')),
    ('{phone: "3331234567.0"}', ("bad-phone.float", 'phone: "333 123 4567"')),
    ("{phone: 3.33123E+09}", ("bad-phone.scientific", "Chiedilo di nuovo")),
    ('{phone: "3,33123E+09"}', ("bad-phone.scientific", "Chiedilo di nuovo")),
    ('{phone: "’059 123456"}', {"phone": "059 123456"}),
    ('{phone: "059 123456"}', {"phone": "059 123456"}),
    ('{phone: "059\u00a0123456"}', {"phone": "059 123456"}),
    ('{phone: "０５９１２３４５６"}', {"phone": "059123456"}),
    ('{phone: "112"}', ("bad-phone.emergency-number", "network.yaml")),
    ('{phone: "1522"}', {"phone": "1522"}),
    ('{phone: "199 123456"}', ("bad-phone.shared-cost", "costa")),
    ('{phone: "89 24 24"}', ("bad-phone.premium", "a pagamento")),
    ('{phone: "899 123456"}', ("bad-phone.premium", "a pagamento")),
    ('{phone: "+390591234567"}', {"phone": "+390591234567"}),
    ('{phone: "+39059123"}', ("bad-phone", "prefisso")),
    ('{phone: "+41 91 123 45 67"}', {"phone": "+41 91 123 45 67"}),
    ('{phone: "+378 0549 123456"}', ("bad-phone", "prefisso")),
    ('{phone: "0549 123456"}', {"phone": "0549 123456"}),
    ('{phone: "0591234567890123"}', ("bad-phone.long", "troppe cifre")),
    ('{phone: "06 1234"}', ("bad-phone", "prefisso")),
    ('{phone: "02 1234 5678"}', {"phone": "02 1234 5678"}),
    ('{phone: "328.1234567 (WhatsApp)"}', ("bad-phone.note", 'number: "328 123 4567"')),
    ('{phone: "solo WhatsApp 328 1234567"}', ("bad-phone.note", 'description: {it: "solo WhatsApp"')),
    ('{phone: "su richiesta"}', ("bad-phone.none", "togli la voce")),
    ('{phone: "n.d."}', ("bad-phone.none", "togli la voce")),
    ('{phone: "-"}', ("bad-phone.none", "togli la voce")),
    ('{phone: ""}', ("bad-phone.none", "togli la voce")),
    ('{phone: "059 O00 0199"}', ("bad-phone.letter", 'phone: "059 000 0199"')),
    ('{phone: "059 000 0199", email: "info@esempio.it"}', {"phone": "059 000 0199", "email": "info@esempio.it"}),
    ('{email: "info@esempio.it; pec@pec.esempio.it"}', ("bad-email.several", "info@esempio.it.")),
    ('{email: "info@esempio.it, segreteria@esempio.it"}', ("bad-email.several", "per esempio info@esempio.it")),
    ('{email: "info@esempio.it / segreteria@esempio.it"}', ("bad-email.several", "per esempio info@esempio.it")),
    ('{email: "pec: esempio@pec.it"}', ("bad-email.instead", "scrivi esempio@pec.it")),
    ('{email: "PROT.GEN@LEGALMAIL.IT"}', ("bad-email.certified", "PEC")),
    ('{email: "mailto:info@esempio.it"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{email: "Info <info@esempio.it>"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{email: "info(at)esempio.it"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{email: "info@esempio.it "}', {"email": "info@esempio.it"}),
    ('{email: "info @esempio.it"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{email: "info@esempio"}', ("bad-email", "ciao@girasole.example.org")),
    ('{email: "info@esempio.it."}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{email: "città@comune.it"}', ("bad-email.instead", "scrivi citta@comune.it")),
    ('{email: "info@esempio..it"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{web: "www.esempio.it"}', ("bad-web.instead", '"https://www.esempio.it"')),
    ('{web: "esempio.it"}', ("bad-web.instead", '"https://esempio.it"')),
    ('{web: "http://www.esempio.it"}', {"web": "http://www.esempio.it"}),
    ('{web: "https://www.esempio.it/servizi/asilo nido"}', ("bad-web.instead", "/asilo%20nido")),
    (
        '{web: "https://www.facebook.com/esempio?ref=hl&__tn__=%2Cd"}',
        {"web": "https://www.facebook.com/esempio?ref=hl&__tn__=%2Cd"},
    ),
    ('{web: "HTTPS://WWW.ESEMPIO.IT"}', ("bad-web.instead", '"https://www.esempio.it"')),
    ('{web: "https://esempio.it, https://altro.it"}', ("bad-web.several", '"https://esempio.it"')),
    ('{web: "https://forlì.it"}', {"web": "https://forlì.it"}),
    ('{web: "facebook: Esempio Coop"}', ("bad-web", "https://")),
    # more of the same kinds
    ('{phone: "059 123456 e 333 1234567"}', ("bad-phone.several", 'phones: [{number: "333 123 4567"}]')),
    ('{phone: "059123456 333 1234567"}', ("bad-phone.several", 'phones: [{number: "333 123 4567"}]')),
    ('{phone: "055/123456-055/123457"}', ("bad-phone.several", 'phones: [{number: "055 123457"}]')),
    ('{phone: "059 123456-7"}', ("bad-phone.several", 'phones: [{number: "059 123457"}]')),
    ('{phone: "059 123456 (ufficio) / 333 1234567 (Anna)"}', ("bad-phone.several", 'description: {it: "Anna"')),
    ('{phone: "333 1234567 dalle 9 alle 12"}', ("bad-phone.note", 'description: {it: "dalle 9 alle 12"')),
    ('{phone: "59123456.0"}', ("bad-phone.float", 'phone: "059 123456"')),
    ('{phone: "+39 59 123456"}', ("bad-phone.zero", 'phone: "059 123456"')),
    ('{phone: "116 117"}', {"phone": "116 117"}),
    ('{phone: "803 164"}', {"phone": "803 164"}),
    ('{phone: "118"}', ("bad-phone.emergency-number", "emergency")),
    ('{phone: "848 123456"}', ("bad-phone.shared-cost", "costa")),
    ('{phones: [{number: "059 123456", extension: "3"}]}', {"phones": [{"number": "059 123456", "extension": "3"}]}),
    ('{phones: [{number: "59123456"}]}', ("bad-phone.zero", '"059 123456"')),
    ('{phones: ["059 123456"]}', {"phones": [{"number": "059 123456"}]}),
    ('{phones: "059 123456"}', ("wrong-kind.list", 'phones: ["059 123456"]')),
    ('{phone: "0039 59 123456"}', ("bad-phone.zero", 'phone: "059 123456"')),
    ('{email: "info@esempio,it"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{email: "info@@esempio.it"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{web: "https:/www.esempio.it"}', ("bad-web.instead", '"https://www.esempio.it"')),
    ('{web: "http//esempio.it"}', ("bad-web.instead", '"http://esempio.it"')),
    ('{telefono: "059 123456"}', ("unknown-key.near", "phone")),
    ('{sito: "https://esempio.it"}', ("unknown-key.near", "web")),
    ('{email: "info chiocciola esempio.it"}', ("bad-email.instead", "scrivi info@esempio.it")),
    ('{web: "https://www.esempio.it."}', ("bad-web.instead", '"https://www.esempio.it"')),
    ('{web: "Www.Esempio.it/Nidi"}', ("bad-web.instead", '"https://www.esempio.it/Nidi"')),
    # as strangers wrote them
    ('{phone: "059-12.34.56/57"}', ("bad-phone.several", 'phones: [{number: "059 123457"}]')),
    ('{phone: "393331234567"}', ("bad-phone.plus", 'phone: "+39 333 123 4567"')),
    ('{phone: "39 059 123456"}', ("bad-phone.plus", 'phone: "+39 059 123456"')),
    ('{phone: "393 1234567"}', {"phone": "393 1234567"}),
    ('{phone: "059 123456 (9:00-12:30)"}', ("bad-phone.note", 'number: "059 123456", description: {it: "9:00-12:30"')),
    ('{phone: "059 123456 o 333.1234567"}', ("bad-phone.several", 'phones: [{number: "333 123 4567"}]')),
    ('{phone: "Tel 059 123456 Cell 333 1234567"}', ("bad-phone.several", 'description: {it: "Cell"')),
    ('{phone: "059/123456 fax 059/123457"}', ("bad-phone.several", 'description: {it: "fax"')),
    ('{phone: "=\\"0591234567\\""}', {"phone": "0591234567"}),
    ("{phone: \"'059123456'\"}", {"phone": "059123456"}),
    ('{phone: "059‑123456"}', {"phone": "059-123456"}),
    ('{phone: "059—123456"}', {"phone": "059-123456"}),
    ('{phone: "☎️ 059 123456"}', {"phone": "059 123456"}),
    ('{phone: "📞 333 1234567"}', {"phone": "333 1234567"}),
    ('{phone: "T. 059 123456"}', {"phone": "059 123456"}),
    ('{phone: "N. Verde: 800 123456"}', {"phone": "800 123456"}),
    ('{phone: "059 123456", mobile: "333 1234567"}', ("unknown-key.near", '"phones"')),
    ('{phone: "059 123456", phone2: "333 1234567"}', ("unknown-key.near", '"phones"')),
    ('{phone: "059 123456", cell: "333 1234567"}', ("unknown-key.near", '"phones"')),
    ('{web: "n.d."}', ("bad-web", "togli la voce")),
    ('{email: "-"}', ("bad-email", "togli la voce")),
]
AGES: list[Case] = [
    ("{from: 0, to: 3}", {"from": 0, "to": 3}),
    ("{from: 3 mesi, to: 3}", {"from_months": 3, "to": 3}),
    ("{from: 0.5, to: 3}", ("bad-number.instead", "from_months: 6")),
    ('"0-3 anni"', {"from": 0, "to": 3}),
    ("0-3", {"from": 0, "to": 3}),
    ('"over 65"', {"from": 65}),
    ("65+", {"from": 65}),
    ("{from: 65}", {"from": 65}),
    ('{from: "65 anni"}', {"from": 65}),
    ("{to: 14}", {"to": 14}),
    ("{from: 14, to: 3}", ("turned-range", "Scambiali")),
    ("{from: 65, to: 120}", {"from": 65, "to": 120}),
    ("{from: 0, to: 999}", ("bad-number.most", "120")),
    ("{da: 0, a: 3}", ("unknown-key.near", '"from"')),
    ("tutti", ("ages-text.all", "togli la riga")),
    # more of the same kinds
    ('"6-36 mesi"', {"from_months": 6, "to_months": 36}),
    ('"dai 6 mesi ai 3 anni"', {"from_months": 6, "to": 3}),
    ('"dai 65 anni in su"', {"from": 65}),
    ('"fino a 14 anni"', {"to": 14}),
    ("under 18", ("ages-text", "{from: 0, to: 3}")),
    ("0/3 anni", {"from": 0, "to": 3}),
    ("tra i 3 e i 6 anni", {"from": 3, "to": 6}),
    ("+65", {"from": 65}),
    ("tutte le età", ("ages-text.all", "togli la riga")),
    ("anziani", ("ages-text", "{from: 0, to: 3}")),
    ('"14-3"', ("turned-range", "Scambiali")),
    ("{from: 9 mesi, from_months: 9}", {"from_months": 9}),
]
DAYS: list[Case] = [
    ("2026-11-02", "2026-11-02"),
    ('"2026-11-02"', "2026-11-02"),
    ("02/11/2026", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2/11/26", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2026-11-2", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2026/11/02", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("46082", ("bad-date.serial", "checked_on: 2026-03-01")),
    ("2 novembre 2026", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("oggi", ("bad-date", "2026-11-02")),
    ("2026-11-31", ("bad-date.impossible", "2026-11-30")),
    ("2027-11-02", ("unconfirmed.future", "2027-11-02")),
    ("26-11-02", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2026-11-02T10:00:00", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2026-11-02 10:00", ("bad-date.instead", "checked_on: 2026-11-02")),
    # more of the same kinds
    ("2026-11-02T00:00:00", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("86400", ("bad-date", "2026-11-02")),
    ("1° novembre 2026", ("bad-date.instead", "checked_on: 2026-11-01")),
    ("2.11.2026", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2 nov", ("bad-date.year", "checked_on: AAAA-11-02")),
    ("20261102", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("11/25/2025", ("bad-date.instead", "checked_on: 2025-11-25")),
    ("31/02/2026", ("bad-date", "anno-mese-giorno")),
    # as strangers wrote them
    ("November 2nd, 2026", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("Nov 2, 2026", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2nd of November 2026", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2-nov-26", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2/nov/2026", ("bad-date.instead", "checked_on: 2026-11-02")),
    ("2/11", ("bad-date.year", "checked_on: AAAA-11-02")),
    ("11/2026", ("bad-date", "giorno del calendario")),
    ("ieri", ("bad-date", "giorno del calendario")),
]
DOCUMENTS: list[Case] = [
    ('[{it: "Aperto dal luned&#236; al venerd&igrave;", en: "x"}]', ("html-in-text.entity", 'scrivi "ì"')),
    ('[{it: "Carta d&apos;identit&agrave;", en: "x"}]', ("html-in-text.entity", 'scrivi "\'"')),
    ('[{it: "Carta&nbsp;d\'identità", en: "x"}]', ("html-in-text.entity", 'scrivi " "')),
    ('[{it: "Carta d\\u2019identitÃ ", en: "x"}]', ("garbled-text", "d’identità")),
    ('[{it: "<b>Carta</b> d\'identità", en: "x"}]', ("html-in-text", "<b>")),
    (
        '[{it: "CARTA D\'IDENTITA\' E CODICE FISCALE", en: "x"}]',
        [{"it": "CARTA D'IDENTITA' E CODICE FISCALE", "en": "x"}],
    ),
    ('[{it: "ISEE < 20.000 €", en: "x"}]', [{"it": "ISEE < 20.000 €", "en": "x"}]),
    ('[{it: "€ 12 & 15", en: "x"}]', [{"it": "€ 12 & 15", "en": "x"}]),
    ('[{it: "*importante* _leggere_ [qui](https://esempio.it)", en: "x"}]', ("html-in-text.marks", "testo semplice")),
    ('[{it: "Vedi {link}", en: "x"}]', ("bad-slot.elsewhere", "Togli le graffe")),
    ('["Carta d\'identità", "Codice fiscale"]', [{"it": "Carta d'identità"}, {"it": "Codice fiscale"}]),
    (
        '"Carta d\'identità e codice fiscale"',
        ("wrong-kind.list", 'documents: [{it: "Carta d\'identità e codice fiscale"'),
    ),
    ('[{it: "#REF!", en: "#N/D"}]', ("leftover-value", "#REF!")),
    ('[{it: "nan", en: "null"}]', ("leftover-value", "nan")),
    # more of the same kinds
    ('[{it: "PerchÃ© serve", en: "x"}]', ("garbled-text", "Perché")),
    ('[{it: "Câ€™Ã¨ tempo", en: "x"}]', ("garbled-text", "C’è")),
    ('[{it: "Perch\ufffd no", en: "x"}]', ("garbled-text.lost", "Riscrivi la parola")),
    ('[{it: "È vero, São Paulo", en: "x"}]', [{"it": "È vero, São Paulo", "en": "x"}]),
    ('[{it: "#RIF!", en: "x"}]', ("leftover-value", "#RIF!")),
    ('[{it: "#DIV/0!", en: "x"}]', ("leftover-value", "#DIV/0!")),
    ('[{it: "n.d.", en: "x"}]', ("leftover-value", "n.d.")),
    ('[{it: "da completare", en: "x"}]', ("leftover-value", "da completare")),
    ('[{it: "Modello F24_2026_bis", en: "x"}]', [{"it": "Modello F24_2026_bis", "en": "x"}]),
    ("[{it: “Carta d'identità”, en: x}]", ("curly-quotes", "dritte")),
    # as strangers wrote them
    ("[ISEE: attestazione]", ("unknown-key.colon", '"ISEE: attestazione"')),
    ('[{it: "Carta", en: "…"}]', ("leftover-value", "…")),
    ('[{it: "[inserire testo]", en: "x"}]', ("leftover-value", "inserire")),
    ('[{it: "Lorem ipsum dolor sit amet", en: "x"}]', ("leftover-value", "Lorem")),
    ('[{it: "Carta d‚Äôidentit√†", en: "x"}]', ("garbled-text", "d’identità")),
    ('[{it: "Carta d\'identitï¿½", en: "x"}]', ("garbled-text.lost", "Riscrivi la parola")),
    ('[{it: "Carta d?identità", en: "x"}]', ("garbled-text.lost", "Riscrivi la parola")),
    ('[{it: "Serve la carta?Chiedi", en: "x"}]', [{"it": "Serve la carta?Chiedi", "en": "x"}]),
]
PERIODS: list[Case] = [
    ("2027-03-01/2027-05-31", {"first": "2027-03-01", "last": "2027-05-31"}),
    ('"dal 1 marzo al 31 maggio"', ("bad-date.year", "enrolment: AAAA-03-01/AAAA-05-31")),
    ("01/03/2027-31/05/2027", ("bad-date.instead", "enrolment: 2027-03-01/2027-05-31")),
    ("2027-03-01 / 2027-05-31", {"first": "2027-03-01", "last": "2027-05-31"}),
    ("2027-03-01/", {"first": "2027-03-01"}),
    ("/2027-05-31", {"last": "2027-05-31"}),
    ("2027-03-01", ("bad-date.one", "/2027-03-01")),
    ('"fino a esaurimento"', ("bad-date.stock", "Lascia aperta la fine")),
    ('"tutto l\'anno scolastico"', ("bad-date.interval", "2026-09-01/2027-03-31")),
    ("2027-02-30/2027-05-31", ("bad-date.impossible", "2027-02-28")),
    ("2027-05-31/2027-03-01", ("expired-offer.turned", "Scambia le due date")),
    ("2027-3-1/2027-5-31", ("bad-date.instead", "enrolment: 2027-03-01/2027-05-31")),
    ("46082/46173", ("bad-date.serial", "enrolment: 2026-03-01/2026-05-31")),
    ("2027-03-01/2027-03-01", {"first": "2027-03-01", "last": "2027-03-01"}),
    ("2025-03-01/2025-05-31", ("enrolment-over", "2025-05-31")),
    ("marzo-maggio", ("bad-date.year", "enrolment: AAAA-03-01/AAAA-05-31")),
    # more of the same kinds
    ("dal 1 al 31 maggio 2027", ("bad-date.instead", "enrolment: 2027-05-01/2027-05-31")),
    ("da ottobre a marzo 2027", ("bad-date.instead", "enrolment: 2026-10-01/2027-03-31")),
    ("fino al 31 maggio 2027", ("bad-date.instead", "enrolment: /2027-05-31")),
    ("dal 1° settembre 2027", ("bad-date.instead", "enrolment: 2027-09-01/")),
    ("febbraio 2028", ("bad-date.instead", "enrolment: 2028-02-01/2028-02-29")),
    ("1/3/27-31/5/27", ("bad-date.instead", "enrolment: 2027-03-01/2027-05-31")),
    ("2027-03-01 - 2027-05-31", ("bad-date.instead", "enrolment: 2027-03-01/2027-05-31")),
    # as strangers wrote them
    ("1/3-31/5", ("bad-date.year", "enrolment: AAAA-03-01/AAAA-05-31")),
    ("dal 1/3 al 31/5", ("bad-date.year", "enrolment: AAAA-03-01/AAAA-05-31")),
    ("2nd March 2027 - 30th May 2027", ("bad-date.instead", "enrolment: 2027-03-02/2027-05-30")),
    ("from 1 March 2027 to 31 May 2027", ("bad-date.instead", "enrolment: 2027-03-01/2027-05-31")),
    ("sempre aperte", ("bad-date.always", "togli la riga")),
    ("all year round", ("bad-date.always", "togli la riga")),
    ("2026/2027", ("bad-date.interval", "2026-09-01/2027-03-31")),
]
PLACES: list[Case] = [
    (AT + "lat: 44.2880, lon: 11.8800}", {"lat": 44.288, "lon": 11.88}),
    (
        '{id: sede, town: faenza, address: "Via Cavour, 12 - 48018 Faenza (RA)", lat: 44.2880, lon: 11.8800}',
        {"address": "Via Cavour, 12 - 48018 Faenza (RA)"},
    ),
    (
        '{id: sede, town: faenza, address: "VIA CAVOUR N.12 C/O PARROCCHIA", lat: 44.2880, lon: 11.8800}',
        {"address": "VIA CAVOUR N.12 C/O PARROCCHIA"},
    ),
    (
        '{id: sede, town: faenza, address: "Via Cavour s.n.c.", lat: 44.2880, lon: 11.8800}',
        {"address": "Via Cavour s.n.c."},
    ),
    ("{id: sede, town: faenza, address: Via Cavour 12, lat: 44.2880, lon: 11.8800}", {"address": "Via Cavour 12"}),
    (
        "{id: sede, town: faenza, address: Via Cavour, 12, lat: 44.2880, lon: 11.8800}",
        ("comma-in-braces", 'address: "Via Cavour, 12"'),
    ),
    (
        '{id: sede, town: faenza, address: "Corso Umberto I° 15/A int. 3", lat: 44.2880, lon: 11.8800}',
        {"address": "Corso Umberto I° 15/A int. 3"},
    ),
    (AT + 'lat: "44,2880", lon: "11,8800"}', {"lat": 44.288, "lon": 11.88}),
    (AT + "lat: 11.8800, lon: 44.2880}", ("far-place.turned", "lat: 44.288, lon: 11.88")),
    (AT + "lat: 44.2880}", ("far-place.half", "lat e lon")),
    (AT + 'lat: "44.2880, 11.8800"}', ("bad-number.instead", "lat: 44.2880, lon: 11.8800")),
    (AT + 'lat: "44°17\'16.8\\"N", lon: "11°52\'48.0\\"E"}', ("bad-number.instead", "lat: 44.28800")),
    (AT + "lat: 442880, lon: 118800}", ("bad-number.instead", "lat: 44.2880")),
    (AT + "lat: 0, lon: 0}", ("far-place.zero", "toglile")),
    (AT + "lat: -, lon: -}", ("bad-number.none", "togli lat e lon")),
    ('{id: sede, town: faenza, address: "Via Rizzoli 1, Bologna", lat: 44.4942, lon: 11.3465}', ("far-place", "49 km")),
    (AT + "lat: 44.3180, lon: 11.7972}", ("far-place.neighbour", "scrivi town: castelbolognese")),
    ('{id: sede, town: Faenza, address: "Via Cavour 12"}', ("dangling-reference.town", "faenza")),
    (
        '{id: sede, town: bologna, address: "Via Rizzoli 1", lat: 44.4942, lon: 11.3465}',
        ("dangling-reference.town", "faenza"),
    ),
    ("{id: sede, town: faenza}", ("missing-field", "address")),
    ('{id: sede, town: faenza, address: ""}', ("blank-text", "testo vuoto")),
    ('{id: sede, town: faenza, address: "-"}', ("leftover-value", "togli la voce")),
    ('{id: sede, town: faenza, address: "Via Cavour 12", cap: 48018}', ("unknown-key.address", '"address"')),
    (AT + 'lat: 44.288, lon: 11.88, note: "2° piano"}', ("unknown-key.address", '"address"')),
    ('{id: Sede Centrale, town: faenza, address: "Via Cavour 12"}', ("bad-id", "sede-centrale")),
    ('{id: sede, town: castel bolognese, address: "Viale Roma 4"}', ("bad-id.town", "castelbolognese")),
    # more of the same kinds
    (
        "{id: sede, town: faenza, address: Piazza della Libertà, 5, primo piano}",
        ("comma-in-braces", "Libertà, 5, primo piano"),
    ),
    (AT + "lat: 44,2880, lon: 11,8800}", ("comma-in-braces", 'lat: "44,2880"')),
    (AT + 'lat: "44,2880; 11,8800"}', ("bad-number.instead", "lat: 44.2880, lon: 11.8800")),
    (AT + "lat: n.d., lon: n.d.}", ("bad-number.none", "togli lat e lon")),
    ('{id: sede, comune: faenza, address: "Via Cavour 12"}', ("unknown-key.near", "town")),
    ('{id: sede, town: Castelbolognese, address: "Viale Roma 4"}', ("dangling-reference.town", "castelbolognese")),
    # as strangers wrote them
    (AT + 'lat: "44.2880°", lon: "11.8800°"}', ("bad-number.instead", "lat: 44.2880")),
    (AT + "lat: 44.2880 N, lon: 11.8800 E}", ("bad-number.instead", "lon: 11.8800")),
    (AT + "lat: 442.880, lon: 118.800}", ("bad-number.instead", "lat: 44.2880")),
    (AT + "lat: 44.288.0, lon: 11.88}", ("bad-number.point", "dalla mappa")),
    (AT + "latitude: 44.288, longitude: 11.88}", ("unknown-key.near", '"lat"')),
    ('{id: sede, town: faenza (RA), address: "Via Cavour 12"}', ("bad-id.town", "Scrivi faenza")),
    (
        '{id: sede, town: faenza, address: "Viale Roma 4 - 48014 Castel Bolognese (RA)"}',
        ("far-place.neighbour", 'a giudicare da "address"'),
    ),
    ('{id: sede, town: faenza, address: "Via Castel Bolognese 4"}', {"address": "Via Castel Bolognese 4"}),
    ("{id: sede, town: faenza, address: Via Cavour #12}", ("not-yaml.hash", "tra virgolette")),
]
OFFERED: list[Case] = [
    ("{value: {percent: 15}, valid: 2026-09-01/2027-12-31, voucher: generated}", {"value": {"percent": 15}}),
    ('{value: {percent: "15%"}, valid: 2026-09-01/2027-12-31, voucher: generated}', {"value": {"percent": 15}}),
    ("{value: {percent: 12.5}, valid: 2026-09-01/2027-12-31, voucher: generated}", ("bad-number.whole", "12.5")),
    ("{value: {percent: 0}, valid: 2026-09-01/2027-12-31, voucher: generated}", ("bad-number.least", "1")),
    ("{value: {percent: 150}, valid: 2026-09-01/2027-12-31, voucher: generated}", ("bad-number.most", "100")),
    (
        '{value: "15% di sconto", valid: 2026-09-01/2027-12-31, voucher: generated}',
        ("wrong-kind.instead", "value: {percent: 15}"),
    ),
    (
        '{value: {gift: "una merenda"}, valid: 2026-09-01/2027-12-31, voucher: none}',
        {"value": {"gift": {"it": "una merenda"}}},
    ),
    ("{value: {percent: 10, minus: 5}, valid: 2026-09-01/2027-12-31, voucher: generated}", ("value-form", "percent")),
    ('{value: {percent: 10}, valid: "fino a esaurimento", voucher: generated}', ("bad-date.stock", "max_uses")),
    (
        '{value: {percent: 10}, valid: "tutto l\'anno scolastico", voucher: generated}',
        ("bad-date.interval", "2026-09-01/2027-03-31"),
    ),
    ('{value: {percent: 10}, valid: "31/12/2027", voucher: generated}', ("bad-date.one", "/2027-12-31")),
    ("{value: {percent: 10}, valid: 2027-12-31, voucher: generated}", ("bad-date.one", "/2027-12-31")),
    ("{value: {percent: 10}, valid: 2026-09-01/, voucher: generated}", {"valid": {"first": "2026-09-01"}}),
    ("{value: {percent: 10}, valid: 2025-09-01/2025-12-31, voucher: generated}", ("expired-offer", "2025-12-31")),
    (OFFER + "generato}", ("bad-choice.instead", "voucher: generated")),
    (OFFER + "tesserino}", ("bad-choice.instead", "voucher: none")),
    (OFFER + "shared}", ("shared-code", "code")),
    (OFFER + "shared, code: kmzero 10}", ("bad-value.code-instead", "code: KMZERO10")),
    (OFFER + "shared, code: Lippa-10}", ("bad-value.code-instead", "code: LIPPA-10")),
    (OFFER + 'shared, code: "SCONTO10%"}', ("bad-value.code-instead", "code: SCONTO10")),
    (OFFER + "shared, code: 0012}", {"code": "0012"}),
    (OFFER + "shared, code: 12E5}", {"code": "12E5"}),
    (OFFER + "generated, code: LIPPA10}", ("shared-code.unwanted", "Togli questa riga")),
    (OFFER + "pool, code: LIPPA10}", ("shared-code.unwanted", "Togli questa riga")),
    (OFFER + "generated, companies: [Ceramiche Zauli]}", ("bad-id.company", "Scrivi ceramiche-zauli")),
    (OFFER + "generated, companies: tutte}", ("bad-choice.instead", "companies: all")),
    (OFFER + "generated, companies: ceramiche-zauli}", ("bad-choice.list", "[ceramiche-zauli]")),
    (OFFER + "generated, companies: []}", {"voucher": "generated"}),
    (OFFER + "generated, per_person: 0}", ("bad-number.least", "1")),
    (OFFER + 'generated, per_person: "una volta"}', ("bad-number.instead", "per_person: 1")),
    (OFFER + 'generated, max_uses: "primi 50"}', ("bad-number.instead", "max_uses: 50")),
    ("{value: {amount: 10}, valid: 2026-09-01/2027-12-31, voucher: generated}", {"value": {"amount": "10"}}),
    # more of the same kinds
    (
        '{value: "sconto del 20 per cento", valid: 2026-09-01/, voucher: generated}',
        ("wrong-kind.instead", "{percent: 20}"),
    ),
    ('{value: "5 euro di sconto", valid: 2026-09-01/, voucher: generated}', ("wrong-kind.instead", "{minus: 5}")),
    ('{value: "un caffè in omaggio", valid: 2026-09-01/, voucher: none}', ("wrong-kind.instead", "{gift: {it:")),
    ('{value: {minus: "7,50 €"}, valid: 2026-09-01/, voucher: none}', {"value": {"minus": "7.50"}}),
    ("{value: {minus: 7,50}, valid: 2026-09-01/, voucher: none}", ("comma-in-braces", 'minus: "7,50"')),
    ("{value: {sconto: 10}, valid: 2026-09-01/, voucher: none}", ("unknown-key.near", "percent")),
    ("{value: {percent: 0.15}, valid: 2026-09-01/, voucher: none}", ("bad-number.instead", "percent: 15")),
    (OFFER + "uguale per tutti}", ("bad-choice.instead", "voucher: shared")),
    (OFFER + 'generated, per_person: "2 a testa"}', ("bad-number.instead", "per_person: 2")),
    (OFFER + "generated, companies: [ceramiche zauly]}", ("bad-id.company", "Scrivi ceramiche-zauli")),
    (OFFER + "generated, companies: [Zauli]}", ("dangling-reference.company", "ceramiche-zauli")),
    # as strangers wrote them
    (OFFER + "generated, max_uses: 1.000}", {"max_uses": 1000}),
    (OFFER + 'generated, max_uses: "1.000"}', {"max_uses": 1000}),
    (OFFER + "generated, per_person: 1.0}", {"per_person": 1}),
    (OFFER + "generated, per_person: 1.000}", ("bad-number.most", "100")),
    (OFFER + "generated, max_uses: illimitato}", ("bad-number.unlimited", "togli la riga")),
    (OFFER + 'generated, per_person: "1 al mese"}', ("bad-number.period", "conditions")),
    (OFFER + "shared, code: LÌPPA10}", ("bad-value.code-instead", "code: LIPPA10")),
    (OFFER + "shared, code: LIРPA10}", ("bad-value.code", "LIРPA10")),
    (OFFER + 'shared, code: "2,19E+09"}', ("bad-value.code", "2,19E+09")),
    (OFFER + "generated, companies: [all]}", {"voucher": "generated"}),
    ('{value: "10 euro", valid: 2026-09-01/, voucher: none}', ("wrong-kind.sum", "value: {minus: …}")),
    ("{value: gratis, valid: 2026-09-01/, voucher: none}", ("wrong-kind.instead", "value: {percent: 100}")),
    ("{sconto: 10, valid: 2026-09-01/, voucher: none}", ("unknown-key.inside", "value: {percent: …}")),
    ("{value: {percent: 10}, valid: senza scadenza, voucher: none}", ("bad-date.always", "2026-09-01/")),
]
TABLES = {
    "prezzi": PRICES,
    "contatti": CONTACTS,
    "eta": AGES,
    "controllato-il": DAYS,
    "documenti": DOCUMENTS,
    "iscrizioni": PERIODS,
    "luoghi": PLACES,
    "offerte": OFFERED,
}
CASES = [(part, typed, expected) for part, table in TABLES.items() for typed, expected in table]


@pytest.fixture
def faenza(folder: Folder) -> Folder:
    start, end = NETWORK.index("  - {id: carpi"), NETWORK.index("privacy:")
    folder.write("network.yaml", (NETWORK[:start] + TOWNS + NETWORK[end:]).replace("town: carpi", "town: faenza"))
    folder.write("companies.yaml", COMPANIES)
    folder.write("needs/anziani.yaml", AREA.replace("id: badante", "id: nido"))
    (folder.path / "organizations/il-girasole.yaml").unlink()
    return folder


def _typed(part: str, value: str) -> str:
    """Return the good file with one value as it was typed."""
    old, new = PARTS[part]
    inside = "{id: nido-lippa-sconto, " + value[1:] if part == "offerte" else value.replace("id: sede", "id: nido")
    return GOOD.replace(old, new.replace("{}", inside))


def _read(part: str, folder: Folder) -> Any:
    release = folder.check().release
    assert release
    organization = release.organizations[0]
    service = organization.services[0]
    found = {
        "prezzi": service.price,
        "contatti": organization.contact,
        "eta": service.ages,
        "controllato-il": service.checked_on,
        "documenti": service.documents,
        "iscrizioni": service.enrolment,
        "luoghi": organization.locations[0],
        "offerte": service.offers[0] if service.offers else None,
    }[part]
    if isinstance(found, tuple):
        return [one.model_dump(mode="json", exclude_none=True) for one in found]
    if found is None or isinstance(found, date):
        return str(found)
    return found.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def test_the_table_has_every_line_of_the_field_and_many_more() -> None:
    missing = {
        part: [typed for typed in (FIELD / f"values/{part}.txt").read_text("utf-8").splitlines() if typed not in there]
        for part, table in TABLES.items()
        if (there := {typed for typed, _ in table})
    }
    lines = sum(len((FIELD / f"values/{part}.txt").read_text("utf-8").splitlines()) for part in TABLES)
    assert not any(missing.values()), missing
    assert len(CASES) >= lines + 80


@pytest.mark.parametrize(("part", "typed", "expected"), CASES, ids=[f"{part} {typed}" for part, typed, _ in CASES])
def test_a_value_is_read_or_refused_with_its_cure(faenza: Folder, part: str, typed: str, expected: Any) -> None:
    faenza.write("organizations/nido-lippa.yaml", _typed(part, typed))

    problems = faenza.check().problems
    found = [f"{one.rule}.{one.variant}".rstrip(".") for one in problems]

    if isinstance(expected, tuple):
        rule, cure = expected
        said = [line(one, "it") for one, name in zip(problems, found, strict=True) if name == rule]
        assert any(cure in text for text in said), (said, found)
        assert all(line(one, language) for one in problems for language in LANGUAGES)
    else:
        assert not [name for name in found if name.partition(".")[0] not in BESIDE]
        read = _read(part, faenza)
        assert ({name: read.get(name) for name in expected} if isinstance(expected, dict) else read) == expected


@pytest.mark.parametrize(
    ("name", "rule", "place", "cure"),
    [
        ("buono", None, None, ""),
        ("coordinate-con-virgola", None, None, ""),
        ("prezzo-punto-migliaia", None, None, ""),
        ("via-con-virgola", "comma-in-braces", (6, 39), 'address: "Via Cavour, 12"'),
        ("virgolette-word", "curly-quotes", (3, 13), "dritte"),
        ("spazio-non-spezzato", "hard-space", (9, 1), "barra spaziatrice"),
        ("mojibake", "garbled-text", (3, 13), "più"),
    ],
)
def test_a_file_of_the_field(
    faenza: Folder, name: str, rule: str | None, place: tuple[int, int] | None, cure: str
) -> None:
    faenza.write("organizations/nido-lippa.yaml", (FIELD / f"yaml/{name}.yaml").read_bytes())

    checked = faenza.check()

    problems = [one for one in checked.problems if one.rule not in BESIDE]
    if rule is None:
        assert not problems
        assert checked.release
        [location], [service] = checked.release.organizations[0].locations, checked.release.organizations[0].services
        assert (location.lat, location.lon) == (44.288, 11.88)
        assert service.price.amount == (1200 if "punto" in name else None)
    else:
        assert (problems[0].rule, problems[0].position[1:]) == (rule, place)
        assert cure in line(problems[0], "it")
        assert {one.rule for one in problems} == {rule}


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        ("    needs: [nido]", "\u00a0\u00a0\u00a0 needs: [nido]", "hard-space"),
        ("    who: [parents", "    who:\u00a0[parents", "hard-space"),
        ("{from: 0, to: 3}", "{from:\u00a00, to: 3}", "hard-space"),
        ('address: "Via', 'address: "Via\u00a0', None),
        ('hours: "Mo-Fr 07:30-18:00; Aug off; PH off"', "hours: “Mo-Fr 07:30-18:00; Aug off”", "curly-quotes"),
        ("name: Cooperativa La Lippa", "name: ‘Cooperativa La Lippa’", "curly-quotes"),
        ("name: Cooperativa La Lippa", 'name: "Cooperativa “La Lippa”"', None),
        ("name: Cooperativa La Lippa", "name: Cooperativa “La Lippa”", None),
        ('it: "Nidi e', "it: “Orari: nidi e", "curly-quotes"),
    ],
)
def test_signs_of_a_word_processor_have_their_own_cause(faenza: Folder, good: str, bad: str, rule: str | None) -> None:
    assert good in GOOD
    faenza.write("organizations/nido-lippa.yaml", GOOD.replace(good, bad))

    assert [one.rule for one in faenza.check().problems if one.rule not in BESIDE] == ([rule] if rule else [])
