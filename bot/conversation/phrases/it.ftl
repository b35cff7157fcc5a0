# Quello che il bot dice in italiano. Dà del tu, frasi corte, niente burocratese.
# Gli stessi identificativi e le stesse variabili stanno in en.ftl: un test lo controlla.

## Ingresso e consenso

welcome =
    Ciao! Ti aiuto a trovare servizi vicini, con lo sconto per chi lavora in { $company }. Se non ci lavori, guarda pure senza sconti.
    🔒 { $company } non vede niente di quello che scrivi. Le tue parole non vengono salvate.
    🗂 Dei pochi dati che servono risponde { $controller }. Li cancelli quando vuoi con /dimenticami. Ogni tanto posso chiederti com'è andata: le domande le spegni in /privacy.
welcome-guest =
    Ciao! Ti aiuto a trovare servizi vicini per { $topics }.
    🔒 Le tue parole non vengono salvate.
    🎟 Per avere anche gli sconti, apri il link che ti ha dato la tua azienda.
topics-welcome = la famiglia, la casa, la salute, il lavoro
demonstration = 🧪 È una dimostrazione: organizzazioni, prezzi e codici sono inventati.
consent-yes = Va bene, iniziamo
consent-no = Guardo senza sconti
consent-read = Leggi tutto
notice =
    <b>Cosa teniamo</b>
    Un codice al posto del tuo nome, la tua azienda, la lingua, il giorno del tuo sì, gli sconti che prendi (fino a 90 giorni dopo la scadenza). Cifrati: le schede che tieni da parte, i promemoria che chiedi, le domande che ti farò o ti ho fatto, e per 24 ore il punto a cui siamo arrivati. Per i totali del trimestre e per la valutazione finale, dei segni per contarti una volta sola; lo stesso, per 400 giorni, per i bisogni a cui nessuno ha saputo rispondere. Se segnali un errore in una scheda, la segnalazione senza il tuo nome, per 90 giorni al massimo. Di chi guarda da ospite, solo questa e se ha fermato il bot. In un file a parte, cifrati, per 90 giorni: i codici presi e chi ha ritirato il consenso o si è fatto cancellare, perché una copia di riserva non cambi le cose.

    <b>Cosa ti chiedo</b>
    Qualche giorno dopo uno sconto o un contatto posso chiederti com'è andata, e ogni tanto che cosa ti ha frenato: al massimo una volta alla settimana. La risposta diventa un numero per la valutazione finale. Le domande le spegni in /privacy.

    <b>Cosa non teniamo</b>
    Il tuo nome, il tuo numero, le parole che scrivi: mi servono per risponderti, poi spariscono. Finché aspettano la risposta sono cifrate.

    <b>Chi vede cosa</b>
    La tua azienda non vede niente di te: riceve solo totali arrotondati, e sui bisogni mai con meno di dieci persone. Chi offre il servizio vede solo il codice che mostri. Chi ha in mano sia l'archivio sia la chiave potrebbe risalire a te: per questo la chiave sta altrove. I messaggi passano da Telegram, che ha regole sue.

    <b>Cosa puoi fare</b>
    /imieidati ti manda tutto quello che teniamo. /privacy ha il bottone per ritirare il consenso: cancello tutto tranne i codici che hai in mano, e resti qui come ospite. /dimenticami cancella anche quelli: restano solo il conteggio degli sconti presi, senza di te, e per 90 giorni, cifrato e a parte, chi eri: così una copia di riserva non ti riporta. Se pensi che qualcosa non vada, puoi rivolgerti al Garante per la protezione dei dati personali.

    <b>Chi risponde dei dati</b>
    { $controller }, { $email }.
