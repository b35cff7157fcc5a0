# Che cosa non va in un file, e come si rimedia. Un messaggio per regola; gli attributi sono le sue varianti.

## Il file

missing-file = manca { $name }: senza, la rete non può partire. Crealo, o rimettilo al suo posto.
unknown-file = questo file non viene letto da nessuno. Se è un'organizzazione mettilo in organizations/, se è un'area in needs/, col nome che finisce in .yaml; se non serve, toglilo.
    .ending = questo file non viene letto, per via del nome: chiamalo { $wanted }. Se Windows nasconde la fine dei nomi, in Esplora file attiva "Estensioni nomi file".
    .folder = questo file non viene letto, perché la cartella ha un altro nome: mettilo al suo posto, { $wanted }.
    .deeper = questo file non viene letto: le sottocartelle non si guardano. Se serve, mettilo direttamente in { $folder }/; se no, toglilo.
    .beside = questo file non viene letto: sta accanto alla cartella del catalogo, non dentro. Se serve, spostalo lì, in { $wanted }.
    .copy = questo file non viene letto: si legge { $original }. Se quello giusto è questo, mettilo al posto di { $original }; se no, toglilo.
    .backup = questo file non viene letto: è una copia che un programma ha lasciato indietro. Toglilo.
    .text = questo file non viene letto: si leggono solo i file che finiscono in .yaml. Se è un'organizzazione, cambia la fine del nome in .yaml; se sono appunti, tienili fuori dalla cartella.
    .spreadsheet = i fogli di calcolo non vengono letti. I servizi si scrivono nei file .yaml; i codici si importano con "kmzero codes import". Togli questo file dalla cartella.
    .document = questo documento non viene letto. Copia il testo in un file di solo testo col nome che finisce in .yaml (Blocco note, TextEdit, VS Code), e togli il documento.
    .archive = gli archivi non vengono aperti. Se contiene dei file .yaml, estraili al loro posto; poi togli l'archivio.
copied-file = questo file è una copia di { $original } e dice lo stesso id, quindi non so quale dei due vale. Tieni quello giusto col nome { $original } e cancella l'altro; se è un'organizzazione nuova, cambia tutti gli id che ci sono qui.
    .same = questo file è una copia identica di { $original }: cancellalo.
misplaced-file = quello che dice questo file non è di qui: va in { $wanted }. Spostalo lì.
not-text = questo non è un file di testo. Salva il testo con Blocco note, TextEdit o VS Code, col nome che finisce in .yaml.
    .document = questo è un documento di Word o LibreOffice col nome di un file .yaml: cambiare il nome non basta. Aprilo, copia il testo, incollalo in un file nuovo con Blocco note, TextEdit o VS Code, e salva quello.
    .rtf = questo è un documento RTF, non solo testo: succede con TextEdit e WordPad. In TextEdit scegli "Formato > Converti in formato Solo testo", poi salva di nuovo; in WordPad salva come "Documento di testo".
    .pdf = questo è un PDF: non si può leggere né correggere. Serve il file di testo da cui è nato, o riscrivilo in un file .yaml.
    .spreadsheet = questo è un foglio di calcolo (Excel o LibreOffice) col nome di un file .yaml. I servizi si scrivono in un file di solo testo, come nell'esempio del README; i codici si importano con "kmzero codes import".
    .picture = questa è un'immagine col nome di un file .yaml. Serve il testo: riscrivilo in un file di solo testo.
    .archive = questo è un archivio compresso (zip, rar…) col nome di un file .yaml. Estrai il file che contiene, e metti quello al suo posto.
    .page = questa è una pagina web, non il file: succede quando si salva la pagina invece di scaricare. Scarica il file vero, o copiane il testo in un file di solo testo.
conflict = qui Git (o un programma simile) ha lasciato due versioni delle stesse righe, e non so quale vale. Guarda le righe { $marks }: tieni la versione giusta, cancella l'altra, e cancella anche queste righe di segni.
not-a-file = questo non è un file normale. Al suo posto serve un file di testo.
    .outside = questo è un collegamento a un file fuori dalla cartella. Copia qui il file vero.
    .refused = non riesco ad aprire questo file ({ $cause }). Controlla i permessi, o ricopialo.
too-big = il file supera { $limit } MB: è troppo grande. Dividilo, o togli quello che non è testo.
empty-file = il file è vuoto. Scrivi il contenuto, o cancella il file.
not-utf8 = qui c'è un segno che non è in UTF-8, di solito una lettera accentata. Salva di nuovo il file scegliendo la codifica "UTF-8".
    .wide = il file è salvato in UTF-16, che Blocco note ed Excel chiamano anche "Unicode". Salvalo di nuovo ("Salva con nome") scegliendo la codifica "UTF-8".
