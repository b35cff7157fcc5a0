# Quello che il bot chiede per primo, e come risponde. Gli stessi identificativi stanno in asking.en.ftl.

## Com'è andata? La domanda non nomina niente: si legge anche a telefono bloccato.

heard-ask = Com'è andata? Se ti va, dimmelo con un tocco: finisce solo in un totale, senza il tuo nome.
heard-yes = Sì, mi hanno aiutato
heard-no = Ho sentito, ma non si può
heard-wait = Non ancora
heard-never = Non chiedermelo più
heard-thanks = Grazie di avermelo detto.
heard-thanks-yes = Che bello che con «{ $service }» sia andata bene 😊 Grazie di avermelo detto. Se serve altro, sono qui.
heard-wait-once = Va bene, con calma. Per «{ $service }» te lo chiedo ancora una volta, poi basta.
heard-wait-last = Va bene, con calma. Per «{ $service }» non te lo chiedo più.
heard-which = Parliamo di «{ $service }». Li hai sentiti e non si può, o non li hai ancora sentiti?
heard-why = Mi dispiace. Con «{ $service }» che cosa non andava?
not-full = Non c'è posto
not-dear = Costa troppo
not-far = È troppo lontano
not-hours = Gli orari
not-not = Non fa per me
not-mute = Non risponde nessuno
not-code = Il codice non l'hanno preso
not-other = Mi dispiace. Per lo stesso bisogno c'è anche:

## Che cosa ti ha frenato?

why-ask =
    Una domanda sola, se ti va: l'ultima volta, che cosa ti ha frenato?
    🎲 Prima di scriverti ho tirato un dado, e non ho guardato com'è caduto. { $true } volte su 10 il bottone dice quello che c'è scritto, { $chance } volte su 10 dice una cosa a caso. Così nessuno può sapere se la risposta è tua, nemmeno io: serve solo il totale di tanti.
why-known = Ho paura che si sappia
why-shame = Mi vergogno
why-trust = Non mi fido
why-costs = Costa, è lontano, gli orari
why-steps = Non ho capito come si fa
why-ended = Non mi serviva più
why-thanks = Grazie. Se ti serve qualcosa, scrivimelo quando vuoi.

## Spegnere e riaccendere

asking-is-on = 🔔 Ogni tanto ti chiedo com'è andata, al massimo una volta alla settimana.
asking-is-off = 🔕 Hai spento le mie domande: non ti chiedo com'è andata.
asking-off = Va bene, non ti faccio più domande. Le puoi riaccendere qui o in /privacy.
asking-on = Va bene: ogni tanto ti chiedo com'è andata. Le domande si spengono qui o in /privacy.
asking-off-button = 🔕 Niente domande
asking-on-button = 🔔 Chiedimelo pure
