### La pagina di un'azienda.

company-lead = Qui c’è tutto quello che l’azienda riceve dalla rete: il materiale da appendere, e quanto serve. Di nessuna persona.
company-back = Torna alla pagina dell’azienda
company-gone = L’azienda non è più nella rete
company-gone-do = Se è un errore, scrivi a { $email }.
company-until = L’ultimo giorno nella rete è il { $date }. Dal giorno dopo gli sconti si fermano; i codici già presi restano buoni.
company-asked = Il { $date } avete chiesto di uscire dal programma. Chi coordina la rete lo sa e si fa vivo.
company-asked-see = Leggi o ripensaci

company-kit = Il materiale da appendere
company-kit-about = Locandine per la mensa e lo spogliatoio, strisce per la busta paga, immagini e testi per l’intranet e la chat di gruppo. Ogni posto ha un link suo, così si capisce quale funziona.
company-kit-see = Apri il kit del { $date }
company-kit-new-about = Un kit nuovo ha link nuovi; quelli già appesi o mandati restano buoni. Nello stesso giorno il kit resta lo stesso.
company-kit-new = Prepara un kit nuovo
company-kit-of = Il kit del { $date }
company-kit-good = Scarica tutto insieme, o un file alla volta: i link non cambiano.
company-kit-all = Scarica tutto (zip)
company-kit-later = Adesso non riesco a preparare i fogli. Riprova tra qualche minuto; se succede ancora, dillo a chi coordina la rete.
company-file =
    { $kind ->
        [sheet] Locandina
        [strip] Strisce da ritagliare
        [picture] Immagine
       *[text] Testo da incollare con l’immagine
    }: { $place }{ $language ->
        [it] {", "}italiano
        [en] {", "}inglese
       *[all] {""}
    }

company-places = Quale posto funziona
company-place = Posto
company-people = Persone nuove
company-places-hidden = Ancora troppo poche per dirlo senza far riconoscere qualcuno: { $places }.
company-places-company = Persone arrivate nel trimestre { $quarter }, di 5 in 5, mai meno di cinque. Cambia solo con il prossimo rapporto: un numero che cresce da un’ora all’altra direbbe chi è arrivato.
company-places-group = Persone arrivate nel trimestre { $quarter } nelle aziende piccole insieme, di 5 in 5, mai meno di cinque: sotto le 25 persone attive un’azienda non ha numeri suoi. Cambia solo con il prossimo rapporto.
company-places-none = Si vedrà con il primo rapporto, alla fine del trimestre.

company-report = L’ultimo rapporto
company-report-about = È del trimestre { $quarter }. Chi lavora da voi vede questo stesso rapporto, con il comando /privacy.
company-report-picture = Il riassunto del rapporto { $quarter }, come immagine. Gli stessi numeri sono nella pagina.
company-report-open = Apri tutto il rapporto
company-report-none = Il primo rapporto arriva dopo la fine del trimestre. Lo vedrà anche chi lavora da voi, uguale.

company-never = Che cosa non diciamo mai
company-never-who = Chi usa il bot, e chi no: né i nomi, né quante volte, né quando. Non lo sappiamo nemmeno noi: teniamo un codice al posto del nome.
company-never-what = Che cosa chiede una persona, e se prende uno sconto. Le parole scritte non vengono salvate.
company-never-when = Numeri di un giorno, di una settimana o di un mese: i rapporti sono di trimestri interi, e una volta usciti non cambiano.
company-never-few = Numeri piccoli: sui bisogni e sugli sconti mai meno di dieci persone, sul resto mai meno di cinque, arrotondati di 5 in 5. Con meno di 25 persone attive il rapporto è insieme ad altre aziende.
company-never-asked = Tutto questo nemmeno su richiesta: di una persona l’azienda non riceve niente. E nessuno può chiedere a chi lavora da voi se usa il bot.
company-posters = Le locandine lo promettono a chi le legge:
company-privacy = Dei dati risponde { $controller }, { $email }.

company-leave = Uscire dal programma
company-leave-see = Leggi che cosa succede
company-leave-about = Prima di chiederlo, ecco che cosa succede se { $company } esce:
company-leave-asked = L’avete chiesto il { $date }. Non è ancora cambiato niente: chi coordina la rete lo sa e si fa vivo per concordare l’ultimo giorno.
company-leave-told = La richiesta arriva subito a chi coordina la rete, che concorda con voi l’ultimo giorno. Fino ad allora non cambia niente.
company-leave-day = L’ultimo giorno lo scrive chi coordina; poi lo leggi in questa pagina.
company-leave-discounts = Dal giorno dopo gli sconti per { $company } si fermano. I codici che qualcuno ha già preso valgono fino alla loro scadenza.
company-leave-people = Chi lavora da voi lo legge al primo messaggio, e può continuare a cercare i servizi come ospite. Quello che teniamo di loro se ne va entro 90 giorni, o con l’ultimo codice che hanno ancora in mano.
company-leave-reports = I rapporti già usciti restano come sono. L’azienda non viene a sapere niente di nessuno, nemmeno uscendo.
company-leave-hurry = Hai fretta, o preferisci parlarne? { $phone }, { $email }.
company-leave-sure = Sì, chiedi di uscire per { $company }
company-stay = Ci abbiamo ripensato: restiamo