bad-character = qui c'è un segno invisibile che non si può usare ({ $character }). Cancellalo e riscrivi la parola a mano.
not-yaml = da qui non riesco più a leggere. Guarda questa riga e quella sopra: di solito mancano le virgolette attorno a un testo con i due punti, una parentesi non è chiusa, o il rientro non è fatto con spazi (il lettore dice: { $cause }).
    .bullet = qui l'elenco comincia con un segno che non va (•, * o una lineetta lunga). Scrivi un trattino semplice (-) e uno spazio.
    .hash = qui da # in poi è un commento, e il resto della riga non si legge. Metti tra virgolette il testo che ha il #.
    .pasted = qui la riga comincia con un segno che viene da un messaggio o da una pagina (```, > o +). Cancellalo, in tutte le righe che ce l'hanno.
    .colon = qui dopo la voce mancano i due punti e uno spazio. Si scrive così: name: Il Girasole.
    .tab = qui il rientro è fatto con il tasto Tab. Cancellalo e usa gli spazi, due per ogni livello.
hard-space = qui c'è uno spazio che sembra normale e non lo è (succede copiando da una pagina web o da Word). Cancella gli spazi di questa riga e riscrivili con la barra spaziatrice.
curly-quotes = qui le virgolette sono quelle curve di Word (“ ”), e non chiudono il testo. Con "Trova e sostituisci" mettile tutte dritte ("); se vuoi che le curve si leggano, metti il testo intero tra virgolette dritte.
two-documents = qui comincia un secondo documento: poco sopra c'è una riga con ---. Togli quella riga, o metti il resto in un file suo.
strange-key = prima dei due punti serve una parola sola, non un elenco. Controlla parentesi e virgolette.
duplicate-key = "{ $key }" è scritto due volte: la prima è a { $first }. Tieni una riga sola.
alias = le scorciatoie di YAML (& e *) qui non si usano. Scrivi il testo per intero, o mettilo tra virgolette se la & o l'asterisco ne fanno parte.
tag = il punto esclamativo all'inizio ha un senso speciale in YAML. Metti il testo tra virgolette.
too-deep = troppi livelli uno dentro l'altro. Controlla le parentesi: forse una non è chiusa.
too-many = il file contiene troppe voci. Dividilo in più file.

## Le voci

unknown-key = "{ $key }" non è una voce che conosco. Qui puoi usare: { $known }.
    .inside = "{ $key }" qui non è una voce che conosco. Scrivila dentro "{ $field }": { $field }: {"{"}{ $nearest }: …{"}"}.
    .colon = "{ $text }" ha i due punti, e così diventa una voce. Metti il testo intero tra virgolette: "{ $text }".
    .near = "{ $key }" non è una voce che conosco. Volevi scrivere "{ $nearest }"?
    .address = "{ $key }" non è una voce che conosco. Scrivilo dentro "address", tra virgolette.
comma-in-braces = tra parentesi graffe la virgola divide le voci, e qui ha spezzato un testo. Mettilo tra virgolette: { $field }: "{ $text }".
missing-field = manca "{ $field }". Aggiungilo in questo blocco.
    .empty = "{ $field }" è vuoto. Scrivi il valore, o togli la riga se non serve.
wrong-kind = "{ $field }" non ha la forma giusta. Guarda l'esempio nel README.
    .sum = "{ $given }" può essere il prezzo nuovo o lo sconto. Se è il prezzo nuovo scrivi value: {"{"}{ $line }{"}"}, se sono gli euro in meno value: {"{"}minus: …{"}"}.
    .text = per "{ $field }" serve un testo solo, non un elenco né altre voci.
    .list = per "{ $field }" serve un elenco. Scrivi { $line }, oppure una riga per voce che comincia con un trattino.
    .fields = "{ $field }" ha delle voci sotto di sé: scrivile una per riga, con due spazi di rientro, come nell'esempio del README.
    .file = il file deve essere fatto di righe "voce: valore". Guarda l'esempio nel README.
    .instead = "{ $given }" è una frase, e qui servono delle voci. Se vuol dire questo, scrivi { $line }.
bad-date = "{ $given }" non è un giorno del calendario. Scrivilo come anno-mese-giorno, per esempio 2026-11-02.
    .always = "{ $given }" non è un periodo. Se ci si iscrive sempre, togli la riga; se è un'offerta senza fine, scrivi il primo giorno e fermati alla barra: 2026-09-01/.
    .interval = "{ $given }" non è un periodo. Scrivi primo e ultimo giorno con una barra in mezzo: 2026-09-01/2027-03-31. Se non c'è una fine, fermati alla barra.
    .instead = "{ $given }" non è scritto come una data del catalogo (anno-mese-giorno). Se vuol dire questo, scrivi { $line }.
    .serial = "{ $given }" è il numero con cui un foglio di calcolo tiene le date. Scrivi { $line }.
    .year = in "{ $given }" manca l'anno. Scrivi { $line }, con l'anno al posto di AAAA.
    .impossible = il giorno { $given } non esiste: quel mese finisce il { $line }. Scrivi il giorno giusto.
    .one = "{ $given }" è un giorno solo, e qui serve un periodo. Da quel giorno in poi: { $line }/. Fino a quel giorno: /{ $line }.
    .stock = "{ $given }" non è un periodo. Lascia aperta la fine, fermandoti alla barra (2026-09-01/); se sai quanti sono, scrivi il numero in "max_uses" dell'offerta.
bad-number = "{ $given }" non è un numero che va bene qui. Scrivi solo cifre, col punto per i decimali (al massimo due) e senza €: per esempio 12.50.
    .point = "{ $given }" non è una coordinata. Copiala dalla mappa e scrivi solo cifre, col punto: lat: 44.2880, lon: 11.8800.
    .unlimited = "{ $given }" non è un numero. Se un limite non c'è, togli la riga.
    .period = "{ $given }" non è un numero. Qui si conta tutto il periodo dell'offerta: scrivi solo quante volte in tutto; il resto va in "conditions".
    .whole = "{ $given }" non è un numero intero. Scrivi solo cifre, per esempio 15.
    .least = { $given } è troppo poco: il minimo è { $bound }.
    .most = { $given } è troppo: il massimo è { $bound }.
    .instead = "{ $given }" qui non è un numero che si può usare. Se vuol dire questo, scrivi { $line }.
    .large = "{ $given }" è troppo: una somma ha al massimo sei cifre prima della virgola e due dopo. Controlla se c'è una cifra in più.
    .none = "{ $given }" non è una coordinata. Se non la sai, togli lat e lon tutte e due.
bad-choice = "{ $given }" non è tra le scelte. Puoi scrivere: { $allowed }.
    .list = "{ $given }" da solo non va bene. Per tutti scrivi { $allowed }; per alcuni metti un elenco tra parentesi quadre: [{ $given }].
    .instead = "{ $given }" non è tra le scelte. Scrivi { $line }.
bad-id = "{ $given }" non va bene come nome breve: solo lettere senza accenti, cifre e trattini, al massimo 40 segni. Per esempio: { $suggestion }.
    .town = "{ $given }" non è l'id di un comune della rete. Scrivi { $suggestion }.
    .company = "{ $given }" non è l'id di un'azienda. Scrivi { $suggestion }.
bad-value = "{ $given }" non va bene per "{ $field }". Guarda la tabella nel README.
    .code = "{ $given }" non va bene come codice: da 3 a 32 segni, solo lettere maiuscole, cifre e trattini.
    .code-instead = "{ $given }" non va bene come codice: da 3 a 32 segni, solo lettere maiuscole, cifre e trattini. Se per chi lo accetta è lo stesso, scrivi { $line }.
    .instead = "{ $given }" non va bene qui. Se vuol dire questo, scrivi { $line }.
    .few = "{ $field }" deve avere almeno { $bound } { $bound ->
        [one] voce
       *[other] voci
    }.
    .many = "{ $field }" può avere al massimo { $bound } { $bound ->
        [one] voce
       *[other] voci
    }.
price-form = il prezzo va detto in un modo solo: amount (un importo), oppure from e to (da … a …), oppure free: true (gratis), oppure solo note con le parole al posto della cifra (e senza per).
price-text = non capisco il prezzo "{ $given }". Scrivi la cifra ("12 € all'ora", "da 8 a 12", gratis), oppure "secondo ISEE", "su preventivo", "offerta libera".
    .none = "{ $given }" non dice nessun prezzo. Chiedilo; se si sa solo chiedendo, scrivi price: "su richiesta".
    .sum = non capisco il prezzo "{ $given }" tutto insieme. Se vuol dire questo, scrivi { $line }.
    .instead = non capisco il prezzo "{ $given }". Se una cifra c'è, scrivila: amount: 12.50. Se il prezzo si dice solo a parole, scrivi { $line }.
ages-text = non capisco l'età "{ $given }". Scrivi { "{" }from: 0, to: 3{ "}" } (anni, anche solo uno dei due) oppure { "{" }from_months: 9, to: 3{ "}" }.
    .all = "{ $given }" non è un'età. Se il servizio è per tutte le età, togli la riga "ages".
value-form = il vantaggio va detto in un modo solo: amount (nuovo prezzo), percent (sconto in percentuale), minus (euro in meno) o gift (un regalo).
ages-form = l'età va detta in un modo solo: from o from_months per la prima, to o to_months per l'ultima. Togli quella in più.
golden-form = una domanda di prova porta a una cosa sola: scrivi need (un bisogno) oppure situation (una situazione), non tutti e due.
follow-up-hours = "first_hour" viene prima di "last_hour": il bot chiede com'è andata dalla prima ora fino all'altra.
shared-code = con voucher: shared serve anche "code", il codice uguale per tutti.
    .unwanted = "code" si scrive solo con voucher: shared. Togli questa riga, o cambia il voucher.

## Le regole della rete

unsaid-demonstration = questa è la rete di prova che arriva con kmzero: organizzazioni, prezzi e codici sono inventati. Scrivi "demonstration: true" in questo file, così le persone lo sanno; se la rete è la tua, scrivi chi è il titolare in "controller" e togli le organizzazioni inventate.
example-left = questo è l'esempio scritto da «kmzero new»: adesso ci sono altre organizzazioni, e non viene più pubblicato. Cancella il file, oppure dagli un altro "id" se è diventato un'organizzazione vera.
    .entry = questa è l'azienda di esempio scritta da «kmzero new»: adesso ce ne sono altre, e non viene più pubblicata. Togli questa voce, oppure dalle un altro "id" se è diventata un'azienda vera.
duplicate-id = l'id "{ $id }" è già usato a { $first }. Ogni id è di una cosa sola: scegline un altro qui.
dangling-reference = "{ $id }" non esiste. { $nearest ->
        [none] Ci sono: { $known }.
       *[other] Il nome più vicino è: { $nearest }.
    }
    .need = non c'è nessun bisogno con l'id "{ $id }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] Il più vicino è: { $nearest }.
    } Gli id sono nei file di needs/.
    .area = non c'è nessuna area con l'id "{ $id }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] La più vicina è: { $nearest }.
    } Gli id sono nei file di needs/.
    .company = non c'è nessuna azienda con l'id "{ $id }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] La più vicina è: { $nearest }.
    } Gli id sono in companies.yaml.
    .town = la rete non ha nessun comune con l'id "{ $id }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] Il più vicino è: { $nearest }.
    } Gli id sono in network.yaml.
    .location = questa organizzazione non ha nessuna sede con l'id "{ $id }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] La più vicina è: { $nearest }.
    } Le sedi sono sotto "locations", in questo file.
    .service = non c'è nessun servizio con l'id "{ $id }". { $nearest ->
        [none] Gli id sono nei file di organizations/.
       *[other] Il più vicino è: { $nearest }.
    }
    .situation = non c'è nessuna situazione con l'id "{ $id }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] La più vicina è: { $nearest }.
    } Gli id sono in situations.yaml.
    .place = non c'è nessun posto con l'id "{ $id }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] Il più vicino è: { $nearest }.
    } I posti sono sotto "places", in situations.yaml.
bad-phone = "{ $phone }" non è un numero di telefono completo. Scrivilo tra virgolette con il prefisso, per esempio "059 000 0101".
    .plus = a "{ $phone }" manca il + davanti al prefisso del paese: senza, può squillare da un'altra parte. Scrivi { $line }.
    .none = "{ $phone }" non è un numero. Se il telefono non c'è, togli la voce.
    .zero = a "{ $phone }" manca qualcosa: un foglio di calcolo mangia lo zero del prefisso. Forse è { $line }.
    .float = "{ $phone }" è un numero passato da un foglio di calcolo. Forse è { $line }. Controllalo.
    .scientific = "{ $phone }" è un numero rovinato da un foglio di calcolo: le ultime cifre non ci sono più. Chiedilo di nuovo e scrivilo tra virgolette.
    .letter = in "{ $phone }" c'è una lettera al posto di una cifra. Forse è { $line }.
    .several = in "{ $phone }" ci sono più numeri, e un bottone ne chiama uno. Scrivi { $line }.
    .several-bad = in "{ $phone }" ci sono più numeri, e non tutti sono completi: a uno manca il prefisso. Quello che si capisce si scrive { $line }. Aggiungi l'altro con il suo prefisso.
    .extension = l'interno non si può chiamare insieme al numero "{ $phone }". Ha un posto suo: { $line }.
    .note = in "{ $phone }" c'è anche una nota. Ha un posto suo: { $line }.
    .long = "{ $phone }" ha troppe cifre per un numero di telefono. Controlla se ce ne sono due attaccati.
    .premium = "{ $phone }" è un numero a pagamento: chi chiama spende senza saperlo. Chiedi all'organizzazione un numero normale.
    .shared-cost = chiamare "{ $phone }" costa più di una telefonata normale. Se c'è un numero normale, scrivi quello.
    .emergency-number = "{ $phone }" è un numero per le emergenze: sta in network.yaml, sotto "emergency". Qui scrivi il numero dell'organizzazione.
    .emergency = "{ $phone }" non è un numero da chiamare: solo cifre e spazi, per esempio "112".
blank-text = qui c'è un testo vuoto. Scrivilo, o togli la riga.
control-sign = in "{ $near }" c'è un segno che non si vede ({ $sign }): su uno schermo può cambiare quello che si legge. Riscrivi la parola a mano, senza barre rovesciate (\).
    .break = in "{ $near }" si va a capo, e questo testo si legge su una riga sola. Scrivilo su una riga.
    .tab = in "{ $near }" c'è un Tab, e questo testo si legge su una riga sola. Metti uno spazio al suo posto.
bad-email = "{ $email }" non è un indirizzo e-mail. Ha questa forma: ciao@girasole.example.org. Se non c'è, togli la voce.
    .instead = "{ $email }" non è un indirizzo e-mail. Se vuol dire questo, scrivi { $line }.
    .several = in "{ $email }" ci sono più indirizzi. Scrivi solo quello che leggono tutti i giorni, per esempio { $line }.
    .certified = "{ $email }" è una PEC, che di solito non riceve le e-mail normali: chi scrive non avrà risposta. Scrivi l'indirizzo normale, o togli la voce.
bad-web = "{ $web }" non è un indirizzo web completo. Copialo dal browser, con https:// davanti, e mettilo tra virgolette. Se il sito non c'è, togli la voce.
    .instead = "{ $web }" non è un indirizzo web completo. Se è questo, scrivi "{ $line }".
    .several = in "{ $web }" ci sono più indirizzi, e il bottone ne apre uno. Scrivi solo il principale, per esempio "{ $line }".
bad-region = "{ $given }" non è un fuso orario. In Italia si scrive Europe/Rome.
    .country = "{ $given }" non è la sigla di uno stato. Per l'Italia si scrive IT.
bad-language = "{ $given }" non è la sigla di una lingua. { $meant ->
        [none] Servono due lettere minuscole, per esempio en, fr, ar, uk, zh; per la lingua dei segni scrivi lis.
       *[other] Scrivi { $meant }.
    }
bad-slot = non so riempire "{ $name }". Tra parentesi graffe può stare solo: { $known }. Per esempio {"{"}who|per mio padre{"}"}.
    .broken = qui una parentesi graffa non torna. Si scrive {"{"}who|per mio padre{"}"}: il nome, una barra, e il testo per chi non ha detto di chi parla. Le graffe non servono ad altro.
    .empty = "{ $name }" non ha un testo dopo la barra. Scrivi quello che si legge quando non si sa: {"{"}{ $name }|…{"}"}.
    .bare = in "{ $default }" manca la parola che lo lega alla frase. Scrivi "per { $default }" (o di, a, da, con), e togli la preposizione prima della graffa: così la frase va bene anche per chi chiede per sé.
    .age = in "{ $default }" mancano gli anni o i mesi. Scrivi per esempio "9 anni" o "14 mesi".
    .elsewhere = le parentesi graffe si usano solo in "say": qui le persone le leggerebbero così come sono. Togli le graffe e lascia il testo.
no-place = il servizio "{ $service }" non dice in quale sede si va. Aggiungi "places" con l'id di una sede di questo file.
    .home = il servizio "{ $service }" va a casa delle persone, ma in nessun comune. In "towns" scrivi all (tutti) o l'elenco dei comuni.
bad-hours = non capisco "{ $piece }" nell'orario "{ $hours }". Scrivi i giorni e poi le ore, per esempio lun-ven 9-12.30 e 15-18; una nota va tra parentesi.
    .empty = qui manca l'orario. Scrivi quando risponde qualcuno, per esempio lun-ven 9-13, oppure su appuntamento.
    .no-times = nell'orario "{ $hours }" ci sono giorni senza ore. { $proposal ->
        [none] Scrivi anche le ore, per esempio lun-ven 9-13.
       *[other] Scrivi anche le ore, per esempio "{ $proposal }".
    } Se non si sanno, aggiungi "su appuntamento" o "da confermare".
    .no-days = nell'orario "{ $hours }" mancano i giorni. { $proposal ->
        [none] Scrivili davanti alle ore, per esempio lun-ven 9-13.
       *[other] Se vale tutti i giorni scrivi "{ $proposal }", se no metti i giorni davanti alle ore, per esempio lun-ven 9-13.
    }
    .no-end = nell'orario "{ $hours }", a "{ $piece }" manca l'ora in cui comincia o finisce. Scrivile tutte e due, per esempio 9-13.
    .slash = nell'orario "{ $hours }" non si capisce se "{ $piece }" è da un giorno all'altro o sono due giorni. Scrivi lun-ven, oppure lun e ven.
    .half-period = nell'orario "{ $hours }", il periodo "{ $piece }" non ha inizio o fine. Scrivi tutti e due i giorni o i mesi, per esempio 10-20 agosto oppure da ottobre a maggio.
    .bad-time = nell'orario "{ $hours }", "{ $piece }" non sono ore del giorno. Le ore vanno da 0 a 24, i minuti da 00 a 59.
    .bad-date = nell'orario "{ $hours }", "{ $piece }" non è un giorno del calendario, o il periodo finisce prima di cominciare. Correggi la data.
    .turned = nell'orario "{ $hours }", "{ $piece }" finisce prima di cominciare. { $proposal ->
        [none] Scrivi le ore da 0 a 24, per esempio 9-17.
       *[other] Le ore vanno da 0 a 24: forse è "{ $proposal }".
    }
    .half-day = nell'orario "{ $hours }", "{ $piece }" è di notte o di mattina. Se è pomeriggio o sera scrivi le ore da 0 a 24: le 3 del pomeriggio sono le 15.
    .closed-part = nell'orario "{ $hours }" è chiuso solo per una parte del giorno. { $proposal ->
        [none] Scrivi invece le ore in cui è aperto, per esempio lun-ven 9-12, 14-18.
       *[other] Scrivi invece le ore in cui è aperto: "{ $proposal }".
    }
    .unsayable = "{ $piece }", nell'orario "{ $hours }", il bot non lo sa calcolare. Scrivi mesi o date, per esempio 15 settembre-10 giugno, oppure mettilo in una nota tra parentesi: lun 9-12 (a settimane alterne).
    .march = nell'orario "{ $hours }" non si capisce se "Mar" è martedì o marzo. Per martedì scrivi "{ $proposal }"; per marzo scrivi "Mar 01-31" al posto di "Mar".
    .overrides = nell'orario "{ $hours }" un pezzo cancella l'altro: dopo il punto e virgola i giorni già detti si sostituiscono, dopo la virgola si aggiungono. Se valgono tutti e due scrivi "{ $proposal }".
    .month-days = nell'orario "{ $hours }" i mesi o le date non dicono in quali giorni della settimana: sarebbe aperto anche in quelli in cui di solito è chiuso. { $proposal ->
        [none] Scrivi anche i giorni.
       *[other] Scrivi "{ $proposal }".
    }
expired-offer = l'offerta è finita il { $last }. Scrivi il nuovo periodo, o togli l'offerta.
    .turned = il periodo finisce ({ $last }) prima di cominciare ({ $first }). Scambia le due date, o correggi quella sbagliata.
ending-soon = l'offerta finisce il { $last }: { $days ->
        [0] oggi
        [one] manca un giorno
       *[other] mancano { $days } giorni
    }. Chiedi all'organizzazione se continua e scrivi il nuovo ultimo giorno, o lasciala finire.
strange-hours = l'orario "{ $hours }" è strano: controllalo.
    .turned = in "{ $hours }" il pezzo { $span } finisce prima di cominciare. Scambia le due ore, o correggi quella sbagliata.
    .never = con l'orario "{ $hours }" il servizio non apre mai. Scrivi i giorni e le ore in cui risponde qualcuno.
    .always = "{ $hours }" vuol dire aperto giorno e notte, ma qui si va in una sede. Scrivi le ore vere, per esempio "Mo-Fr 09:00-17:00; PH off".
    .feriali = nell'orario "{ $hours }", "feriali" vuol dire dal lunedì al sabato, festivi esclusi. Se il sabato è chiuso scrivi lun-ven; se è aperto scrivi lun-sab. Puoi aggiungere festivi chiuso.
near-duplicate = il servizio "{ $service }" è quasi uguale a "{ $other }" ({ $first }): stesso bisogno, nome e descrizione. Tienine uno solo, o scrivi che cosa li distingue.
far-place = questa sede è a { $km } km da { $town }: di solito lat e lon sono scambiate, o manca una cifra. Ricopiale dalla mappa, o correggi il comune.
    .neighbour = questa sede è a { $town }, a giudicare da { $sign ->
        [address] "address"
       *[point] lat e lon
    }, ma "town" dice { $other }. Se è così scrivi { $line }, se no correggi l'altro.
    .turned = qui lat e lon sono scambiate: questa sede verrebbe a { $km } km da { $town }. Scrivi { $line }.
    .zero = lat 0 e lon 0 sono in mezzo al mare, a { $km } km da { $town }. Copia le coordinate dalla mappa, o toglile.
    .half = di questa sede c'è solo una coordinata. Scrivi tutte e due, lat e lon, o nessuna.
strange-neighbour = "{ $name }" in "neighbours" è già nella rete, come { $town }: qui stanno solo i paesi di fuori. Toglilo da qui, o da "municipalities".
    .far = "{ $name }" è a { $km } km dal comune più vicino della rete: di solito lat e lon sono scambiate, o manca una cifra. Ricopiale dalla mappa, o toglilo: qui stanno i paesi che le persone nominano.
turned-range = in "{ $field }" il primo numero (from) è più grande del secondo (to). Scambiali, o correggi quello sbagliato.
full-over = era al completo fino al { $last }, e quel giorno è passato. Se ci sono di nuovo posti togli "full_until", se no scrivi il giorno nuovo.
silent-later = "silent_since" è il { $since }, che deve ancora venire. Scrivi il giorno in cui qualcuno si è accorto che non rispondono.
enrolment-over = le iscrizioni si sono chiuse il { $last }. Scrivi quando riaprono, o togli "enrolment" se ci si iscrive sempre.
offer-without-gain = l'offerta non fa risparmiare: con il prezzo di "{ $service }" chi ha il codice paga uguale o di più. Correggi "value" qui, o "price" nel servizio.
offer-for-few = { $n ->
        [one] l'offerta è per una persona sola
       *[other] l'offerta è per { $n } persone in tutto
    }: chi legge che i codici sono finiti sa che li ha presi uno di pochi colleghi. Aggiungi aziende fino ad almeno { $least } dipendenti, o scegli un codice che non finisce (voucher: generated).
    .uses = { $n ->
        [one] questo codice si può usare una volta sola
       *[other] questo codice si può usare { $n } volte in tutto
    }: chi legge che è finito sa che l'ha preso uno di pochi colleghi. Scrivi almeno { $least } in "max_uses", togli la riga, o scegli un codice che non finisce (voucher: generated).
no-contact = il servizio "{ $service }" non si può raggiungere: non c'è telefono, e-mail o sito. Aggiungi "contact" al servizio o all'organizzazione.
repeated-entry = "{ $entry }" è due volte in "{ $field }". Tienilo una volta sola.
repeated-text = "{ $field }" dice la stessa cosa di "{ $first }". Scrivi quello che manca, o togli la riga.
taught-question = questa domanda di prova è già tra le frasi di "{ $need }": il bot la sa a memoria, e non prova niente. Scrivila con altre parole.
    .twice = questa domanda di prova c'è già ({ $first }). Tienine una sola.
card-too-long = la scheda di "{ $service }" ha { $length } segni: su un telefono ce ne stanno { $limit }. Accorcia prima questo testo, poi il primo passo.
    .refused = la scheda di "{ $service }" ha { $length } segni, e Telegram non la manda: al massimo { $limit }. Accorcia i testi del servizio.
no-first-step = il servizio "{ $service }" non dice che cosa succede se chiamo. Aggiungi "first_step": chi risponde, che cosa chiede, quanto costa il primo contatto, e sotto "say" una frase pronta da dire.
missing-translation = manca la traduzione di "{ $field }" ({ $language }). Aggiungi la riga "{ $language }:" accanto a quella in italiano; finché manca, si legge in italiano.
need-without-service = nessun servizio risponde al bisogno "{ $need }". Aggiungilo ai "needs" di un servizio che lo fa davvero, o cerca chi può farlo; se resta senza di proposito, scrivilo in "without" di network.yaml.
served-after-all = il bisogno "{ $need }" sta in "without", cioè fra quelli lasciati senza servizio, ma "{ $service }" ci risponde. Toglilo da "without".
need-without-phrases = il bisogno "{ $need }" non ha frasi, quindi il bot lo conosce solo per nome. Scrivi sotto "phrases" come lo dicono le persone: almeno venti frasi, diverse fra loro.
step-to-nowhere = il passo "{ $label }" non porta da nessuna parte. Aggiungi una riga sola: need (un bisogno), service (un servizio) o place (un posto fuori dalla rete).
    .two = il passo "{ $label }" porta in due posti insieme, e il bottone è uno. Tieni una riga sola fra need, service e place.
    .unserved = il passo "{ $label }" porta al bisogno "{ $target }", e nessun servizio ci risponde: chi lo tocca non trova niente. Scegli un altro bisogno, o un posto fuori dalla rete.
    .suspended = il passo "{ $label }" porta al servizio "{ $target }", che è sospeso: finché lo è, le persone non vedono il passo. Porta a un bisogno o a un altro servizio, o rimettilo in linea.
number-of-steps = la situazione "{ $situation }" ha { $steps ->
        [0] zero passi
        [one] un passo solo
       *[other] { $steps } passi
    }: ne servono da due a quattro. { $steps ->
        [0] Aggiungili sotto "steps".
        [one] Aggiungi quello dopo, o lascia che risponda il bisogno da solo.
       *[other] Tieni i primi che servono: su un telefono gli altri non si leggono.
    }
situation-with-few-phrases = la situazione "{ $situation }" ha { $phrases ->
        [one] una frase sola
       *[other] { $phrases } frasi
    }: con meno di { $least } il bot non la riconosce. Scrivi sotto "phrases" come lo raccontano le persone, ognuna a modo suo.
repeated-phrase = la frase "{ $phrase }" c'è già a { $first }. Togline una: scritta due volte non insegna niente di più.
    .elsewhere = la frase "{ $phrase }" c'è già a { $first }, per "{ $need }". Una frase parla per una cosa sola: lasciala dove serve davvero.
too-much-to-learn = da qui le frasi di tutti i file superano { $limit } segni: il bot non ha memoria per impararne di più. Togli quelle che ripetono le altre.
    .long = questa frase ha { $length } segni, e il bot ne impara al massimo { $limit }. Dividila in più frasi, come le scriverebbe una persona.
    .needs = i bisogni sono { $needs }, e il bot ne distingue al massimo { $limit }. Da qui in poi uniscine qualcuno.
alike-phrases = la frase "{ $phrase }" è quasi uguale a "{ $other }", a { $first }. Scrivine una che dica la cosa in un altro modo.
    .elsewhere = la frase "{ $phrase }" è quasi uguale a "{ $other }", a { $first }, che parla per "{ $need }". Decidi di chi è, o aggiungi la parola che le distingue.
phrases-astray = la frase "{ $phrase }" è più vicina alle frasi di "{ $nearer }", per esempio "{ $other }". Spostala, o aggiungi la parola che dice il suo bisogno.
    .need = solo { $percent } frasi su 100 di "{ $need }" vengono riconosciute dalle altre, e le più finiscono in "{ $nearer }". Aggiungi frasi che dicano che cosa ha di diverso.
few-words = le frasi di "{ $need }" usano poche parole: { $share } diverse su 100. Raccontane altre: chi, dove, perché, con quali parole.
shared-keyword = la parola chiave "{ $keyword }" c'è già a { $first }, per lo stesso bisogno: così non distingue un servizio dall'altro. Lasciala solo dove è la cosa principale.
organization-without-services = l'organizzazione "{ $organization }" non ha servizi, quindi nessuno la trova. Aggiungine uno sotto "services", o togli il file.
empty-door = l'area "{ $area }" ha dei servizi e non sta dietro nessuna porta del menu. Aggiungila a una delle "doors" di network.yaml.
text-too-long = "{ $field }" ha { $length } segni, e il telefono ne mostra { $limit }. Accorcialo.
html-in-text = qui c'è "{ $html }", un pezzo di HTML: le persone lo leggerebbero così com'è. Toglilo e lascia il testo semplice.
    .entity = qui c'è "{ $html }", un segno scritto come nelle pagine web: le persone lo leggerebbero così com'è. Al suo posto scrivi "{ $plain }".
    .marks = in "{ $html }" ci sono segni per il grassetto, il corsivo o un link: le persone li leggerebbero così come sono. Lascia il testo semplice.
garbled-text = "{ $near }" è stato salvato con la codifica sbagliata: forse è "{ $meant }". Correggi, e salva il file come UTF-8.
    .lost = in "{ $near }" c'è un segno che si è perso salvando il file. Riscrivi la parola, e salva il file come UTF-8.
leftover-value = "{ $given }" vuol dire che un valore manca, e le persone lo leggerebbero. Scrivi il testo, o togli la voce.
evaluation-period = un programma ha un primo e un ultimo giorno: dal primo le promesse non cambiano più senza che si veda. Scrivi period: 2026-09-01/2028-08-31.
    .turned = il programma finisce ({ $last }) prima di cominciare ({ $first }). Scambia le due date, o correggi quella sbagliata.
evaluation-target = l'obiettivo "{ $id }" non dice di che cosa è. Aggiungi "step" (un passo della catena) oppure "question" (una domanda di un questionario).
    .two = l'obiettivo "{ $id }" è di un passo e di una domanda insieme. Tieni una riga sola fra step e question.
    .source = il passo "{ $step }" non si conta da "{ $source }". Scrivi source: { $wanted }.
    .form = "{ $source }" non ha domande. In "source" scrivi il questionario in cui sta la domanda: { $known }.
    .unknown = il questionario "{ $source }" non ha nessuna domanda "{ $question }". { $nearest ->
        [none] Ci sono: { $known }.
       *[other] La più vicina è: { $nearest }.
    }
    .good = di "{ $question }" nessuna risposta ha good: true, quindi l'obiettivo "{ $id }" non si può contare. Aggiungi good: true alle risposte che vanno bene.
    .sure = tutte le risposte di "{ $question }" hanno good: true, quindi l'obiettivo "{ $id }" è raggiunto comunque. Toglilo da quelle che non vanno bene.
    .again = il passo "again" si conta da una domanda ai dipendenti con about: again e una risposta con good: true, e non c'è. Aggiungila in forms, sotto employees.
    .twice = di questo c'è già l'obiettivo "{ $first }". Tieni una promessa sola.
evaluation-form = a "{ $form }" si fanno { $wanted } domande, e qui { $questions ->
        [one] ce n'è una sola
       *[other] sono { $questions }
    }. Aggiungi quelle che mancano: access, quality, effect, change e again.
    .twice = la domanda "{ $id }" c'è due volte in questo questionario. Dalle un altro id, o toglila.
    .again = "{ $first }" chiede già se lo rifarebbero (about: again), e basta una domanda. Scegli un altro "about" per "{ $id }".
    .answer = la risposta "{ $id }" c'è due volte sotto "{ $question }". Dalle un altro id, o toglila.
    .label = due risposte di "{ $question }" hanno lo stesso bottone, "{ $label }". Scrivile diverse, in tutte e due le lingue.
unmarked-delicate = il servizio "{ $service }" risponde a "{ $need }": di cose così non si chiede com'è andata. Scrivi "delicate: true".
unconfirmed = il servizio "{ $service }" è stato confermato l'ultima volta il { $date }, più di { $days } giorni fa. Chiama l'organizzazione, controlla, e scrivi la data di oggi in "checked_on".
    .never = il servizio "{ $service }" non dice quando è stato controllato. Chiama l'organizzazione, poi scrivi la data in "checked_on".
    .future = la data { $date } di "checked_on" deve ancora venire. Scrivi il giorno in cui qualcuno ha controllato davvero.

## I codici

bad-codes = i codici di questo file non si possono usare. Serve un codice per riga: lettere, cifre e trattini.
    .line = questo codice non si può usare: è scritto due volte, oppure ha segni che non sono lettere, cifre, trattini o punti, oppure supera i 64 segni.
    .doubt = questi codici si possono intendere in più modi (maiuscole diverse, zeri persi, due colonne, righe segnate come usate). Prova «kmzero codes import» con questo file: dice che cosa, e dopo correggilo.
    .empty = in questo file non c'è nessun codice. Scrivine uno per riga, o cancella il file.
    .nobody = il nome del file deve essere l'id di un'offerta con voucher: pool, e nessuna offerta così si chiama "{ $offer }".

## Quello che dicono i comandi

no-problem = Nessun problema.
hours-written = { $position }: orario riscritto: { $before } → { $after }
published = Pubblicato: versione { $number }, con { $organizations } { $organizations ->
        [one] organizzazione
       *[other] organizzazioni
    }, { $services } { $services ->
        [one] servizio
       *[other] servizi
    }, { $needs } { $needs ->
        [one] bisogno
       *[other] bisogni
    }, { $offers } { $offers ->
        [one] offerta
       *[other] offerte
    }.
still-serving = Non ho pubblicato niente: le persone continuano a vedere la versione { $number }.
none-serving = Non ho pubblicato niente, e non c'è ancora nessuna versione.
no-release = Non c'è ancora nessuna versione: kmzero publish fa la prima.
no-such-release = la versione { $number } non c'è; kmzero releases le elenca
rolled-back = Fatto: da ora le persone vedono la versione { $number }.
