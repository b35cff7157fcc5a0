# Quello che cambia da una versione all'altra, e quello che si dice quando si pubblica.

nothing-changes = Non cambia niente.
more-changes = … e { $n ->
        [one] un altro cambiamento
       *[other] altri { $n } cambiamenti
    }.

## Quanti

count = { $n }
    .organization-added = +{ $n } { $n ->
        [one] organizzazione
       *[other] organizzazioni
    }
    .organization-removed = -{ $n } { $n ->
        [one] organizzazione
       *[other] organizzazioni
    }
    .organization-changed = { $n ->
        [one] 1 organizzazione cambiata
       *[other] { $n } organizzazioni cambiate
    }
    .service-added = +{ $n } { $n ->
        [one] servizio
       *[other] servizi
    }
    .service-removed = -{ $n } { $n ->
        [one] servizio
       *[other] servizi
    }
    .service-changed = { $n ->
        [one] 1 servizio cambiato
       *[other] { $n } servizi cambiati
    }
    .price = { $n ->
        [one] 1 prezzo
       *[other] { $n } prezzi
    }
    .hours = { $n ->
        [one] 1 orario
       *[other] { $n } orari
    }
    .contact = { $n ->
        [one] 1 contatto
       *[other] { $n } contatti
    }
    .place = { $n ->
        [one] 1 luogo
       *[other] { $n } luoghi
    }
    .needs = { $n ->
        [one] i bisogni di 1 servizio
       *[other] i bisogni di { $n } servizi
    }
    .text = { $n ->
        [one] 1 testo
       *[other] { $n } testi
    }
    .keywords = le parole chiave di { $n ->
        [one] 1 servizio
       *[other] { $n } servizi
    }
    .languages = le lingue di { $n ->
        [one] 1 servizio
       *[other] { $n } servizi
    }
    .wait = { $n ->
        [one] 1 attesa
       *[other] { $n } attese
    }
    .duration = { $n ->
        [one] 1 durata
       *[other] { $n } durate
    }
    .eligibility = i requisiti di { $n ->
        [one] 1 servizio
       *[other] { $n } servizi
    }
    .capacity = i posti di { $n ->
        [one] 1 servizio
       *[other] { $n } servizi
    }
    .payment = il modo di pagare di { $n ->
        [one] 1 servizio
       *[other] { $n } servizi
    }
    .confirmed = { $n ->
        [one] 1 servizio confermato
       *[other] { $n } servizi confermati
    }
    .suspended = { $n ->
        [one] 1 servizio sospeso
       *[other] { $n } servizi sospesi
    }
    .resumed = { $n ->
        [one] 1 servizio di nuovo in linea
       *[other] { $n } servizi di nuovo in linea
    }
    .offer-added = +{ $n } { $n ->
        [one] offerta
       *[other] offerte
    }
    .offer-removed = -{ $n } { $n ->
        [one] offerta
       *[other] offerte
    }
    .offer-ended = { $n ->
        [one] 1 offerta finita
       *[other] { $n } offerte finite
    }
    .offer-changed = { $n ->
        [one] 1 offerta cambiata
       *[other] { $n } offerte cambiate
    }
    .offer-season = { $n ->
        [one] 1 offerta con una stagione nuova
       *[other] { $n } offerte con una stagione nuova
    }
    .offer-longer = { $n ->
        [one] 1 offerta prolungata
       *[other] { $n } offerte prolungate
    }
    .offer-shorter = { $n ->
        [one] 1 offerta accorciata
       *[other] { $n } offerte accorciate
    }
    .need-added = +{ $n } { $n ->
        [one] bisogno
       *[other] bisogni
    }
    .need-removed = -{ $n } { $n ->
        [one] bisogno
       *[other] bisogni
    }
    .need-changed = { $n ->
        [one] 1 bisogno cambiato
       *[other] { $n } bisogni cambiati
    }
    .phrases = { $n ->
        [one] le frasi di 1 bisogno
       *[other] le frasi di { $n } bisogni
    }
    .area-added = +{ $n } { $n ->
        [one] area
       *[other] aree
    }
    .area-removed = -{ $n } { $n ->
        [one] area
       *[other] aree
    }
    .area-changed = { $n ->
        [one] 1 area cambiata
       *[other] { $n } aree cambiate
    }
    .company-added = +{ $n } { $n ->
        [one] azienda
       *[other] aziende
    }
    .company-removed = -{ $n } { $n ->
        [one] azienda
       *[other] aziende
    }
    .company-changed = { $n ->
        [one] 1 azienda cambiata
       *[other] { $n } aziende cambiate
    }
    .network-changed = la rete (network.yaml)
    .neighbours = i paesi fuori rete (network.yaml)
    .outside-changed = le frasi che non sono richieste (outside.yaml)
    .concept-added = +{ $n } { $n ->
        [one] idea
       *[other] idee
    }
    .concept-removed = -{ $n } { $n ->
        [one] idea
       *[other] idee
    }
    .concept-changed = { $n ->
        [one] 1 idea cambiata
       *[other] { $n } idee cambiate
    }
    .situation-added = +{ $n } { $n ->
        [one] situazione
       *[other] situazioni
    }
    .situation-removed = -{ $n } { $n ->
        [one] situazione
       *[other] situazioni
    }
    .steps = { $n ->
        [one] i passi di 1 situazione
       *[other] i passi di { $n } situazioni
    }
    .situation-changed = { $n ->
        [one] 1 situazione cambiata
       *[other] { $n } situazioni cambiate
    }
    .office-added = +{ $n } { $n ->
        [one] posto fuori dalla rete
       *[other] posti fuori dalla rete
    }
    .office-removed = -{ $n } { $n ->
        [one] posto fuori dalla rete
       *[other] posti fuori dalla rete
    }
    .office-changed = { $n ->
        [one] 1 posto fuori dalla rete cambiato
       *[other] { $n } posti fuori dalla rete cambiati
    }
    .golden-added = +{ $n } { $n ->
        [one] domanda di prova
       *[other] domande di prova
    }
    .golden-removed = -{ $n } { $n ->
        [one] domanda di prova
       *[other] domande di prova
    }
    .golden-changed = { $n ->
        [one] 1 domanda di prova cambiata
       *[other] { $n } domande di prova cambiate
    }
    .evaluation-added = +{ $n ->
        [one] 1 valutazione
       *[other] { $n } valutazioni
    }
    .evaluation-added-late = +{ $n ->
        [one] 1 valutazione, a programma cominciato
       *[other] { $n } valutazioni, a programma cominciato
    }
    .evaluation-removed = -{ $n ->
        [one] 1 valutazione
       *[other] { $n } valutazioni
    }
    .evaluation-removed-late = -{ $n ->
        [one] 1 valutazione, dopo l'inizio del programma
       *[other] { $n } valutazioni, dopo l'inizio del programma
    }
    .evaluation-changed = { $n ->
        [one] 1 parte della valutazione
       *[other] { $n } parti della valutazione
    }
    .evaluation-changed-late = { $n ->
        [one] 1 parte della valutazione, dopo l'inizio
       *[other] { $n } parti della valutazione, dopo l'inizio
    }
    .target-added = +{ $n } { $n ->
        [one] obiettivo
       *[other] obiettivi
    }
    .target-removed = -{ $n } { $n ->
        [one] obiettivo
       *[other] obiettivi
    }
    .target-changed = { $n ->
        [one] 1 obiettivo cambiato
       *[other] { $n } obiettivi cambiati
    }
    .target-added-late = +{ $n } { $n ->
        [one] obiettivo, dopo l'inizio
       *[other] obiettivi, dopo l'inizio
    }
    .target-removed-late = -{ $n } { $n ->
        [one] obiettivo, dopo l'inizio
       *[other] obiettivi, dopo l'inizio
    }
    .target-changed-late = { $n ->
        [one] 1 obiettivo cambiato dopo l'inizio
       *[other] { $n } obiettivi cambiati dopo l'inizio
    }

