# Quello che si dice di un file di codici, dal terminale e nella chat. Gli stessi identificativi stanno in en.ftl.

## Che cosa ho capito

found =
    { $codes ->
        [0] Nessun codice buono
        [one] Un codice
       *[other] { $codes } codici
    }{ $sheet ->
        [none] {""}
       *[other] {" "}nel foglio «{ $sheet }»
    }, colonna { $column }{ $heading ->
        [none] {""}
       *[other] {" "}«{ $heading }»
    }.
ends = Primi e ultimi: { $codes }
left =
    { $count ->
        [one] Una riga lasciata fuori:
       *[other] { $count } righe lasciate fuori:
    }
left-row = riga { $row }: { $shown }: { $why }
more = … e { $count ->
        [one] un'altra.
       *[other] altre { $count }.
    }
unread = Il foglio nascosto «{ $sheet }» non l'ho letto.

## Perché una riga resta fuori

left-heading = è l'intestazione
left-above = sta sopra l'intestazione
left-total = è la riga del totale
left-twice = c'è già più su
left-used = è segnato come già usato o non più valido
left-ended = è scaduto
left-hidden = la riga è nascosta
left-struck = la riga è barrata
left-two-codes = sono due codici, o uno con uno spazio in mezzo. Scrivi un codice per riga; se lo spazio fa parte del codice, scrivi «Codice» in cima alla colonna e usa lo stesso modo in tutte le righe
left-words = sono più parole, non un codice. Scrivi un codice per riga, senza spazi
left-long = è più lungo di 64 segni: non è un codice
left-no-code = non è un codice: può avere lettere, cifre e i segni - _ .
left-dash = ha un trattino lungo (–), che di solito mette Word al posto di quello corto (-). Riscrivilo con quello corto, o chiedi all'organizzazione
left-covered = è coperto o tagliato (*, …). Chiedi all'organizzazione il codice intero
left-link = è un indirizzo web, non un codice. Scrivi solo il codice
left-ruined-scientific = il foglio di calcolo ha trasformato il codice in un numero e le cifre sono perse. Chiedi il file originale, o formatta la colonna come Testo e riscrivi i codici
left-ruined-digits = un foglio di calcolo tiene solo 15 cifre di un numero: le ultime sono perse. Chiedi il file originale, con la colonna come Testo
left-ruined-formula = è una formula senza il suo risultato. Apri il file con il foglio di calcolo, salvalo e riprova; o incolla solo i valori
left-ruined-date = il foglio di calcolo l'ha trasformato in una data e il codice è perso. Formatta la colonna come Testo e riscrivilo
left-ruined-error = è un errore del foglio di calcolo. Correggi la formula, o incolla solo i valori
left-ruined-boolean = il foglio di calcolo l'ha trasformato in vero o falso. Formatta la colonna come Testo e riscrivilo
left-ruined-decimals = è un numero con la virgola o negativo, non un codice. Formatta la colonna come Testo e riscrivilo
left-ruined-format = il formato della cella lo mostra in un altro modo (migliaia, euro, percentuale). Formatta la colonna come Testo

## Che cosa è da guardare

doubt-columns = ci sono codici in più colonne: questa e { $others }. Qual è quella giusta?
doubt-sheets = ci sono codici anche in altri fogli: { $others }. Li lascerei fuori
doubt-heading = la colonna si chiama «{ $heading }»: sono davvero i codici?
doubt-hidden-column = la colonna { $column } è nascosta: sono davvero i codici da dare?
doubt-beside = la colonna { $column }, accanto ai codici, dice: { $shown }. Non so se quei codici si possono dare
doubt-coloured =
    { $count ->
        [one] una riga è colorata ({ $rows }): è un codice già dato? Lo caricherei
       *[other] { $count } righe sono colorate ({ $rows }): sono codici già dati? Li caricherei
    }
