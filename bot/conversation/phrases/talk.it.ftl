# Quello che il bot risponde dopo la scheda: domande, dubbi, telefonate. Gli stessi identificativi stanno in talk.en.ftl.

## La scheda

card-ages = 👤 { $ages }
short-home = a casa
short-online = a distanza
short-unknown = posto da chiedere
back-to-card = Torna alla scheda
desk-button = Parlo con una persona
nobody-of-age = Per questa età nella rete non c'è niente di preciso. La cosa più vicina:

## Domande sulla scheda

about-unknown = Sulla scheda non c'è. Chiedilo così: «{ $question }»
about-not-free = No, si paga.
about-free = Sì, è gratis.
about-sum = In tutto { $total }: { $count } × { $price }.
about-payment = Si paga così: { $text }
about-discount = Lo sconto: { $offer }. { $how }
about-with-code = Tocca «{ take }», poi di' il codice al telefono o mostralo.
about-with-badge = Basta mostrare il tesserino della tua azienda.
about-discount-until = Si prende fino al { $date }.
about-discount-from = Lo sconto parte il { $date }. Il servizio c'è già, a prezzo pieno.
about-discount-finished = Lo sconto c'è ({ $offer }), ma adesso non ci sono codici. Tocca «{ restock-button }»: se ne arrivano, ti scrivo.
about-discount-none = Per questo servizio la tua azienda non ha uno sconto, oggi. Il servizio c'è, a prezzo pieno.
about-discount-guest = Lo sconto è per chi apre il link della sua azienda. Il servizio c'è per tutti, a prezzo pieno.
about-once = Un codice a persona.
about-times = { $count } codici a persona.
about-often = Lo puoi usare più volte.
about-hours = 🕘 { $hours }
about-open-yes = Sì, { $when } è aperto.
about-open-no = No, { $when } è chiuso.
about-open-unsure = Non è detto che { $when } sia aperto: senti prima.
about-next = Riapre { $moment }.
about-at = dopo le { $time }
moment = { $day } alle { $time }
day-mon = il lunedì
day-tue = il martedì
day-wed = il mercoledì
day-thu = il giovedì
day-fri = il venerdì
day-sat = il sabato
day-sun = la domenica
day-weekend = nel fine settimana
day-now = adesso
day-today = oggi
day-tomorrow = domani
day-part-morning = mattina
day-part-afternoon = pomeriggio
day-part-evening = sera
day-part-night = notte
part-morning = la mattina
part-afternoon = il pomeriggio
part-evening = la sera
part-night = di notte
month-1 = a gennaio
month-2 = a febbraio
month-3 = a marzo
month-4 = ad aprile
month-5 = a maggio
month-6 = a giugno
month-7 = a luglio
month-8 = ad agosto
month-9 = a settembre
month-10 = a ottobre
month-11 = a novembre
month-12 = a dicembre
about-way-unknown = Come arrivarci in bus o dove parcheggiare sulla scheda non c'è.
about-far-online = Si fa a distanza: va bene da dovunque.
about-elsewhere = { $town } è fuori rete. Da lì sono circa { $km } km.
about-elsewhere-home = { $town } è fuori rete: a casa vengono solo nei comuni della rete.
about-here = Sì, è a { $town }.
about-far = Da { $town } sono circa { $km } km.
about-first-step = Per cominciare: { $text }
about-document-yes = Sì, { $document } serve.
about-document-no = Sulla scheda { $document } non c'è fra le cose da portare.
document-isee = l'ISEE
document-impegnativa = l'impegnativa
document-ricetta = la ricetta
document-spid = lo SPID
document-cie = la carta d'identità elettronica
document-busta-paga = la busta paga
document-tessera-sanitaria = la tessera sanitaria
document-documento = il documento
document-permesso = il permesso di soggiorno
document-codice-fiscale = il codice fiscale
document-fasting = il digiuno
about-ages = Età: { $ages }.
about-age-yes = Sì, l'età va bene: { $ages }.
about-age-no = No, per quell'età no: è un servizio { $ages }.
about-town-outside = { $town } è fuori rete: chiedi se ti prendono lo stesso.
about-town-yes = Sì, vale anche per { $town }.
about-town-no = No, a { $town } non arrivano.
about-discount-who = Lo sconto è per chi lavora nelle aziende della rete. Per altri di casa, chiedi al telefono.
about-language-it = Sì, parlano italiano.
about-languages = Oltre all'italiano: { $languages }.
about-language-yes = Sì, parlano { $language }.
about-language-no = { $language } sulla scheda non c'è.
tongue-lis = lingua dei segni
about-duration = Quanto dura: { $text }
about-wait = La prima volta: { $text }
about-enrolment-open = Ci si può iscrivere adesso.
about-eligibility = Per chi: { $text }
about-capacity = Posti: { $text }
about-full-list = Chiedi se c'è una lista d'attesa, o guarda chi altro lo fa.
about-room-call = Se c'è posto oggi lo dice solo una telefonata.
question-price = Quanto viene in tutto, e come si paga?
question-discount = C'è uno sconto per chi lavora nella rete?
question-documents = Che cosa devo portare?
question-documents-named = Serve anche { $name }?
question-hours = Quando posso venire?
question-place = Come ci arrivo?
question-what = Mi spiega come funziona?
question-who = Può venirci una persona come me?
question-languages = C'è qualcuno che parla la mia lingua?
question-languages-named = C'è qualcuno che parla { $name }?
question-time = Quanto ci vuole, e quando è il primo posto libero?
question-availability = C'è posto? C'è una lista d'attesa?

