# Quello che il bot dice a chi tiene il catalogo. Gli stessi identificativi e le stesse variabili stanno in en.ftl.

## Il ruolo

welcome =
    Ciao! Da ora puoi tenere in ordine il catalogo da qui.
    /stato come vanno le cose
    /catalogo cerchi un servizio: confermi, sospendi, cambi prezzo, orari o telefono
    /bisogni che cosa si cerca e non si trova
    /kit locandine, strisce e immagini da dare a un'azienda
    📎 Mandami un file YAML, o lo zip della cartella: lo controllo, ti dico che cosa cambia e lo pubblichi con un bottone.
    🎟 Mandami i codici di un'offerta in un file .xlsx o .csv: ti dico che cosa ho capito e li carichi con un bottone.
    Di te tengo solo un numero e questa chat, chiusa a chiave.
demonstration = 🧪 È una dimostrazione: organizzazioni, prezzi e codici sono inventati. Lo legge anche chi usa il bot.
welcome-page = 🖥 /pagina le stesse cose su una pagina web, comoda al computer
page-link =
    🖥 La tua pagina: { $link }
    Aprila dove ti serve: il link vale una volta, per sette giorni e per un solo telefono o computer. Non darlo a nessuno: chi lo apre può cambiare il catalogo.
page-none = Le pagine web non sono accese: quello che ti serve lo fai da qui.
no-longer = Non tieni più il catalogo, quindi non ho cambiato niente. Se è un errore, chiedi un nuovo invito a chi segue il progetto.
role-taken = Da adesso non tieni più il catalogo: quello che avevi in corso non va in linea. Se è un errore, chiedi un nuovo invito a chi segue il progetto.
role-gone = Non tieni più nemmeno il catalogo. Per ricominciare serve un nuovo invito.
button-another = Cerco altro

## Come vanno le cose

status-live = 📗 Versione { $number }, in linea dal { $since }. Servizi: { $services }, offerte in corso: { $offers }.
status-failed =
    ❌ Il { $at } una pubblicazione non è riuscita: { $count ->
        [one] un errore, a { $place }.
       *[other] { $count } errori, il primo a { $place }.
    }
status-low = 🎟 { $service }: { $free ->
        [one] resta un codice
       *[other] restano { $free } codici
    } su { $total }.
status-empty = 🎟 { $service }: i codici sono finiti.
status-no-codes = 🎟 { $service }: non c'è nessun codice da dare.
stock-low = 🎟 Codici da chiedere:
ready = Testo da copiare: <code>{ $text }</code>
ready-codes = Buongiorno, i codici dello sconto per chi lavora nelle aziende della rete stanno finendo. Ce ne mandate altri, uno per riga? Grazie!
ready-refused = Buongiorno, ci segnalano che un codice dello sconto della rete non è stato accettato. Potete controllare, e avvisare chi sta al banco? Grazie!
status-reported =
    ⚠️ <b>{ $service }</b>: { $people ->
        [one] una persona segnala che qualcosa non va
       *[other] { $people } persone segnalano che qualcosa non va
    } ({ $kinds }).
status-old =
    🕘 { $count ->
        [one] Un servizio è da riconfermare: controlla
       *[other] { $count } servizi sono da riconfermare: controlla
    } e tocca «{ button-valid }».
status-suspended =
    ⏸ { $count ->
        [one] Un servizio è sospeso: le persone non lo vedono.
       *[other] { $count } servizi sono sospesi: le persone non li vedono.
    }
status-full =
    ⏳ { $count ->
        [one] Un servizio è segnato al completo: le persone lo vedono dopo gli altri.
       *[other] { $count } servizi sono segnati al completo: le persone li vedono dopo gli altri.
    }
status-silent =
    📵 { $count ->
        [one] Un servizio ultimamente non risponde: le persone lo vedono dopo gli altri.
       *[other] { $count } servizi ultimamente non rispondono: le persone li vedono dopo gli altri.
    }
status-in-vain = 🚪 Negli ultimi { $days } giorni { $people } persone ci hanno provato e non ci sono riuscite: apri la scheda e tocca una risposta.
status-health =
    ⚠️ { $what ->
        [disk] Sul server lo spazio sta finendo: se finisce, il bot non risponde più a nessuno.
        [clock] L'orologio del server è sbagliato: finché resta così niente scade e nessun promemoria parte.
        [username] Nelle impostazioni c'è il nome di un altro bot: prima di dare in giro altri link, fallo controllare.
       *[other] Qualcosa non va nel bot: chi scrive può restare senza risposta, o riceverla tardi. Niente va perso.
    } Scrivi a chi gestisce il server: gli basta il comando «kmzero doctor».