consent-thanks = Grazie. Scrivimi cosa ti serve, come lo diresti a un collega. Oppure scegli:
consent-refused = Va bene: guarda pure i servizi, non tengo niente. Se cambi idea, riapri il link della tua azienda. Cosa ti serve?
consent-again = Il testo sulla privacy è cambiato, quindi te lo chiedo di nuovo.
consent-moving = Adesso sei qui con { $old }. Se dici di sì passi a { $company }, con i suoi sconti. I codici che hai già preso restano validi, e per tornare basta riaprire l'altro link.
consent-stay = Va bene, resta tutto com'è: sei qui con { $company }. Cosa ti serve?
consent-withdraw = Ritiro il consenso
consent-withdrawn = Fatto: ho cancellato la tua iscrizione, con i promemoria, le schede messe da parte e i conteggi. Da ora guardi da ospite. Per tornare, riapri il link della tua azienda.
company-left = { $company } non fa più parte della rete, quindi i suoi sconti sono finiti. I servizi li puoi cercare lo stesso. Se la tua azienda ti dà un altro link, aprilo.
codes-stay = 🎟 I codici che hai già preso valgono fino alla loro scadenza: li ritrovi con /codici.
invite-unknown = Questo link non lo conosco: forse è stato copiato male. Riaprilo dal cartello o dal messaggio della tua azienda. Intanto puoi guardare i servizi:
invite-cut = Questo link è arrivato a metà. Toccalo invece di copiarlo, oppure inquadra il codice QR. Intanto puoi guardare i servizi:
invite-elsewhere = Questo link è di un'altra rete, qui non apre gli sconti. Ti serve quello della tua azienda per questa rete: chiedilo all'ufficio del personale. Intanto puoi guardare i servizi:
invite-revoked = Questo link è stato ritirato. Chiedi quello nuovo a chi te l'ha dato. Intanto puoi guardare i servizi:
invite-ended = Questo link è scaduto. Chiedine uno nuovo a chi te l'ha dato. Intanto puoi guardare i servizi:
invite-full = Questo link l'hanno già usato tutte le persone per cui era fatto. Chiedine un altro a chi te l'ha dato. Intanto puoi guardare i servizi:
invite-left = Per ora { $company } non fa parte della rete, quindi il suo link non apre gli sconti. Se ora lavori altrove, apri il link di quell'azienda. Intanto puoi guardare i servizi:
invite-moved = Rieccoti! Questo è il link di { $company }. Scrivimi cosa ti serve, oppure scegli:
preview-elsewhere = Qui è solo una prova e non tengo niente, quindi questo non posso farlo. Si fa su Telegram, con il link della tua azienda.

## Domande

ask-open = Scrivimi cosa ti serve, come lo diresti a un collega. Oppure scegli:
ask-open-words = Dimmelo con parole tue, basta una riga: ti capisco meglio che con i bottoni.
ask-again = Cosa ti serve? Scrivilo, oppure scegli:
ask-area = Di cosa si tratta?
ask-need = Cosa ti aiuterebbe di più?
ask-heard = Ti seguo. Cosa ti aiuterebbe di più? O aggiungi due parole, per esempio per chi è e cosa è successo.
ask-other = Allora forse una di queste?
example = Per esempio: «{ $example }»
example-plain = mio babbo è caduto e di giorno è solo
none-of-these = Nessuno di questi
none-write = Altro, te lo scrivo
another-need = Cerco altro
back = ← Indietro
restart = Ricomincia
what-can-i-ask = Cosa posso chiederti?

## Risultati

show-one = La cosa più vicina a quello che cerchi:
show-some = Potrebbe essere una di queste:
show-more = Ci sono anche:
show-two = Due cose: <b>{ $first }</b> e <b>{ $second }</b>. Parto dalla prima.
show-next = E ora: <b>{ $need }</b>.
next-need = E ora: { $need }
more = Altre idee ({ $count })
more-plain = Altre idee
not-this = Non è questo
no-more = Nella rete non c'è altro. Dimmi meglio cosa ti serve, oppure parla con una persona:
nobody = { $needs }: per questo, { $here }, non c'è ancora nessuno.
nobody-perhaps = Se cerchi { $needs }: per questo, { $here }, non c'è ancora nessuno.
nobody-too = Se cerchi anche { $needs }: per questo, { $here }, non c'è ancora nessuno.
nobody-places = Fuori dalla rete puoi chiedere a: { $places }.
nobody-near = Se può servirti, qui sotto c'è quello che ci va più vicino.
nobody-desk = Oppure chiedi a una persona, che sa a chi mandarti:
here-in = qui a { $town }
here-around = qui a { $town } e dintorni
show-other = Per <b>{ $need }</b> invece c'è questo:
nobody-in-town = A { $town } per ora nessuno lo fa. Il più vicino:
desk = <b>{ $name }</b>: { $phone } ({ $hours }), { $address }.

## Scheda