## Altro dalla stessa scheda

want-free-already = Questo è già gratis: di meno non si può.
want-cheaper = Costa meno questo:
want-cheaper-none = Di meno caro per lo stesso bisogno nella rete non c'è. Chiedi se fanno un prezzo con l'ISEE.
want-elsewhere = { $town } è fuori rete. Il più vicino è «{ $service }», a circa { $km } km.
want-here = A { $town } questo c'è già.
want-in-town = A { $town } c'è questo:
nobody-else-in-town = A { $town } per ora nessuno lo fa. Questo resta il più vicino.
want-when = Questo va bene { $when }:
want-when-none = Per { $when } nella rete non ho trovato altro.
want-who = Allora meglio così:
want-how-yes = Sì, è già così: { $how }.
want-how = Così c'è questo ({ $how }):
want-how-none = Così ({ $how }) per lo stesso bisogno nella rete non c'è. Chiedi se si può fare.

## Dopo la telefonata

after-no-answer = Mi dispiace. Rispondono { $hours }.
after-silent = Mi dispiace, lo sappiamo: ultimamente non rispondono. L'orario sarebbe { $hours }.
after-mail = ✉️ Oppure scrivi a { $email }
after-full = Mi dispiace. Chiedi se c'è una lista d'attesa e fatti mettere in lista. Intanto guarda chi altro lo fa.
after-refused = Mi dispiace, non doveva andare così. Lo segnalo a chi tiene la rete, senza il tuo nome.
after-refused-code = Il codice è giusto: <code>{ $code }</code>, vale fino al { $date }.
after-refused-code-open = Il codice è giusto: <code>{ $code }</code>.
after-refused-badge = Qui il codice non c'è: lo sconto si ha mostrando il tesserino della tua azienda.
after-refused-say = Se sei ancora lì, di': «È lo sconto della rete, chiamate lo { $phone }» ({ $hours }).
after-refused-expired = Mi dispiace. Il codice che avevi valeva fino al { $date }: per questo non lo prendono più.
after-refused-none = Mi dispiace. Per «{ $service }» non risulta un codice preso qui: se lo sconto c'è, il codice si prende con un tocco.
after-refused-which = Di quale codice parli?
after-helped = Che bello, mi fa piacere 😊 Se serve altro, sono qui.
after-later = Va bene, con calma. Vuoi che te lo ricordi?
after-later-at = Va bene. Rispondono da { $moment }: vuoi che ti scriva allora?
ring-button = Scrivimi quando aprono
ring-promise = Va bene: ti scrivo { $moment }, senza dire di che cosa si tratta.
ring-now = Te l'avevo promesso: adesso rispondono. È il momento buono per quella telefonata.
ring-never = Per il prossimo mese non risulta un giorno di apertura. Chiedi a una persona:
ring-guest = Io posso scriverti per primo solo se arrivi dal link della tua azienda: di chi guarda da ospite non tengo niente, nemmeno la chat.
ring-guest-when = Segnatelo: rispondono { $moment }.
w-mute-button = Segnalo che non rispondono
w-full-button = Segnalo che è pieno
shy = Capita a tanti, e non c'è niente di male. Io non posso chiamare per te, ma puoi scrivere.
shy-message = Il messaggio pronto: «{ $text }»

