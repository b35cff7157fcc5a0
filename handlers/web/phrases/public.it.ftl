### Le pagine di tutti: i servizi, la scheda di un servizio, dove porta un invito, la conversazione di prova.

open-telegram = Apri in Telegram
all-services = Tutti i servizi
call = Chiama { $phone }
call-desk = Chiama lo sportello

home-title = Servizi vicini a te
home-lead = Servizi vicini, con il primo passo da fare.
home-search = Cosa ti serve?
home-find = Cerca
home-private = Scrivilo come lo diresti a un collega, o scrivi il nome di un servizio. Le tue parole non vengono salvate.
home-found = Quello che ho trovato
home-areas = Tutti i servizi
home-ask = Preferisci farti guidare?
home-try = Prova la conversazione

service-step = Il primo passo
service-say = Puoi dire:
service-company = Lavori in un’azienda della rete?
service-discount = Per chi lavora nelle aziende della rete c’è uno sconto: si prende su Telegram, dal link che ti ha dato la tua azienda. Se non ce l’hai, chiedi all’ufficio del personale.
service-no-discount = Chiedi alla tua azienda se fa parte della rete: su Telegram, dal suo link, trovi gli sconti che ci sono.
no-service = Questo servizio ora non c’è
no-service-do = Non fa più parte della rete, oppure è fermo per un po’. Cerca qualcosa di simile fra tutti i servizi, o chiedi allo sportello.
service-alike = Servizi simili
fact-who = Per chi è
fact-where = Dove
fact-hours = Quando
fact-price = Quanto costa
fact-documents = Cosa preparare
fact-time = Quanto tempo ci vuole
fact-room = Posti
fact-languages = Lingue, oltre all’italiano
fact-contact = Contatti

try-title = Prova la conversazione
preview-about = È lo stesso bot di Telegram, come lo vede un ospite: non tiene niente e non dà codici. Quello che scrivi serve solo a risponderti.
preview-text = Scrivi qui
preview-send = Manda
preview-page = La pagina di { $name }
preview-erased = Ho tolto tutto da questa pagina. Quella di prima può restare nella cronologia del browser: cancellala anche lì.

landing-title = Un link per chi lavora in { $company }
landing-what = Scrivi cosa ti serve, come lo diresti a un collega: trovi il servizio vicino a te e il primo passo da fare.
landing-what-discount = Scrivi cosa ti serve, come lo diresti a un collega: trovi il servizio vicino a te, il primo passo da fare e lo sconto per chi lavora in { $company }.
landing-network = È un servizio della rete { $network }: { $company } ne fa parte e ti passa solo il link. Dei dati risponde { $controller }.
landing-trust = { $company } non vede niente di quello che scrivi: le tue parole non vengono salvate, e cancelli tutto quando vuoi.
landing-start = Si apre il bot: lì tocca «Avvia».
landing-no-name = Il bottone per Telegram ancora non c’è: la rete lo sta preparando. Intanto prova qui sotto, oppure chiama lo sportello.
landing-preview = Prova prima qui
not-in-title = Questo link non apre
no-telegram = Non hai Telegram?
no-telegram-do = È un’app gratuita di messaggi. Cercala nel negozio di app del telefono, poi torna qui e tocca «Apri in Telegram». Si scarica anche da:
a-person = Preferisci parlare con una persona?
