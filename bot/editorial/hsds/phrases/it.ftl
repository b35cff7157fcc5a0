# Un pacchetto HSDS che entra, o che esce.

exported = { $services ->
        [one] Un servizio è
       *[other] { $services } servizi sono
    } in { $folder }: le tabelle con datapackage.json, e ogni servizio in JSON dentro services/. Nessun codice è uscito.

unreadable = { $file }: non si riesce a leggerlo.
    .archive = { $file }: questo zip è rotto o rifiutato; aprilo in una cartella e indica quella.
    .large = { $file }: con questo si superano i { $limit } MB; dividi il pacchetto.
    .many = Ci sono più di { $limit } file; indica solo la cartella del pacchetto.
    .json = { $file }:{ $line }:{ $column }: da qui non è più JSON; fallo riscrivere dal programma da cui arriva.
    .deep = { $file }: ci sono oggetti dentro oggetti senza fine; fallo riscrivere dal programma da cui arriva.
    .encoding = { $file }: non è in UTF-8; salvalo così.
    .shape = { $file }: non è un servizio, né un'organizzazione, né un loro elenco.
    .csv = { $file }: una riga non è CSV; aprilo in un foglio di calcolo e salvalo di nuovo come CSV.
    .heads = { $file }: nessuna colonna ha un id o un nome; la prima riga deve avere i nomi delle colonne.
    .nothing = Non c'è nessuna organizzazione e nessun servizio: un pacchetto ha organizations.csv e services.csv, oppure JSON.

refused = Non si può prendere.
    .file-archive = { $file } è rotto o rifiutato.
    .file-large = { $file } è troppo grande.
    .file-many = Ci sono troppi file.
    .file-json = { $file } non è JSON (riga { $line }, colonna { $column }).
    .file-deep = { $file } ha oggetti dentro oggetti senza fine.
    .file-encoding = { $file } non è in UTF-8.
    .file-shape = { $file } non è un servizio, né un'organizzazione, né un loro elenco.
    .file-csv = { $file } non è CSV.
    .file-heads = { $file } non ha una colonna con un id o un nome.
    .twice = Questo id sta per due cose diverse, che non dicono lo stesso in { $field }.
    .nameless = Non ha un nome.
    .no-organization = Non dice di quale organizzazione è.
    .unknown-organization = La sua organizzazione { $organization } non è nel pacchetto.
    .nameless-organization = La sua organizzazione { $organization } non ha un nome.
    .circle = La sua organizzazione { $organization } fa parte di sé stessa: { $way }.
    .id-taken = Il suo id { $id } è già di un altro servizio.
    .invalid = Il campo { $field } non si può scrivere: { $cause }.

doubt = Qualcosa è rimasto fuori.
    .phone = Il numero { $given } non si può chiamare, ed è rimasto fuori.
    .email = { $given } non è un indirizzo e-mail, ed è rimasto fuori.
    .web = { $given } non è un indirizzo web, ed è rimasto fuori.
    .hours = Gli orari non hanno parole per questo: { $given }. Dove non c'è altro, sono «da confermare».
    .code = L'offerta { $offer } ha un codice uguale per tutti, e i codici non viaggiano: scrivilo nel file, altrimenti nessuno riceve l'offerta.
    .offer = L'offerta { $offer } è di un'altra rete per le sue aziende, ed è rimasta fuori.
    .field = Il campo { $field } non si può scrivere così, ed è rimasto fuori: { $given }.
    .long = Il testo ha { $length } segni; ne sono stati presi i primi { $taken }.

taken = Si { $services ->
        [one] può prendere 1 servizio
       *[other] possono prendere { $services } servizi
    } di { $organizations ->
        [one] 1 organizzazione
       *[other] { $organizations } organizzazioni
    }.
refused-count = { $n ->
        [one] 1 è rifiutato:
       *[other] { $n } sono rifiutati:
    }
doubts-count = { $n ->
        [one] Una cosa è rimasta fuori da quello che si prende:
       *[other] { $n } cose sono rimaste fuori da quello che si prende:
    }
proposals-count = { $n ->
        [one] Il bisogno di 1 servizio è stato letto dalle sue parole; confermalo:
       *[other] I bisogni di { $n } servizi sono stati letti dalle loro parole; confermali:
    }
proposal = { $service }: { $need }, { $percent } %
    .unsure = { $service }: { $need }, { $percent } %; le persone non lo vedono finché non togli la riga `suspended`
towns-count = { $n ->
        [one] 1 comune è nuovo per la rete; le coordinate sono il centro delle sue sedi:
       *[other] { $n } comuni sono nuovi per la rete; le coordinate sono il centro delle loro sedi:
    }
town = { $name }: { $lat }, { $lon }
unplaced = { $n ->
        [one] 1 sede
       *[other] { $n } sedi
    } ({ $town }): { $n ->
        [one] rimasta
       *[other] rimaste
    } fuori, senza un comune della rete e senza coordinate.
unplaced-nowhere = senza comune
left-out = Non si prendono, perché kmzero non ha un campo per loro: { $fields }.
more = … e altri { $n }; `--json` li dice tutti.
unchanged = In { $folder } c'è già tutto.
ask-write = Scrivo { $files ->
        [one] 1 file
       *[other] { $files } file
    } in { $folder }? [s/N]
needs-yes = Non ho scritto niente: qui non c'è nessuno a cui chiedere. Con --yes si scrive.
not-written = Non ho scritto niente.
written = { $files ->
        [one] 1 file scritto
       *[other] { $files } file scritti
    } in { $folder }. Poi: kmzero check { $folder }
no-network = In { $folder } non c'è ancora network.yaml: lo fa `kmzero new`; mettici i comuni qui sopra.
broken-folder = { $folder } ha degli errori (li dice tutti `kmzero check { $folder }`): correggili prima, così non si perde niente.
