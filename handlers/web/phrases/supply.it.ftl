### I codici di un'organizzazione: quanti ne restano, e come se ne mandano altri.

desk-codes-menu = I vostri codici
supply = I vostri codici
supply-about = Ogni persona riceve un codice suo, e chi resta senza deve aspettare: mandane altri prima che finiscano.
supply-none = Nessuno dei vostri sconti usa codici mandati da voi: qui non c’è niente da fare.
supply-enough = Ce n’è più della metà.
supply-level =
    { $level ->
        [0] Sono finiti: nessuno può riceverne altri.
        [10] Ne resta uno su dieci, o meno.
        [25] Ne resta un quarto, o meno.
       *[50] Ne resta la metà, o meno.
    }
supply-levels = È lo stesso avviso che riceve chi coordina la rete, aggiornato ogni minuto. Il numero preciso direbbe a che ora qualcuno ne prende uno.
supply-low = Codici che stanno finendo: { $services }.
supply-low-see = Mandane altri
supply-more = Manda altri codici
supply-more-of = Altri codici per «{ $service }»
supply-how = Prima vedi che cosa ho capito; i codici entrano solo dopo il tuo sì.
supply-paste = Incolla i codici, uno per riga
supply-file = Oppure scegli un file
supply-file-about = Un foglio di calcolo (.xlsx, .ods) o un testo (.csv, .txt), fino a 5 MB.
supply-look = Guarda che cosa c’è
supply-nothing = Non c’è ancora nessun codice: incollali nel riquadro, o scegli un file.
supply-nothing-kept = Non ho tenuto niente.
supply-died = Quel file non sono riuscito a leggerlo. Salvalo come .csv e riprova.
supply-many = Sono più di { $most } codici. Dividili in più file, o mandali a chi coordina la rete.
supply-read = Ecco che cosa ho capito di «{ $name }»:
supply-known =
    { $known ->
        [one] Un codice c’era già: resta com’è.
       *[other] { $known } codici c’erano già: restano come sono.
    }
supply-which = Quale colonna ha i codici?
supply-column = Colonna { $column }
supply-take =
    { $count ->
        [one] Sì, metti questo codice
       *[other] Sì, metti questi { $count } codici
    }
supply-take-rest =
    { $count ->
        [one] Metti solo il codice buono
       *[other] Metti solo i { $count } codici buoni
    }
supply-no-good = Così non ce n’è nessuno da mettere. Correggi il file e mandalo di nuovo.
supply-drop = Lascia perdere
supply-sealed = Fino al tuo sì restano cifrati, per un giorno al massimo.
supply-in = Fatto
supply-in-counts =
    { $fresh ->
        [0] Nessun codice nuovo.
        [one] Un codice nuovo.
       *[other] { $fresh } codici nuovi.
    }{ $known ->
        [0] {""}
        [one] {" "}Un codice c’era già.
       *[other] {" "}{ $known } c’erano già.
    }
supply-in-soon = Si possono dare da adesso. L’avviso che stanno finendo se ne va entro un minuto.
supply-undo = Annulla: toglili di nuovo
supply-undo-about = Puoi farlo per dieci minuti. Quelli che qualcuno ha già ricevuto restano suoi.
supply-undo-late = Se qualcosa non torna, scrivi a chi coordina la rete: può ancora toglierli.
supply-undone = Tolti. Quelli che qualcuno aveva già ricevuto restano suoi.
supply-back = Torna ai codici