doubt-numbers = sembrano numeri con punti o segno, cambiati dal foglio di calcolo: { $codes }. Sono davvero codici?
doubt-same = ci sono più righe uguali che codici: { $codes }. Se il codice è lo stesso per tutti, nel file dell'offerta serve «voucher: shared»
doubt-grouped = hanno spazi o barre in mezzo, e li darei così: { $codes }. È un solo codice per riga?
doubt-above = sopra l'intestazione c'è qualcosa che sembra un codice: { $shown }
doubt-used =
    { $count ->
        [one] un codice è segnato come usato (riga { $rows }): lo lascerei fuori
       *[other] { $count } codici sono segnati come usati (righe { $rows }): li lascerei fuori
    }
doubt-ended =
    { $count ->
        [one] un codice è scaduto (riga { $rows }): lo lascerei fuori
       *[other] { $count } codici sono scaduti (righe { $rows }): li lascerei fuori
    }
doubt-hidden =
    { $count ->
        [one] una riga è nascosta ({ $rows }): la lascerei fuori
       *[other] { $count } righe sono nascoste ({ $rows }): le lascerei fuori
    }
doubt-struck =
    { $count ->
        [one] una riga è barrata ({ $rows }): la lascerei fuori
       *[other] { $count } righe sono barrate ({ $rows }): le lascerei fuori
    }
doubt-foreign = lettere di un altro alfabeto, uguali alle nostre solo alla vista: { $codes }
doubt-twins = codici che si leggono uguali (maiuscole, o segni che si somigliano): { $codes }
doubt-unlike = diversi da tutti gli altri: { $codes }
doubt-examples = sembrano esempi o prove: { $codes }
doubt-words = sono parole senza cifre: { $codes }. Sono davvero codici?
doubt-zeros = numeri di lunghezza diversa (da { $shortest } a { $longest } cifre, il più corto { $code }): forse il foglio di calcolo ha tolto gli zeri davanti
doubt-short = numeri di poche cifre: { $codes }. Sono davvero codici?
doubt-rounded = numeri lunghi che finiscono tutti in zero: { $codes }. Forse il foglio di calcolo ha perso le ultime cifre
doubt-elsewhere =
    { $count ->
        [one] un codice ce l'ha già l'offerta { $offer }: { $codes }
       *[other] { $count } codici li ha già l'offerta { $offer }: { $codes }
    }
doubt-near = si leggono come codici che ci sono già: { $codes }
doubts = Da guardare prima:
cure-doubts = Non ho caricato niente: c'è qualcosa da guardare, e non c'è nessuno a cui chiedere. Correggi il file, oppure ripeti il comando in un terminale senza --yes.
cure-asked = Se le righe lasciate fuori ti vanno bene, aggiungi --skip-bad.
cure-bad = Non ho caricato niente. Correggi queste righe, o lasciale fuori con --skip-bad.
cure-columns = Non ho caricato niente: dimmi qual è la colonna dei codici, per esempio --column { $column }.

## File che non si leggono

unreadable-too-big = il file supera { $limit } MB. Dividilo in più file
unreadable-too-large = questo foglio di calcolo è troppo grande. Salvalo come CSV e riprova
unreadable-too-many-rows = il file ha più di { $limit } righe. Dividilo in più file
unreadable-old-excel = è un vecchio file di Excel (.xls), o uno protetto da password. Aprilo, salvalo come .xlsx senza password o come CSV e riprova
unreadable-other-spreadsheet = non è un foglio di Excel (.xlsx). Aprilo, salvalo come .xlsx o come CSV e riprova
unreadable-no-spreadsheet = questo foglio di calcolo non si può leggere. Aprilo, salvalo come CSV e riprova
unreadable-locked = questo foglio di calcolo è protetto da una password. Salvalo senza password e riprova
unreadable-entity = questo foglio di calcolo contiene definizioni che potrebbero riempire la memoria. Aprilo, salvalo come CSV e riprova
unreadable-page = è una pagina web o un file XML, anche se il nome dice altro. Aprilo con il foglio di calcolo, salvalo come CSV e riprova
unreadable-pdf = è un PDF. Chiedi all'organizzazione il foglio di calcolo o il CSV
unreadable-word = è un documento di testo formattato. Copia i codici in un foglio di calcolo, uno per riga, e salvalo come CSV
unreadable-picture = è un'immagine. Chiedi all'organizzazione il foglio di calcolo o il CSV
unreadable-archive = è un archivio compresso. Aprilo e usa il foglio che contiene
unreadable-no-text = non è un file di testo. Salvalo come CSV e riprova
unreadable-quotes = alla riga { $line } le virgolette non tornano. Salvalo di nuovo come CSV e riprova
unreadable-no-codes = non trovo una colonna di codici. Mettili in una colonna con «Codice» in cima, uno per riga
unreadable-hidden-sheets = i codici sono solo nel foglio nascosto «{ $sheet }». Rendilo visibile, salva e riprova