status-fine = ✅ Non c'è niente che ti aspetta.
kind-phone = telefono { $count }
kind-hours = orari { $count }
kind-address = indirizzo { $count }
kind-closed = chiuso { $count }
kind-price = prezzo { $count }
kind-code = codice rifiutato { $count }
kind-mute = nessuna risposta { $count }
kind-full = al completo { $count }
button-status = 📗 Come vanno le cose
button-catalogue = 🔎 Cerca un servizio
button-back = ↩️ Torna alla versione { $number }

## Un servizio

search-ask = Quale servizio cerchi? Scrivi una parola del nome, dell'organizzazione o del bisogno.
search-none = Con «{ $said }» non trovo niente. Prova con un'altra parola.
search-some = Ne ho trovati { $count }. Quale?
search-many = Ne ho trovati { $count }: ecco i primi. Se non c'è, scrivi /catalogo e una parola più precisa.
card-seen = Così la vedono le persone.
card-checked = ✅ Ultimo controllo: { $date }
card-suspended = ⏸ <b>Sospeso</b>, le persone non lo vedono: { $reason }
card-marked-full = ⏳ <b>Al completo fino al { $date }</b>: le persone lo leggono sulla scheda.
card-marked-silent = 📵 <b>Ultimamente non rispondono</b>: alle persone lo diciamo.
button-valid = ✅ È ancora tutto giusto
button-desk-link = 🔗 Link per lo sportello
desk-link =
    Il link per lo sportello di <b>{ $organization }</b>, da girare a chi ci sta (oppure fai inquadrare il QR qui sotto): { $link }
    Si apre una volta, entro sette giorni, su un solo telefono o computer. Per un altro, tocca di nuovo il bottone.
button-see = Vedi la scheda
button-price = 💶 Prezzo
button-hours = 🕘 Orari
button-phone = 📞 Telefono
button-suspend = ⏸ Sospendi
button-resume = ▶️ Rimetti in linea
button-full = ⏳ Pieni fino a…
button-room = 🟢 Ci sono di nuovo posti
button-silent = 📵 Confermo: ora rispondono poco
button-answers = 📞 Ora rispondono
button-write = ✉️ Scrivi a loro
button-settle = 👍 Tutto a posto
button-cancel = Lascia stare
button-keep = Sì, cambia
button-keep-suspended = Sì, sospendi
button-keep-full_until = Sì, sono pieni
ask-price = Quanto costa «{ $service }»? Adesso: { $now }. Scrivi per esempio: 20 · 20 al mese · da 15 a 25 · gratis · secondo ISEE
ask-hours = Quando è aperto «{ $service }»? Adesso: { $now }. Scrivi per esempio: lun-ven 9-12 e 15-18; sab 9-12
ask-phone = Qual è il telefono di «{ $service }»? Adesso: { $now }.
ask-full_until = Fino a quando «{ $service }» è al completo? Scrivi l'ultimo giorno senza posti, per esempio: 31 gennaio · venerdì · due settimane · 31/1/2027
ask-suspended = Perché sospendi «{ $service }»? Scrivilo in poche parole: lo legge solo chi tiene il catalogo.
bad-price = Non ho capito il prezzo. Scrivi solo la cifra, per esempio 20 oppure 12,50; oppure: da 15 a 25, gratis, secondo ISEE, su preventivo, offerta libera.
bad-hours = Non ho preso l'orario: { $why }
bad-phone = Questo numero non può squillare. Scrivilo con il prefisso, per esempio: 059 000 1234
bad-phone-meant = Forse volevi scrivere { $phone }. Un secondo numero, l'interno e le note si scrivono nel file, sotto "phones".
bad-full_until = Scrivi un giorno da oggi a un anno, per esempio: 31 gennaio, venerdì, due settimane. Se non sai fino a quando, tocca «{ button-cancel }» e sospendi il servizio.
bad-suspended = Scrivi il motivo in una riga, al massimo 200 lettere.
confirm-price = «{ $service }», prezzo: adesso { $before }, poi <b>{ $after }</b>. Va bene?
confirm-hours = «{ $service }», orari: adesso { $before }, poi <b>{ $after }</b>. Va bene?
confirm-phone = «{ $service }», telefono: adesso { $before }, poi <b>{ $after }</b>. Va bene?
confirm-full_until = «{ $service }» al completo <b>fino al { $after }</b>. Le persone lo leggono sulla scheda e vedono prima gli altri; dal giorno dopo torna come prima. Va bene?
confirm-suspended = Sospendo «{ $service }»: <b>{ $after }</b>. Le persone non lo vedono finché non lo rimetti in linea. I codici già presi restano. Va bene?
phone-of-all = È il numero di { $organization }: cambia per tutti i suoi { $count } servizi.
same = È già così: { $value }.
silent-already = È già così: di «{ $service }» diciamo che ultimamente non rispondono.
settled = Va bene: per «{ $service }» non ci sono più segnalazioni di chi ci ha provato. Se ne arrivano altre, te lo dico.
write = Scrivi a { $organization }: { $to }
told-code = il codice dello sconto non è stato accettato
told-mute = non risponde nessuno
told-full = non c'è posto
ready-in-vain = Buongiorno, alcune persone della rete che volevano usare «{ $service }» ci segnalano: { $what }. Ci dite come stanno le cose, e quando conviene riprovare? Grazie!
none-full_until = posti liberi
none-suspended = in linea
stale = Quel bottone non vale più: nel frattempo qualcosa è cambiato.

