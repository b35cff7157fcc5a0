### Cornice di tutte le pagine: intestazione, lingue, rifiuti, apertura dei link.

skip = Vai al contenuto
languages = Lingue
language-it = Italiano
language-en = English

refused-missing = Qui non c’è niente
refused-missing-do = L’indirizzo è cambiato, o non è arrivato intero. Ricomincia dalla pagina principale, o chiedi di nuovo il link a chi te l’ha dato.
refused-too-large = È troppo grande
refused-too-large-do = Quello che hai mandato supera il limite. Torna indietro e manda un file più piccolo, o un testo più corto.
refused-unreadable = Non è arrivato intero
refused-unreadable-do = Torna indietro e riprova.
refused-another-site = Questo modulo viene da un’altra pagina
refused-another-site-do = Per sicurezza non facciamo niente. Apri la pagina dal tuo link e riprova da lì.
refused-another-session = Questa pagina è rimasta indietro
refused-another-session-do = Nel frattempo qui è stato aperto un altro link. Ricarica la pagina e riprova: non è successo niente.
refused-later = Adesso non ci riesco
refused-later-do = Riprova tra un minuto. Quello che hai mandato non è andato perso a metà: o è fatto tutto, o niente.
refused-broken = Qualcosa non ha funzionato
refused-broken-do = Non è colpa tua. Torna indietro e riprova; se succede ancora, dillo a chi ti ha dato il link.
refused-busy = C’è molta gente
refused-busy-do = Riprova tra qualche secondo.

closed = Questa pagina si apre con un link
closed-partner = Il link per lo sportello te lo dà chi coordina la rete: chiedine uno nuovo. Vale per un solo telefono o computer.
closed-company = Il link per la pagina dell’azienda te lo dà chi coordina la rete: chiedine uno nuovo.
closed-coordinator = Il link per questa pagina lo trovi nel bot: scrivi /pagina.

open-partner = Lo sportello di { $name }
open-company = La pagina di { $name }
open-coordinator = La pagina di chi coordina
open-about = Il link vale per un solo telefono o computer: questo. Ti resta aperta finché la usi.
open-button = Apri qui
open-shared = Se non è il tuo, aprilo dove ti serve: il link è ancora buono.

not-opened-unknown = Questo link non lo conosco
not-opened-cut = Il link non è arrivato intero
not-opened-elsewhere = Questo link è di un’altra rete
not-opened-revoked = Questo link è stato chiuso
not-opened-ended = Questo link è scaduto
not-opened-full = Questo link è già stato aperto
not-opened-do = Chiedine uno nuovo a chi te l’ha dato: vale sette giorni, e per un solo telefono o computer.
