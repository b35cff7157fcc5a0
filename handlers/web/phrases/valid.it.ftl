### Le pagine con cui un'organizzazione tiene veri i suoi servizi.

valid-title = È ancora tutto giusto?
valid-lead =
    { $count ->
        [one] Un servizio è da confermare. Le persone lo leggono così:
       *[other] { $count } servizi sono da confermare. Le persone li leggono così:
    }
valid-nothing = Non c’è niente da confermare: grazie. Se qualcosa cambia, puoi dirlo qui in ogni momento.
valid-rest = Gli altri servizi
valid-right = Tutto giusto
valid-all-right = Tutto giusto per tutti ({ $count })
valid-change = Cambia qualcosa: { $service }
valid-desk = Vai allo sportello
valid-back = Torna ai tuoi servizi
valid-last = Confermato il { $date }.
valid-never = Non ancora confermato.
valid-unconfirmed = Le persone leggono «non confermato: chiedi prima», finché non ci rispondi.
valid-is-suspended = Sospeso: le persone non lo vedono.
valid-is-full = Al completo fino al { $date }.
valid-otherwise = Qualcosa è diverso?
valid-now = Adesso: { $value }
valid-now-phone = Adesso non c’è nessun numero.
valid-now-price = Adesso non c’è.
valid-now-hours = Adesso non ci sono.
valid-now-full_until = Adesso ci sono posti.
valid-now-suspended = Adesso le persone lo vedono.
valid-price = Prezzo
valid-hours = Orari
valid-phone = Telefono
valid-full_until = Siamo pieni fino a…
valid-suspended = Fermiamo il servizio perché…
valid-how-price = Per esempio: 20 · 20 al mese · da 15 a 25 · gratis · secondo ISEE
valid-how-hours = Per esempio: lun-ven 9-12 e 15-18; sab 9-12
valid-how-phone = Con il prefisso, per esempio: 059 000 1234
valid-how-full_until = L’ultimo giorno senza posti, per esempio: 31 gennaio · venerdì · due settimane
valid-how-suspended = In poche parole: lo legge solo chi coordina la rete.
valid-button-price = Cambia il prezzo
valid-button-hours = Cambia gli orari
valid-button-phone = Cambia il telefono
valid-button-full_until = Segna al completo
valid-button-suspended = Sospendi
valid-again-full_until = Ci sono di nuovo posti
valid-again-suspended = Il servizio riprende
valid-same = È già così: { $value }.
valid-is-it-so = Abbiamo capito bene?
valid-goes-live = Se confermi, le persone lo leggono tra poco.
valid-is-looked-at = Se confermi, lo guarda chi coordina la rete e poi va in linea. Qui leggi com’è andata.
valid-yes = Sì, è così
valid-cancel = Lascia stare
valid-sent = Che cosa ci hai detto
valid-made = { $field } <b>{ $after }</b>
valid-state-open = aspetta chi coordina la rete, dal { $date }
valid-state-on-its-way = tra poco è in linea
valid-state-published = in linea dal { $date }
valid-state-dropped = non pubblicato ({ $date }): se serve, parlane con chi coordina la rete
valid-too-many = Per oggi sono già tante modifiche
valid-too-many-do = Non abbiamo perso niente di quello che hai detto prima. Riprova domani, o parla con chi coordina la rete.