## Le organizzazioni

valid-lead = 🗓 È ora di chiedere se è ancora tutto giusto. Chi ha il link della sua pagina lo legge lì; agli altri scrivi tu:
valid-line = • <b>{ $organization }</b>: { $services } { $to }
valid-again = { $service } ({ $count }ª volta)
ready-valid = Buongiorno, chi lavora nelle aziende della rete legge come funzionano i vostri servizi. Prezzo, orari, telefono e posti liberi sono ancora giusti? Basta rispondere «tutto giusto», o scriverci che cosa è cambiato. Grazie!
status-unconfirmed =
    🗓 { $count ->
        [one] Un servizio non è confermato: l'organizzazione non ha risposto a tre domande, e la scheda lo dice.
       *[other] { $count } servizi non sono confermati: le organizzazioni non hanno risposto a tre domande, e le schede lo dicono.
    }
status-proposals =
    🏠 { $count ->
        [one] Una proposta di un'organizzazione aspetta
       *[other] { $count } proposte delle organizzazioni aspettano
    } una risposta.
card-asked =
    🗓 { $count ->
        [one] Chiesto una volta se è ancora giusto, il { $date }: nessuna risposta.
       *[other] Chiesto { $count } volte se è ancora giusto, l'ultima il { $date }: nessuna risposta.
    }
card-unconfirmed = 🗓 <b>Non confermato</b>: sulla scheda le persone leggono di chiedere prima.
button-proposals = 🏠 Vedi le proposte
button-accept = Pubblica
button-refuse = Scarta
field-price = prezzo
field-hours = orari
field-phone = telefono
field-full_until = al completo fino al
field-suspended = sospensione
field-checked_on = conferma di tutto
proposed = 🏠 <b>{ $organization }</b> propone per «{ $service }», { $field }: adesso { $before }, poi <b>{ $after }</b>.
confirm-at-door = «{ $service }», { $field }: adesso { $before }, poi <b>{ $after }</b>.
proposed-gone = 🏠 Una proposta riguarda un servizio che non c'è più ({ $service }).
changed-itself = 🏠 <b>{ $organization }</b> ha cambiato «{ $service }», { $field }: prima { $before }, adesso <b>{ $after }</b>.
refused-proposal = Va bene, non ho cambiato niente. L'organizzazione lo legge sulla sua pagina.
no-proposals = Non c'è nessuna proposta che aspetta.

## I file

looking = Guardo { $name }, ci vuole qualche secondo.
not-ours-text = I file .txt non li leggo. Se è un'organizzazione, cambia la fine del nome in .yaml e mandamelo di nuovo.
not-ours-document = I documenti di Word, i PDF e simili non li leggo. Copia il testo in un file di solo testo (Blocco note, TextEdit), chiamalo con .yaml alla fine, e mandami quello.
not-ours-archive = Questo archivio non lo so aprire. Comprimi la cartella come .zip e mandamela di nuovo.
not-ours = Questo file non lo so leggere. Mandami un file .yaml, lo .zip della cartella, o i codici in un file .xlsx o .csv.
codes-which = Per quale offerta sono i codici di { $name }?
codes-which-text = Se invece è un'organizzazione, cambia la fine del nome in .yaml e mandamelo di nuovo.
codes-loading = Li carico, ci vuole qualche secondo.
button-table = 📋 È una tabella di servizi
button-codes-yes = Carica i codici
button-codes-rest = Carica solo i codici buoni ({ $count })
button-codes-column = Colonna { $column }
button-codes-undo = ↩️ Annulla il caricamento { $number }
too-big = Il file supera { $limit } MB. Mandami solo i file che hai cambiato, uno per volta.
not-fetched = Non sono riuscito a scaricare il file. Mandamelo di nuovo.
bad-archive = Lo zip non va bene: { $why }
no-sources = Quando è uscita la versione in linea, non tenevo ancora i file. Chiedi a chi segue il progetto di pubblicare la cartella una volta, poi si può fare tutto da qui.
nothing-taken = Di { $name } non c'è niente da pubblicare:
nothing-new = { $name } è già così com'è in linea: non c'è niente da pubblicare.
refused =
    ❌ { $count ->
        [one] C'è un errore, quindi non si pubblica. Le persone vedono ancora la versione di prima.
       *[other] Ci sono { $count } errori, quindi non si pubblica. Le persone vedono ancora la versione di prima.
    }