## Che cosa ho fatto

came-in =
    { $offer }: { $fresh ->
        [0] nessun codice nuovo
        [one] un codice nuovo
       *[other] { $fresh } codici nuovi
    }{ $moved ->
        [0] {""}
        [one] , uno di una validità passata è di nuovo buono
       *[other] , { $moved } di una validità passata sono di nuovo buoni
    }{ $again ->
        [0] {""}
        [one] , uno messo da parte è di nuovo libero
       *[other] , { $again } messi da parte sono di nuovo liberi
    }, { $there } { $there ->
        [one] c'era già
       *[other] c'erano già
    }.
import-number = Caricamento numero { $number }: «kmzero codes undo { $number }» lo annulla.
undone =
    Caricamento { $number } di { $offer } annullato: { $codes ->
        [0] nessun codice tolto
        [one] tolto un codice
       *[other] tolti { $codes } codici
    }.
undone-given =
    { $count ->
        [one] Un codice l'ha già una persona e resta suo: { $codes }
       *[other] { $count } codici li hanno già delle persone e restano loro: { $codes }
    }
no-import = Non c'è nessun caricamento numero { $number }. «kmzero codes imports» li elenca.
undone-before = Il caricamento { $number } è già stato annullato.
no-imports = Non è ancora stato caricato nessun codice.
no-pool = { $offer }: non c'è un'offerta con codici da caricare (voucher: pool) che si chiami così; ci sono { $offers }
bad-validity = --valid { $valid }: scrivi due giorni, per esempio 2027-01-01/2027-12-31
ask-import = Li carico? [s/N]
not-imported = Non ho caricato niente.
counts = codici { $codes }, dati { $given }, liberi { $free }
undone-on = annullato il { $when }
by-server = dal terminale
by-role = coordinatore { $role }
by-organization = organizzazione { $organization }

## Quanti ne restano, e chi ne ridà uno

stock =
    liberi { $free } di { $total }{ $past ->
        [0] {""}
        [one] , uno avanzato da una stagione prima
       *[other] , { $past } avanzati da una stagione prima
    }{ $coming ->
        [0] {""}
        [one] , uno per una stagione che deve cominciare
       *[other] , { $coming } per una stagione che deve cominciare
    }
retired =
    { $count ->
        [0] Non è avanzato niente da stagioni prima.
        [one] Ho messo da parte un codice avanzato da una stagione prima. Se lo ricarichi torna buono.
       *[other] Ho messo da parte { $count } codici avanzati da stagioni prima. Se li ricarichi tornano buoni.
    }
few =
    { $offer }: { $total ->
        [one] un codice in tutto, meno
       *[other] { $total } codici in tutto, meno
    } di { $fewest }. Chi legge che sono finiti capisce che li ha qualche collega: caricane altri, o falli creare al bot (voucher: generated)
given-back = { $offer }: { $code } è tornato libero
back-nobody = { $code }: questo codice non l'ha nessuno
back-offers = { $code }: ne hanno uno { $offers }. Di' quale con --offer
back-shared = { $code }: questo codice di { $offer } ce l'hanno { $count } persone. Un codice uguale per tutti non si riprende
back-expired = { $code }: è scaduto il { $day }. Qualcuno può averlo usato, quindi resta dato
back-used = { $code }: chi lo ha dato lo ha segnato come usato, quindi resta dato
back-just-now = { $code }: l'ha appena ridato qualcuno
