### Lo sportello di un’organizzazione: il codice, che cosa è, come si segna e come si annulla.

desk-pages = Le tue pagine
desk-menu = Controlla un codice
desk-title = Lo sportello di { $name }
desk-nobody = Di chi ti mostra un codice qui non c’è niente: né il nome, né l’azienda. E all’azienda non diciamo chi lo ha usato.

desk-code = Il codice
desk-code-about = Scrivilo come viene: maiuscole, spazi e trattini non contano.
desk-look = Controlla
desk-slow = Aspetta un momento
desk-wait =
    Parecchi codici di fila non erano giusti. Riprova tra { $seconds ->
        [one] un secondo
       *[other] { $minutes ->
            [one] { $seconds } secondi
           *[other] { $minutes } minuti
        }
    }: poi si ricomincia come prima.

desk-marked = Segnato come usato
desk-valid = Valido
desk-used = Già usato
desk-not-yet = Non vale ancora
desk-expired = Scaduto
desk-not-ours = Non è un vostro codice

desk-marked-day = Da adesso non vale più
desk-valid-day = Vale fino al { $day }
desk-valid-always = Non scade
desk-used-day = È stato usato il { $day }
desk-not-yet-day = Vale dal { $day }
desk-expired-day = Valeva fino al { $day }
desk-not-ours-note = Controllalo segno per segno. Se è scritto giusto, è di un’altra organizzazione, o nessuno l’ha ricevuto.
desk-shared = È lo stesso per tutti: non c’è niente da segnare.
desk-several = Con questo codice c’è più di uno sconto. Guarda quale c’è sul telefono di chi hai davanti.

desk-mark = Segna come usato
desk-undo = Annulla: non è stato usato
desk-recent = Segnati da poco
desk-recent-about = Se hai sbagliato, hai dieci minuti per annullare.
desk-recent-row = Codice che finisce con { $ending }: { $service }, alle { $at }
desk-undo-row = Annulla { $ending }