card-first-step = 📞 { $text }
card-say = 💬 «{ $text }»
card-documents = 📄 Prepara: { $documents }.
card-hours = 🕘 { $hours }
card-open-now = 🕘 { $hours } · ora aperto
card-full = ⏳ al completo fino al { $date }
card-silent = 📵 ultimamente non rispondono
card-unconfirmed = 🗓 non confermato da { $month }: chiedi prima
card-never-confirmed = 🗓 non ancora confermato: chiedi prima
card-enrolment-from = 📝 iscrizioni dal { $date }
card-enrolment-until = 📝 iscrizioni fino al { $date }
card-enrolment-over = 📝 iscrizioni chiuse: chiedi delle prossime
card-at-home = 📍 a casa, in tutta la rete
card-at-home-in = 📍 a casa, a { $towns }
card-online = 📍 a distanza, da dove vuoi
card-place-unknown = 📍 dove: chiedilo a loro
card-places = { $address } (anche a { $towns })
card-place = 📍 { $places }
card-place-away = 📍 { $places } · a { $km } km da { $town }
card-price = 💶 { $price }
card-price-offer = 💶 { $offer } invece di { $price }
card-price-off = 💶 { $price } · per te { $offer }
card-price-gift = 💶 { $price } · per te: { $offer }
card-price-soon = 💶 { $price } · sconto per te dal { $date }
card-price-finished = 💶 { $price } · adesso senza codici sconto
card-conditions = 🎟 { $conditions }
card-invited = 🎟 Sconto con il link della tua azienda.
why-concepts = Perché: { $concepts }.
why-near = Perché: è la cosa più simile che c'è.
take = 🎟 Il mio sconto
take-badge = 🎟 Come avere lo sconto
take-offer = 🎟 { $offer }
contact = 📞 Contatto
contact-phone = 📞 { $phone }
contact-note = Ecco il contatto di <b>{ $name }</b>. { $text }

## Per chi, dove, quando

chip-who = 👤 Per chi?
chip-town = 📍 Dove?
chip-when = 🕘 Quando?
chip-how = 🏠 Come?
chip-price = 💶 Gratis?
chip-ask-how = Come preferisci?
chip-ask-price = Cerchi solo quello che è gratis?
price-free = gratis
how-home = vengono a casa
how-place = ci vado io
how-online = a distanza
chip-known = { $sign } { $value }
chip-ask-who = Per chi è?
chip-ask-town = Dove ti è più comodo?
chip-ask-when = Quando ti andrebbe bene?
chip-any = Non importa
who-everyone = per tutti
who-adults = persona adulta
who-parents = genitore
who-children = bimbi
who-teenagers = ragazzi
who-elderly = persona anziana
who-disabled = chi ha una disabilità
who-caregivers = chi assiste
who-foreigners = chi viene dall'estero
when-morning = la mattina
when-afternoon = il pomeriggio
when-evening = la sera
when-saturday = il sabato

## Orari

age-years = { $count ->
        [1] 1 anno
       *[other] { $count } anni
    }
age-months = { $count ->
        [1] 1 mese
       *[other] { $count } mesi
    }
ages-from-years = { $first ->
        [1] da 1 anno
       *[other] dai { $first } anni
    }
ages-from-months = { $first ->
        [1] da 1 mese
       *[other] dai { $first } mesi
    }
ages-to-years = { $last ->
        [1] fino a 1 anno
       *[other] fino a { $last } anni
    }
ages-to-months = { $last ->
        [1] fino a 1 mese
       *[other] fino a { $last } mesi
    }
ages-at-years = { $first ->
        [1] a 1 anno
       *[other] a { $first } anni
    }
ages-at-months = { $first ->
        [1] a 1 mese
       *[other] a { $first } mesi
    }
ages-years-years = { $first ->
        [1] da 1 a { $last } anni
       *[other] dai { $first } ai { $last } anni
    }
ages-months-months = { $first ->
        [1] da 1 a { $last } mesi
       *[other] dai { $first } ai { $last } mesi
    }
ages-months-years = { $first ->
        [1] da 1 mese
       *[other] dai { $first } mesi
    } { $last ->
        [1] a 1 anno
       *[other] ai { $last } anni
    }
ages-years-months = { $first ->
        [1] da 1 anno
       *[other] dai { $first } anni
    } ai { $last } mesi

## Sconto

voucher-code =
    Il tuo codice per <b>{ $service }</b>: <code>{ $code }</code>
    Dillo al telefono, oppure mostralo.
voucher-badge =
    Per <b>{ $service }</b> non serve un codice: mostra il tesserino della tua azienda.
voucher-badge-scanned =
    Per <b>{ $service }</b> non serve un codice: allo sportello tocca «{ badge-button }», oppure mostra il tesserino della tua azienda.
badge-button = 🎫 Mostra il badge
badge-of = 🎫 Badge: { $service }
badge-again = 🔄 Un badge nuovo
badge-shown =
    Il badge per <b>{ $service }</b>: fallo inquadrare allo sportello. Dentro non c'è il tuo nome.
    Vale una volta sola, fino alle { $time }.
