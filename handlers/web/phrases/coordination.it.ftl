### Le pagine di chi coordina. I messaggi del banco sono quelli della chat: stanno in bot/coordination/phrases.

coord-title = Coordinamento
coord-status = Come vanno le cose
coord-needs = Bisogni senza risposta
coord-services = Servizi
coord-service = La scheda
coord-reports = Report
coord-catalogue = 🔎 Cerca un servizio
coord-kit = 📣 Kit per un’azienda
coord-file = 📎 Scarica { $name }
coord-answer = La tua risposta
coord-answer-button = Rispondi
coord-send = Manda un file
coord-send-about = Un file .yaml, lo .zip della cartella, oppure codici o una tabella di servizi in un foglio di calcolo. Al massimo 5 MB. Prima di pubblicare ti faccio vedere che cosa cambia.
coord-send-button = Manda
coord-before = Prima

coord-wait = Un momento
coord-wait-about = La pagina si aggiorna da sola. Puoi anche chiuderla: il risultato ti aspetta qui per un giorno.
coord-wait-link = Guarda se è pronto
coord-wait-desk = Torna al banco

coord-filter = Quali servizi
coord-filter-all = Tutti ({ $count })
coord-filter-old = Da riconfermare ({ $count })
coord-filter-suspended = Sospesi ({ $count })
coord-filter-full = Al completo ({ $count })
coord-filter-silent = Non rispondono ({ $count })
coord-order = In che ordine
coord-order-age = Per ultima conferma
coord-order-name = Per nome
coord-order-organization = Per organizzazione
coord-column-service = Servizio
coord-column-checked = Ultima conferma
coord-column-state = Stato
coord-age = { $count ->
    [0] oggi
    [one] ieri
   *[other] { $count } giorni fa
}
coord-never = mai
coord-old = da riconfermare
coord-state-suspended = ⏸ Sospeso
coord-state-full = ⏳ Al completo fino al { $day }
coord-state-silent = 📵 Non rispondono
coord-state-well = In linea
coord-no-services = Qui non c’è nessun servizio.
coord-more-services = { $count ->
    [one] Un altro servizio non ci sta: scegli quali vedere qui sopra, o cercalo dal banco.
   *[other] Altri { $count } servizi non ci stanno: scegli quali vedere qui sopra, o cercali dal banco.
}

coord-reports-about = Sono i report già pubblicati, come li ha avuti chi li legge. Guardarli non pubblica niente.
coord-no-reports = Nessun trimestre è ancora stato pubblicato.
coord-quarter = Trimestre { $quarter }
coord-evaluation = Valutazione { $name }
coord-report-network = La rete
coord-report-company = Azienda: { $name }
coord-report-group = Le aziende più piccole, insieme
coord-report-organization = Organizzazione: { $name }
coord-report-not-made = I numeri ci sono, i file no: chi segue il server li scrive con «kmzero report».