## Che cosa

change = { $name }
    .organization-added = organizzazione nuova: { $name }
    .organization-removed = organizzazione tolta: { $name }
    .organization-changed = organizzazione cambiata: { $name }
    .service-added = servizio nuovo: { $name } ({ $of })
    .service-removed = servizio tolto: { $name } ({ $of })
    .service-changed = servizio cambiato: { $name } ({ $of })
    .price = prezzo di { $name } ({ $of })
    .hours = orario di { $name } ({ $of })
    .contact = contatto di { $name }
    .place = luogo di { $name }
    .needs = bisogni a cui risponde { $name } ({ $of })
    .text = testo di { $name }
    .keywords = parole chiave di { $name } ({ $of })
    .languages = lingue di { $name } ({ $of })
    .wait = attesa di { $name } ({ $of })
    .duration = durata di { $name } ({ $of })
    .eligibility = requisiti di { $name } ({ $of })
    .capacity = posti di { $name } ({ $of })
    .payment = come si paga { $name } ({ $of })
    .confirmed = confermato: { $name } ({ $of })
    .suspended = sospeso: { $name } ({ $of })
    .resumed = di nuovo in linea: { $name } ({ $of })
    .offer-added = offerta nuova: { $name } ({ $of })
    .offer-removed = offerta tolta: { $name } ({ $of })
    .offer-ended = offerta finita: { $name } ({ $of })
    .offer-changed = offerta cambiata: { $name } ({ $of })
    .offer-season = stagione nuova, chi ha già preso può prendere di nuovo e i codici avanzati non si danno più: { $name } ({ $of })
    .offer-longer = offerta prolungata, anche per chi ha già il codice: { $name } ({ $of })
    .offer-shorter = offerta accorciata, ma chi ha già il codice lo tiene fino al giorno promesso: { $name } ({ $of })
    .need-added = bisogno nuovo: { $name }
    .need-removed = bisogno tolto: { $name }
    .need-changed = bisogno cambiato: { $name }
    .phrases = frasi e parole di { $name }
    .area-added = area nuova: { $name }
    .area-removed = area tolta: { $name }
    .area-changed = area cambiata: { $name }
    .company-added = azienda nuova: { $name }
    .company-removed = azienda tolta: { $name }
    .company-changed = azienda cambiata: { $name }
    .network-changed = la rete (network.yaml): comuni, sportello, porte, numeri
    .neighbours = i paesi fuori rete che il bot conosce (network.yaml)
    .outside-changed = le frasi che non sono richieste (outside.yaml)
    .concept-added = idea nuova: { $name }
    .concept-removed = idea tolta: { $name }
    .concept-changed = idea cambiata: { $name }
    .situation-added = situazione nuova: { $name }
    .situation-removed = situazione tolta: { $name }
    .steps = passi di: { $name }
    .situation-changed = situazione cambiata: { $name }
    .office-added = posto fuori dalla rete nuovo: { $name }
    .office-removed = posto fuori dalla rete tolto: { $name }
    .office-changed = posto fuori dalla rete cambiato: { $name }
    .golden-added = domanda di prova nuova: «{ $name }»
    .golden-removed = domanda di prova tolta: «{ $name }»
    .golden-changed = domanda di prova cambiata: «{ $name }»
    .evaluation-added = valutazione nuova: { $name }
    .evaluation-added-late = valutazione nuova, scritta a programma cominciato (resta scritto nella valutazione): { $name }
    .evaluation-removed = valutazione tolta: { $name }
    .evaluation-removed-late = valutazione tolta dopo l'inizio del programma: { $name }
    .evaluation-changed = "{ $of }" della valutazione: { $name }
    .evaluation-changed-late = "{ $of }" della valutazione, cambiato dopo l'inizio (resta scritto nella valutazione): { $name }
    .target-added = obiettivo nuovo: { $name }
    .target-removed = obiettivo tolto: { $name }
    .target-changed = obiettivo cambiato: { $name }
    .target-added-late = obiettivo aggiunto dopo l'inizio (resta scritto nella valutazione): { $name }
    .target-removed-late = obiettivo tolto dopo l'inizio (resta scritto nella valutazione): { $name }
    .target-changed-late = obiettivo { $name } cambiato dopo l'inizio (resta scritto nella valutazione)