qr-button = 🔳 Mostra come QR
qr-of = 🔳 QR: { $service }
qr-shown = Il tuo codice per <b>{ $service }</b>, da far inquadrare allo sportello: <code>{ $code }</code>
voucher-until = Vale fino al { $date }.
voucher-call = Chiama { $phone } e di': «{ $say }»
again-button = 🎟 Un altro codice
again-button-left = 🎟 Un altro codice ({ $count })
remind-button = Ricordamelo prima che scada
remind-promise = Va bene: ti scrivo il { $date }, senza dire di che cosa si tratta.
remind-now = Te l'avevo promesso: uno dei tuoi sconti vale ancora fino al { $date }.
starts-button = 🔔 Avvisami quando parte
starts-already = Lo sconto c'è già: lo puoi prendere adesso.
starts-now = Te l'avevo promesso: lo sconto che aspettavi è cominciato.
restock-button = Avvisami se ne arrivano
restock-promise = Va bene: se arrivano codici nei prossimi tre mesi, ti scrivo.
restock-now = Te l'avevo promesso: sono arrivati codici per lo sconto che cercavi. Non è detto che bastino per tutti.
refused-not-yet = Questo sconto parte il { $date }. Il servizio c'è già, a prezzo pieno.
refused-expired = Questo sconto è finito il { $date }.
refused-not-yours = Questo sconto è per altre aziende della rete, non per la tua.
refused-used-up = Adesso non ci sono codici per questo sconto.
refused-taken = Hai già preso questo sconto tutte le volte che si può.
refused-no-member = Gli sconti sono per chi lavora nelle aziende della rete. Apri il link della tua azienda e tocca «{ consent-yes }».
refused-gone = Questo sconto adesso non c'è.
refused-gone-kept = Questo sconto adesso non c'è, ma il codice che hai preso vale ancora: lo trovi in «{ codes }».
refused-next = Intanto qui lo sconto c'è ancora:
refused-desk = Se preferisci parlare con una persona: { $name }, { $phone } ({ $hours }).
codes-none-card = Non hai ancora preso sconti. Quello di «{ $service }» è qui:
codes-none = Non hai ancora preso sconti. Quando ne prendi uno, lo ritrovi qui.
codes-list = I tuoi sconti:
codes-line = 🎟 <b>{ $service }</b>: <code>{ $code }</code> · fino al { $date }
codes-line-open = 🎟 <b>{ $service }</b>: <code>{ $code }</code>
codes-line-badge = 🎟 <b>{ $service }</b>: mostra il tesserino · fino al { $date }
codes-line-badge-open = 🎟 <b>{ $service }</b>: mostra il tesserino
codes-off-the-list = Adesso non è nell'elenco, ma il tuo sconto vale ancora: chiama il { $phone }.
codes-off-the-list-desk = Adesso non è nell'elenco, ma il tuo sconto vale ancora: per usarlo chiedi allo sportello, { $phone }.
codes-line-expired = <i>{ $service }: scaduto il { $date }</i>
codes = I miei sconti

## Schede tenute da parte

save-button = 📌 Tienila da parte
share-button = 📤 Mandala a qualcuno
share-chat = 📤 Scegli a chi mandarla
share-lead = Ecco la scheda da mandare: senza codice, e senza niente di te. Inoltrala, oppure tocca il bottone.
unsave-button = Togli da quelle tenute
saved-list = Le schede che hai tenuto da parte:
saved-line = 📌 <b>{ $service }</b> · { $phone }
saved-line-plain = 📌 <b>{ $service }</b>
saved = 📌 Fatto: «{ $service }» la ritrovi in «{ codes }», oppure scrivi /codici.
saved-already = 📌 «{ $service }» è già fra le schede che hai tenuto da parte.
saved-guest = Per tenere da parte una scheda serve il link della tua azienda: di chi guarda da ospite non tengo niente. Segnati questo:
unsaved = Tolta: «{ $service }» non è più fra le schede tenute da parte.

## Qualcosa non va

wrong = ⚠️ Qualcosa non va?
wrong-ask = Che cosa non va in «{ $service }»?
wrong-phone = Il telefono
wrong-hours = Gli orari
wrong-address = L'indirizzo
wrong-closed = È chiuso, non c'è più
wrong-price = Il prezzo
wrong-code = Il codice non l'hanno preso
wrong-mute = Non risponde nessuno
wrong-known = Grazie, lo sappiamo già:
wrong-thanks = Grazie. Lo dico a chi tiene il catalogo, senza dire chi sei. Se lo segnalano in tre, l'avviso parte subito.

## Diritti

