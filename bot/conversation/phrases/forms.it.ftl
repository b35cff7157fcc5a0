# I questionari della valutazione: di chi lavora nelle aziende, e di aziende e organizzazioni.

form-question =
    <b>{ $n } di { $of }</b>
    { $ask }

## Chi lavora nelle aziende

form-invitation = Ci dici com'è andata finora? { $n ->
        [one] È una domanda con i bottoni
       *[other] Sono { $n } domande con i bottoni
    }, e puoi saltare quello che vuoi. Le risposte si leggono solo nei totali, mai una per una.
form-yes = Va bene
form-no = No, grazie
form-skip = Salta
form-enough = Basta così
form-thanks = Grazie! Le tue risposte contano solo nei totali. Se ti serve altro, scrivimi.
form-stopped = Va bene, non te lo chiedo più. Se ti serve altro, scrivimi.
form-closed = Il questionario è chiuso: grazie lo stesso. Cosa ti serve?

## Aziende e organizzazioni

sheet-hello =
    <b>{ $programme }</b>
    Risponde: { $owner }. { $of ->
        [one] È una domanda con i bottoni.
       *[other] Sono { $of } domande con i bottoni, un minuto in tutto.
    } Per ogni domanda vale la prima risposta. Se vi fermate, riaprite lo stesso link: si riparte da lì.
sheet-onward =
    <b>{ $programme }</b>
    Risponde: { $owner }. Le risposte date finora ci sono: si riparte da lì.
sheet-thanks = Grazie! Le risposte di { $owner } sono arrivate tutte.
sheet-done = Grazie, avete già risposto: di { $owner } ci sono tutte le risposte.
sheet-closed = Questo questionario è chiuso, e non prende più risposte. Se volete dirci qualcosa, c'è lo sportello della rete:
sheet-revoked = Questo link è stato sostituito da uno nuovo. Chiedetelo a chi ve l'ha mandato, o allo sportello della rete:
