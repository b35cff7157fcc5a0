# Il rapporto di un trimestre: le parole per chi lo legge in azienda, nella rete, in un'organizzazione.
title = { $network } nel { $quarter }
quarter = { $number ->
    [1] primo trimestre del { $year }
    [2] secondo trimestre del { $year }
    [3] terzo trimestre del { $year }
   *[4] quarto trimestre del { $year }
}
other-language = Read it in English
for-company = Rapporto per { $name }
for-group = Rapporto comune di { $names }
for-network = Rapporto di tutta la rete
for-organization = Rapporto per { $name }
days = Dal { $first } al { $last } · pubblicato il { $published }
lead-company = Che cosa hanno cercato le persone della vostra azienda, e che cosa hanno trovato.
lead-group = Le aziende con meno di 25 persone attive hanno un rapporto in comune, così non si riconosce nessuno.
lead-network = Che cosa hanno cercato le persone di tutte le aziende della rete, e che cosa hanno trovato.
lead-organization = Quante persone hanno visto i vostri servizi, e quante hanno preso uno sconto. Sono persone di tutte le aziende insieme.

reached = persone raggiunte
reached-about = hanno usato il bot almeno una volta
taken = persone con uno sconto
taken-about = hanno preso o riaperto almeno uno sconto
before = trimestre prima: { $people }
hidden = non mostrato

need = Che cosa hanno cercato
need-about = Persone per area. Chi ha cercato in due aree conta in tutte e due, quindi le righe non si sommano.
unmet = Che cosa non hanno trovato
unmet-about = Persone che hanno cercato qualcosa che manca nella rete o nel loro comune, o che non andava bene.
town = Dove
town-about = Persone per comune in cui hanno cercato, quando lo hanno detto.
place = Da dove sono arrivate
place-about = Persone nuove, per il posto in cui hanno trovato l'invito: dice quale locandina funziona.
shown = Servizi visti
shown-about = Persone a cui è stato proposto il servizio.
claimed = Sconti
claimed-about = Persone che hanno preso o riaperto uno sconto del servizio.
refused = Non accettati
refused-about = Persone a cui lo sportello non ha accettato il codice, per quello che hanno detto al bot.
outside = Altro, fuori dal catalogo
place-canteen = Mensa
place-locker-room = Spogliatoio
place-payslip = Busta paga
place-intranet = Intranet
place-group-chat = Chat di gruppo
place-other = Altro
all-hidden = Qui i numeri sono ancora troppo piccoli per mostrarli senza far riconoscere qualcuno.
some-hidden = Non mostrati, perché piccoli o perché con altri numeri direbbero troppo: { $rows }.
row = Voce
people = Persone

what = Che cos'è questo rapporto, e che cosa non è
what-people = Conta persone, non richieste: chi scrive dieci volte conta una volta sola.
what-small = Un numero su bisogni e sconti si vede solo da 10 persone in su, gli altri da 5, e mai se ci sono dentro quasi tutti. I numeri sono arrotondati di 5 in 5.
what-never = Non parla mai di una persona: non ci sono nomi, messaggi, reparti, giorni, e non c'è modo di ricavarli nemmeno mettendo insieme più rapporti.
what-words = Le parole scritte non vengono salvate. Chi ha chiesto aiuto in una situazione di pericolo non è contato.
what-frozen = Una volta pubblicato non cambia più, anche se qualcuno poi si cancella.
what-employee = Ogni dipendente può vedere questo stesso rapporto, con il comando /privacy.
what-attacker = Prima della pubblicazione un programma ha provato a ricavare i numeri nascosti, usando insieme tutti i rapporti del trimestre: non ci è riuscito.
controller = Dei dati risponde { $controller } ({ $email }).

summary-none = Ancora numeri piccoli: non si mostrano.
summary-foot = Numeri arrotondati di 5 in 5; quelli piccoli restano nascosti. Mai di una persona.

csv-table = Tabella
open-quarter = { $quarter } non è ancora finito: un rapporto adesso e uno dopo direbbero chi è arrivato in mezzo. Si potrà chiedere dal { $day }.
not-a-quarter = «{ $text }» non è un trimestre. I rapporti esistono solo per trimestri interi, come 2026Q4: un giorno, una settimana o un mese direbbero troppo.
no-quarter = Di quale trimestre? Scrivilo con --quarter, per esempio --quarter 2026Q3.
no-report-company = { $name } non ha un rapporto per { $quarter }: ha meno di 25 persone attive, e le aziende piccole insieme sono ancora poche.
no-report-group = Non c'è un rapporto comune delle aziende piccole per { $quarter }: sono ancora poche persone.
no-report-network = Non c'è un rapporto della rete per { $quarter }: ha meno di 25 persone attive.
no-report-organization = { $name } non è nel rapporto del { $quarter }: allora non aveva servizi nel catalogo.
no-name = Dopo «{ $kind }» non serve un id: togli «{ $text }». Il trimestre si scrive con --quarter.
no-such = { $name } non esiste; ci sono: { $names }
demo-refused = Qui ci sono già persone, conteggi o rapporti: i dati di prova vanno solo in un database nuovo (per esempio --database sqlite:///prova.db).
demo-done = { $people } persone in { $companies } aziende, { $things } cose contate in { $quarters } trimestri, { $vouchers } sconti presi. I trimestri finiti: { $ended }.
demo-evaluation = Con una valutazione, dal { $first } al { $last }: la scrive kmzero evaluation report --out CARTELLA.
needs-none = In questo periodo nessun bisogno non soddisfatto ha almeno 10 persone: i numeri più piccoli non si mostrano.
needs-title = Cercato e non trovato: numero di persone, di 5 in 5, da 10 in su
needs-need = bisogno
needs-town = comune
needs-when = quando
needs-week = settimana dal { $day }
needs-everywhere = tutta la rete
needs-nowhere = comune non detto