some-files =
    📎 Nello zip non c'è tutta la cartella (mancano network.yaml o companies.yaml): { $count ->
        [one] metto solo il file che c'è, e gli altri restano come sono.
       *[other] metto solo i { $count } file che ci sono, e gli altri restano come sono.
    }
offered = ✅ Nessun errore. Ecco che cosa cambia:
warned =
    { $count ->
        [one] Una cosa da sistemare presto:
       *[other] { $count } cose da sistemare presto:
    }
and-more =
    { $count ->
        [one] … e un'altra.
       *[other] … e altre { $count }.
    }
problems-file = problemi.txt
button-publish = Pubblica
button-publish-anyway = Sì, pubblica lo stesso
sure = ⚠️ In questa versione c'è qualcosa di insolito: rileggi qui sopra le righe con ⚠️. La pubblico lo stesso?
button-drop = Lascia perdere
publishing = Pubblico, ci vuole qualche secondo.
dropped = Va bene, non ho cambiato niente.
no-draft = Quel file non c'è più: l'hai già pubblicato, o è passato un giorno. Se serve, mandamelo di nuovo.
overtaken = Nel frattempo qualcun altro ha pubblicato. Per non cancellare il suo lavoro non ho cambiato niente: mandami di nuovo il file.
not-editable = Questa voce non la so cambiare da qui. Mandami il file dell'organizzazione.
job-died = Il server ha interrotto il lavoro, di solito perché gli manca la memoria. Non ho cambiato niente. Riprova tra qualche minuto; se succede ancora, dillo a chi gestisce il server.
job-failed = Qualcosa da me si è inceppato e non ho cambiato niente. Riprova tra un minuto.
live = ✅ È in linea la versione { $number }.
ask-back = Ecco che cosa cambia se torni alla versione { $number }:
button-return = Sì, torna alla { $number }
went-back = ↩️ È di nuovo in linea la versione { $number }.
already-back = La versione { $number } è già quella in linea.
too-old = La versione { $number } è di un programma più vecchio e va ripresa dal terminale: chiedi a chi segue il progetto.

## Il kit di un'azienda

kit-ask = Di quale azienda?
kit-no-name = Il kit non si può ancora preparare: non so come si chiama il bot su Telegram, e i link devono portare lì. Scrivi a chi gestisce il server: basta che avvii «kmzero run» una volta. Poi chiedimi di nuovo il kit.
kit-drawing = Preparo il kit di { $company }: ogni foglio ha un link suo, quelli di prima restano buoni.

## Un'azienda che vuole uscire

company-leave = 🏢 <b>{ $company }</b> chiede di uscire dal programma, dalla sua pagina. Non è ancora cambiato niente: chiamala, e concordate l'ultimo giorno. Poi in <code>companies.yaml</code>, alla voce <code>{ $id }</code>, metti quel giorno alla fine di <code>member</code> (per esempio <code>2025-01-01/2026-12-31</code>) e mandami il file. Dal giorno dopo gli sconti si fermano, i codici già presi restano buoni, e chi ci lavora lo legge qui. Intanto può ripensarci.
company-stay = 🏢 <b>{ $company }</b> ci ha ripensato: non chiede più di uscire dal programma.
status-leaving = 🏢 <b>{ $company }</b> ha chiesto di uscire dal programma il { $date }: concordate l'ultimo giorno e scrivilo in <code>companies.yaml</code>.

## Che cosa manca

needs-lead = Cercato e non trovato nelle ultime { $weeks } settimane. Numero di persone, di 5 in 5, mai meno di dieci:
needs-none = Nelle ultime { $weeks } settimane non c'è niente che almeno dieci persone abbiano cercato senza trovarlo. I numeri più piccoli non si mostrano, e i mesi si contano quando sono finiti.
needs-line = • <b>{ $need }</b>, { $town }, { $when }: { $people }
