# Quello che chiede e dice «kmzero new», e quello che elenca «kmzero needs list».

founding-needed = qui serve una risposta. Scrivila, poi premi Invio.
founding-languages = { $given } non va bene: scrivi it, en, oppure tutte e due con la virgola in mezzo (it,en). La prima è quella degli appunti nei file.
founding-country = non conosco il paese { $given }. Scrivi le sue due lettere: IT per l'Italia.
founding-emergency = dei numeri di emergenza di { $country } non sono sicuro. Scrivi quello che si chiama quando c'è pericolo.
founding-point = in "{ $given }" non trovo un punto. Scrivi latitudine e longitudine come le dà una mappa: «45.1234, 9.5678».
    .range = { $given } non è un punto della terra: la latitudine va da -90 a 90, la longitudine da -180 a 180. Copiale di nuovo dalla mappa.
    .turned = { $given }: sembrano scambiate, prima la latitudine e poi la longitudine. Scrivi «{ $turned }».
    .elsewhere = { $given } è lontano dal paese { $country }, e vicino a un altro. Copia di nuovo il punto dalla mappa, oppure correggi il paese.
    .twice = { $town } c'è già.
    .far = { $given } è a { $km } km da { $other }: di solito manca una cifra, o è sbagliata. Copia di nuovo il punto dalla mappa.
founding-town = in "{ $given }" non trovo un comune. Scrivi il nome, due punti e il punto del centro: «Nome:45.1234,9.5678».

ask-languages = Lingue della rete (it, en)
ask-name = Nome della rete
ask-country = Paese, in due lettere
ask-town = Nome di un comune della rete
ask-another-town = Un altro comune (Invio se non ce ne sono)
ask-point = Il suo centro: latitudine e longitudine, copiate da una mappa
ask-controller = Chi risponde dei dati delle persone (l'ente, come si firma)
ask-email = E-mail dello sportello e per la privacy
ask-phone = Telefono dello sportello
ask-hours = Orari dello sportello
ask-address = Indirizzo dello sportello (Invio se non c'è)
ask-emergency = Numero da chiamare quando c'è pericolo

founding-emergency-numbers = Numeri di emergenza: { $numbers }. Sono in network.yaml: controllali.
founding-begins = Ti faccio qualche domanda e scrivo la cartella { $folder }. Non viene scritto niente fino alla fine; per smettere premi Ctrl e C.
founding-written = Fatto: { $folder } è la cartella della tua rete, con un'organizzazione e un'azienda di esempio. I prossimi tre comandi:
founding-taken = { $folder }: qui c'è già qualcosa, e non tocco niente. Scegli una cartella che non c'è, oppure svuota questa.
founding-no-parent = { $folder }: la cartella { $parent } non c'è. Creala, oppure scegli un altro posto.
founding-missing = manca la risposta a «{ $question }», e non c'è nessuno a cui chiederla: aggiungi { $option }. Non è stato scritto niente.
founding-unfit = { $option }: { $reason } Non è stato scritto niente.

needs-listed = { $served ->
        [one] Un bisogno su { $all } ha almeno un servizio.
       *[other] { $served } bisogni su { $all } hanno almeno un servizio.
    }
needs-services = { $n ->
        [0] -
        [one] 1 servizio
       *[other] { $n } servizi
    }