## Le domande di prova (golden.yaml)

golden-fails = «{ $say }» deve portare a "{ $need }", e porta a "{ $got }".
golden-turns = «{ $say }» portava a "{ $before }", ora porta a "{ $got }" ({ $verdict ->
        [right] ed è giusto
       *[wrong] e doveva portare a "{ $need }"
    }).
golden-right = Domande di prova: { $right } su { $all } giuste.

## Pubblicare

changes-to = Rispetto alla versione { $number }: { $summary }
first-release = È la prima versione.
answers-as-before = Le frasi non sono cambiate: il bot capisce come prima.
no-codes = Senza codici da dare: «{ $offer }». Finché non li carichi, la scheda non promette lo sconto.
leftover-codes = { $n ->
    [one] Un codice libero resta
   *[other] { $n } codici liberi restano
} della stagione scorsa: «{ $offer }». Non si danno più: per metterli via, «kmzero codes status --retire».
ask-publish = Pubblico? [s/N]
not-published = Non ho pubblicato niente.
overtaken = nel frattempo qualcuno ha pubblicato la versione { $number }: riguarda che cosa cambia e riprova
learned-again = Le frasi sono cambiate: il bot le impara di nuovo, circa venti secondi…

## Com'è messo il catalogo

status-live = Dal { $since } le persone vedono la versione { $number }: { $organizations ->
        [one] 1 organizzazione
       *[other] { $organizations } organizzazioni
    }, { $services ->
        [one] 1 servizio
       *[other] { $services } servizi
    }, { $offers ->
        [one] 1 offerta in corso
       *[other] { $offers } offerte in corso
    }.