## Fiducia

trust-employer =
    No, nessuno al lavoro lo viene a sapere. La tua azienda ha solo dato il link: non vede chi scrive, né cosa.
    Ogni tre mesi riceve numeri arrotondati: sui bisogni mai con meno di dieci persone.
trust-data =
    Le parole che scrivi servono per risponderti, poi spariscono: nessuno le legge.
    Tengo un codice al posto del tuo nome e gli sconti che prendi. Vedi tutto con /imieidati, cancelli con /dimenticami.
trust-who =
    Sono un programma, non una persona. Mi tiene { $controller }: è gratis e non prende commissioni da te.
    Se preferisci una persona, lo sportello risponde allo { $phone } ({ $hours }).

## Due parole

yes-card = Vuoi lo sconto o il contatto?
yes-code = Bene. Adesso basta una telefonata.
yes-open = Dimmi pure: cosa ti serve?
no-card = Va bene. La scheda resta qui, se ci ripensi.
no-open = Va bene. Se ti serve qualcosa, scrivimelo.
puzzled-card = In breve: se «{ $service }» fa per te, tocca il contatto e chiama. Il codice ti fa pagare meno.
puzzled = Nessun problema. Dimmi per chi è e cosa è successo. Per esempio: «{ $example }»
complaint = Mi dispiace, non ti ho aiutato bene. Dimmelo in altre parole, oppure parla con una persona:
unsure-card = Non ho capito bene. Siamo su «{ $service }»: ecco cosa puoi fare.
unsure = Non ho capito bene. Scegli da qui, oppure parla con una persona:
no-card-discount = Lo sconto sta sulla scheda di ogni servizio. Dimmi cosa ti serve, e te lo do. Quelli che hai già li trovi qui sotto.
no-card-after = Mi dispiace. Di quale servizio parli? Scrivimi cosa cercavi, oppure guarda i tuoi sconti.
no-card-shy = Capita a tanti. Qui puoi scrivere: nessuno al lavoro lo vede. Bastano due parole:
no-card-price = Io sono gratis. Il prezzo di ogni servizio è sulla sua scheda. Dimmi cosa ti serve:
greeting-card = Ciao! 😊 Sono qui, e la scheda anche.
no-card-ask = Di quale servizio parli? Dimmi cosa ti serve, e ti faccio vedere la scheda:
danger-then = E per il resto che hai scritto:

## Un piano, quando una scheda non basta

plan-step = <b>{ $when }</b>: { $text }
place-going = Come si fa: { $text }
place-phone = 📞 { $phone }
place-phone-invented = 📞 { $phone } (numero dimostrativo)
place-address = 📍 { $address }
feeling-sorrow = Mi dispiace, è un momento pesante. Hai fatto bene a scrivere.
feeling-shame = Non c'è niente di cui vergognarsi: capita a tanti.
feeling-fear = Avere paura è normale. Un passo alla volta.
plan-missing = Per il resto, { $here }, non c'è ancora nessuno: lo sportello ({ $phone }) sa a chi mandarti.
back-to-plan = Torna al piano
plan-begin = Una cosa alla volta. Si comincia da qui: «{ $label }».
plan-which = Di quale passo parli? Toccalo, e ti dico quello che so.
plan-shy = Capita a tanti. Qui nessuno al lavoro vede quello che scrivi. Puoi cominciare da un passo solo:
