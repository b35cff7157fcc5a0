### I numeri di un'organizzazione.

desk-figures-menu = I vostri numeri
figures = I vostri numeri
figures-about = Quante persone hanno visto i vostri servizi e preso uno sconto, di tutte le aziende insieme. Di nessuna persona, e di nessuna azienda.
figures-open = Persone e sconti si contano a trimestre finito, quando esce il rapporto. Per ora ci sono solo i codici che avete segnato voi.
figures-shown = Persone che lo hanno visto
figures-claimed = Persone che hanno preso lo sconto
figures-refused = Persone a cui non è stato accettato
figures-used = Codici che avete segnato come usati
figures-hidden = nascosto
figures-not-counted = non ancora contato
figures-why = Perché no
figures-why-about = Perché chi ci ha provato non è stato aiutato, in tutta la rete: di un servizio solo sarebbero troppo pochi. È nella valutazione, e non cambia più.
figures-reason = Motivo
figures-people = Persone
figures-why-hidden = Nascosti, perché detti da meno di { $fewest } persone o perché con altri numeri direbbero troppo: { $reasons }.
figures-why-open = Apri la vostra pagina della valutazione
figures-why-none = I motivi si leggono nella valutazione del programma, quando esce. Prima non li dice nessuno.
figures-hidden-why = Perché alcuni numeri sono nascosti
figures-hidden-rule = «Nascosto» vuol dire meno di { $fewest } persone, anche nessuna, o un numero che insieme ad altri direbbe troppo: si potrebbe riconoscere qualcuno.
figures-used-rule = I codici usati sono esatti, perché li avete segnati voi. Sono codici, non persone: chi ne ha due conta due volte, e chi riapre un codice vecchio conta tra chi ha preso lo sconto. Quindi i due numeri non si sottraggono.