status-failed = Il { $at } una pubblicazione non è riuscita: { $problems ->
        [one] 1 errore
       *[other] { $problems } errori
    }, il primo a { $first }. Le persone vedono ancora la versione di prima.
    .mended = L'ultima che non è riuscita è del { $at } ({ $problems ->
        [one] 1 errore
       *[other] { $problems } errori
    }, il primo a { $first }); dopo è andata bene.
status-demonstration = È una dimostrazione: organizzazioni, prezzi e codici sono inventati.
status-unconfirmed = { $n ->
        [one] 1 servizio non è confermato
       *[other] { $n } servizi non sono confermati
    } da più di { $days } giorni. «kmzero check» dice quali.
status-ending = { $n ->
        [one] 1 offerta finisce
       *[other] { $n } offerte finiscono
    } entro { $days } giorni.
status-pool = Codici quasi finiti: «{ $offer }», ancora { $free } su { $total }.
    .empty = Codici finiti: «{ $offer }».
status-well = Nient'altro da fare.

## Guardare mentre si scrive

watching = Guardo { $folder }: salva un file e ti dico se va bene. Per smettere premi Ctrl e C.
watch-good = { $at } · Tutto a posto.
watch-bad = { $at } · { $n ->
        [one] 1 problema.
       *[other] { $n } problemi.
    }

## L'archivio mandato in un file zip

bad-archive = questo file zip non si può usare. Comprimi di nuovo la cartella e rimandala.
    .broken = questo file non è uno zip intero. Comprimi di nuovo la cartella e rimandala.
    .other = questo non è uno zip, anche se il nome lo dice: è un archivio di un altro tipo (RAR, 7z, gz). Comprimi la cartella come .zip e mandala di nuovo.
    .empty = lo zip è vuoto. Comprimi la cartella che contiene i file .yaml e mandala di nuovo.
    .nothing = nello zip non c'è nessun file .yaml che so leggere; ci sono { $names }. I file devono finire in .yaml.
    .outside = nello zip c'è un nome che porta fuori dalla cartella. Comprimi solo la cartella knowledge.
    .link = nello zip c'è un collegamento al posto di un file. Metti il file vero.
    .locked = lo zip ha una password, e non lo posso aprire. Comprimi la cartella senza password.
    .twice = nello zip questo nome c'è due volte. Tieni un file solo.
    .many = nello zip ci sono più di { $limit } file. Comprimi solo la cartella knowledge.
    .big = aperto, lo zip supera { $limit } MB. Comprimi solo la cartella knowledge.
    .packed = questo file dello zip, aperto, diventa più di { $limit } volte più grande: non è un file di testo normale. Toglilo.

## Quello che si chiede una volta in più, prima di pubblicare

doubt = in questa versione c'è qualcosa di insolito.
    .no-companies = non c'è nessuna azienda. Nessuno può entrare con un link, e dopo due settimane chi è iscritto esce dalla rete.
    .few-companies = { $gone ->
        [one] sparisce un'azienda
       *[other] spariscono { $gone } aziende
    } su { $before }, più della metà. Dopo due settimane chi ci lavora esce dalla rete. Un'azienda che lascia la rete si tiene nell'elenco, con l'ultimo giorno in "member".
    .empty = non c'è nessun servizio: chi scrive non trova niente.
    .few-services = { $gone ->
        [one] sparisce un servizio
       *[other] spariscono { $gone } servizi
    } su { $before }, più della metà. Manca forse una parte dei file?
    .wrong-answers = { $n ->
        [one] una domanda di prova ha la risposta sbagliata
       *[other] { $n } domande di prova hanno la risposta sbagliata
    }: { $said }. Correggi le frasi o la domanda.
    .no-evaluation = la valutazione «{ $name }» è cominciata il { $first }, e in questa versione non c'è più (o ha un altro id): questionari e documento finale non si possono fare. Rimetti evaluation.yaml com'era, con id: { $id }.
ask-publish-anyway = Pubblico lo stesso? [s/N]
not-allowed = Non ho pubblicato niente. Se è proprio quello che vuoi, aggiungi { $options }.
ask-rollback = Torno alla versione { $number }? [s/N]
not-rolled-back = Non ho cambiato niente.

## Quanto è buona una scheda

quality-total = punti
quality-freshness = fresca (30)
quality-contact = contatto (20)
quality-next-step = primo passo (20)
quality-description = descrizione (15)
quality-answers = risposte (15)
quality-needs-release = ci sono errori nei file: prima correggili con «kmzero check», poi guardo quanto sono buone le schede