privacy-button = Privacy
mydata-button = I miei dati
mydata = Ecco tutto quello che teniamo di te, in un file che puoi aprire e leggere. Per cancellarlo c'è /dimenticami.
mydata-none = Di te non teniamo niente: guardi da ospite. Il punto a cui siamo arrivati resta in memoria, per 24 ore.
mydata-file = i-miei-dati
report-button = 📊 Cosa ha visto la tua azienda
report-lead = Questo è l'ultimo rapporto che la tua azienda ha ricevuto ({ $quarter }). Solo numeri grandi, mai di una persona.
report-lead-group = Questo è l'ultimo rapporto che la tua azienda ha ricevuto, insieme ad altre aziende piccole ({ $quarter }). Solo numeri grandi, mai di una persona.
report-page = Ed ecco la pagina intera, la stessa che hanno loro.
report-none = La tua azienda non ha ancora ricevuto nessun rapporto. Quando ne riceve uno, lo trovi qui uguale.
forget-ask =
    Cancello tutto quello che so di te: azienda, sconti presi, schede tenute da parte, questa conversazione. Se un codice ti serve ancora, copialo prima.

    Restano il conteggio degli sconti presi, senza il tuo nome, e per 90 giorni, cifrato e a parte, chi eri: così una copia di riserva non ti riporta. Cancello?
forget-yes = Sì, cancella tutto
forget-no = No, lascia così
forget-done = Fatto, ho cancellato tutto. Per tornare, riapri il link della tua azienda.
forget-nothing = Non ho niente di tuo da cancellare.
forget-kept = Va bene, resta tutto com'è.
forget-button = Dimenticami
language-ask = In che lingua preferisci?
language-done = Va bene, da ora in italiano.
language-button = Lingua / Language
help =
    Scrivimi cosa ti serve, come lo diresti a un collega: trovo il servizio, ti dico cosa succede se chiami e ti do lo sconto.
    So aiutarti con: { $areas }.
    { example }
help-commands =
    /codici i tuoi sconti
    /privacy cosa teniamo e cosa no
    /imieidati tutto quello che teniamo di te
    /dimenticami cancello tutto
    /lingua italiano o inglese
    /aiuto questa pagina

## Altro che le persone mandano

outside = Con questo non so aiutarti. Trovo aiuto per { $topics }.
topics-outside = figli, genitori, salute, casa, scuola, lavoro e pratiche
outside-perhaps = Non so se ho capito bene. Parli forse di questo? Se no, dimmelo con altre parole.
greeting = Ciao! Cosa ti serve?
thanks = 😊 Quando vuoi, sono qui.
empty = Nel messaggio non ho trovato parole. Scrivimi in breve cosa ti serve, oppure scegli:
shared-voice = Non so ancora ascoltare i vocali: me lo scrivi in due parole?
shared-photo = Le foto non le so guardare: me lo scrivi in due parole?
shared-sticker = 😊 E ora dimmi: cosa ti serve?
shared-file = I file non li apro: me lo scrivi in due parole?
shared-location = Sei dalle parti di { $town }: parto da lì. Cosa ti serve?
shared-location-far = Da lì siamo lontani: i servizi della rete sono dalle parti di { $town }. Cosa ti serve?
shared-edited = Cosa ti serve? Scrivilo, oppure scegli:
shared-contact = I contatti non li tengo. Scrivimi cosa ti serve.
shared-other = Questo non lo so leggere: me lo scrivi in due parole?
stale = Questa scelta non c'è più. Ripartiamo da qui:
danger =
    Se sei in pericolo adesso, chiama.
    { $numbers }
    Quello che hai scritto non viene salvato né contato.
danger-line = ☎️ <b>{ $phone }</b> { $what }
danger-after = Quando vuoi, sono qui anche per il resto.
danger-erase = Cancella questi messaggi
erase-by-hand =
    Questi messaggi non posso più cancellarli io: Telegram me lo lascia fare solo per 48 ore. Puoi farlo tu:
    1. Tieni premuto il tuo messaggio e scegli <b>Elimina</b>. Poi fai lo stesso con il mio.
    2. Se te lo chiede, spunta «anche per il bot».
    Per togliere tutto insieme: nell'elenco delle chat tieni premuta questa e scegli «Cancella cronologia» o «Elimina chat».
erased = Eccomi. Scrivimi quando vuoi cosa ti serve.
failure = Qualcosa da me si è inceppato. Riprova tra un minuto, oppure scrivi /start.
full = Adesso non riesco a risponderti: mi manca lo spazio. Il tuo messaggio non si perde: ti rispondo appena posso.

## Nel terminale

terminal-hello = Scrivi una frase, oppure il numero di una scelta. Per uscire: Ctrl-D.
terminal-bye = Ciao!
