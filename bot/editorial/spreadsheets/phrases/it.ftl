# Il foglio di calcolo: i nomi dei fogli e delle colonne, le note sulle intestazioni, le parole degli elenchi.
# Gli stessi identificativi e le stesse variabili stanno in en.ftl.

sheet-organizations = Organizzazioni
sheet-places = Sedi
sheet-services = Servizi
sheet-offers = Offerte
sheet-companies = Aziende
sheet-towns = Comuni
sheet-needs = Bisogni

column-language = lingua
    .it = italiano
    .en = inglese
column-id = Codice interno
    .note = Non si tocca: serve a riconoscere la riga. In una riga nuova si lascia vuoto.
column-organization = Organizzazione
    .note = Di chi è. Si sceglie dall'elenco, che viene dal foglio Organizzazioni.
column-name = Nome
    .note = Come si chiama. Al massimo 60 segni.
column-about = Chi sono
    .note = Una frase, come la diresti a voce.
column-contact-phone = Telefono
    .note = Un numero solo, con il prefisso. Gli altri stanno nella colonna accanto.
column-contact-phones = Altri numeri
    .note = Un numero per riga. Dopo il numero, se servono: | interno | che numero è | lo stesso in inglese.
column-contact-email = E-mail
    .note = Un indirizzo solo.
column-contact-web = Sito
    .note = Con https:// davanti.
column-town = Comune
    .note = Si sceglie dall'elenco, che viene dal foglio Comuni.
column-address = Indirizzo
    .note = Via e numero.
column-lat = Latitudine
    .note = Si copia da una mappa, per esempio 44,7842. Può mancare.
column-lon = Longitudine
    .note = Si copia da una mappa, per esempio 10,8856. Può mancare.
column-needs = Bisogni
    .note = A che cosa risponde: i nomi del foglio Bisogni. Più di uno: con il punto e virgola in mezzo, il più importante per primo.
column-summary = In breve
    .note = Che cosa riceve la persona, in una frase. Al massimo 200 segni.
column-keywords = Parole chiave
    .note = Come lo chiedono le persone, con il punto e virgola in mezzo.
column-who = Per chi
    .note = Le parole dell'elenco. Più di una: con il punto e virgola in mezzo.
column-ages = Età
    .note = Per esempio: 3 anni - 6 anni; da 65 anni; fino a 14 anni; 9 mesi - 3 anni.
column-where-at = Dove
    .note = Si sceglie dall'elenco.
column-where-towns = In quali comuni
    .note = Se vengono a casa: «tutti», o i comuni con il punto e virgola in mezzo.
column-where-places = In quali sedi
    .note = Se si va da loro: le sedi come stanno nel foglio Sedi, «indirizzo, comune». Più di una: con il punto e virgola in mezzo.
column-hours = Orari
    .note = Come si scrivono su una porta: lun-ven 9-13 e 15-18; festivi chiuso. Se non si sa: su appuntamento.
column-price = Prezzo
    .note = Per esempio: 12,50 € all'ora; da 80 a 130 € a visita; gratis. Se è solo a parole, si lascia vuoto e si scrive nella nota.
column-price-note = Nota sul prezzo
    .note = Che cosa comprende, o il prezzo a parole: secondo ISEE.
column-first-step = Il primo passo
    .note = Che cosa succede se chiami: chi risponde, che cosa chiede, quanto impegna.
column-first-step-say = Frase pronta
    .note = Una frase da dire al telefono.
column-documents = Che cosa portare
    .note = Una cosa per riga.
column-languages = Lingue
    .note = Quelle che parla chi risponde, oltre all'italiano, con il punto e virgola in mezzo.
column-wait = Attesa
    .note = Quanto si aspetta il primo appuntamento.
column-duration = Durata
    .note = Di una visita, di un corso, di una pratica.
column-eligibility = Chi può averlo
    .note = Oltre a età, comuni e aziende.
column-capacity = Posti
    .note = Quanti sono, e che cosa succede quando finiscono.
column-payment = Come si paga
    .note = Come e quando.
column-enrolment-first = Iscrizioni dal
    .note = Solo se non ci si iscrive sempre.
column-enrolment-last = Iscrizioni al
    .note = L'ultimo giorno per iscriversi.
column-checked-on = Controllato il
    .note = Il giorno in cui qualcuno ha controllato che sia tutto vero.
column-delicate = Delicato
    .note = «sì» per debiti, psicologia, questioni legali: dopo, a nessuno si chiede com'è andata.
column-full-until = Pieno fino al
    .note = L'ultimo giorno senza posti. Può mancare.
column-silent-since = Non rispondono dal
    .note = Da quando un coordinatore ha confermato che rispondono poco. Può mancare.
column-suspended = Sospeso perché
    .note = Se c'è un motivo, le persone non vedono il servizio.
column-service = Servizio
    .note = Di quale servizio è l'offerta: il nome come sta nel foglio Servizi.
column-value = Che cosa si risparmia
    .note = Per esempio: 15%; 20 € in meno; 49 € a visita. Un regalo si scrive nella colonna accanto.
column-value-gift = Regalo
    .note = Se l'offerta è un regalo: che cosa.
column-conditions = Condizioni
    .note = Quando vale, e per che cosa.
column-companies = Per quali aziende
    .note = «tutti», o i nomi del foglio Aziende con il punto e virgola in mezzo.
column-valid-first = Vale dal
    .note = Il primo giorno.
column-valid-last = Vale al
    .note = L'ultimo giorno.
column-voucher = Come si dà il codice
    .note = Si sceglie dall'elenco. I codici non stanno mai in questo foglio.
column-max-uses = Quante volte in tutto
    .note = Un numero, se c'è un limite.
column-per-person = Quante volte a testa
    .note = Un numero, se c'è un limite.
column-sector = Settore
    .note = Che cosa fa l'azienda.
column-employees = Dipendenti
    .note = Quanti sono: sotto 25 un'azienda non ha un rapporto suo.
column-member-first = Nella rete dal
    .note = Il primo giorno.
column-member-last = Nella rete al
    .note = L'ultimo giorno, se c'è.
column-hamlets = Frazioni
    .note = Questo foglio si guarda soltanto: i comuni si cambiano in network.yaml.
column-area = Area
    .note = Questo foglio si guarda soltanto.

choice-who = per chi
    .everyone = tutti
    .adults = adulti
    .parents = genitori
    .children = bambini
    .teenagers = ragazzi
    .elderly = anziani
    .disabled = persone con disabilità
    .caregivers = chi assiste
    .foreigners = stranieri
choice-at = dove
    .home = a casa
    .place = in sede
    .online = online
    .unknown = da chiedere
choice-voucher = come
    .shared = uno uguale per tutti
    .pool = da un elenco di codici
    .generated = lo fa il bot
    .none = senza codice

## Che cosa si dice delle righe

remark-where = { $sheet ->
        [none] riga { $row }
       *[other] { $sheet }, riga { $row }
    }{ $column ->
        [none] { "" }
       *[other] , { $column }
    }
taken = { $count ->
        [one] 1 servizio letto
       *[other] { $count } servizi letti
    }; { $files ->
        [0] non cambia niente.
        [one] cambia 1 file.
       *[other] cambiano { $files } file.
    }
asked = Da guardare ({ $count }): quello che non si capisce resta come prima, o manca.
refused = Non presi ({ $count }):
more = … e altri { $count }.
reading = Leggo { $file }, ci vuole qualche secondo…
ask-write = Scrivo i file in { $folder }? [s/N]
not-written = Non ho scritto niente.
needs-yes = Nessuno può rispondere: aggiungi --yes per prendere quello che è sicuro. Non ho scritto niente.
written = Scritti in { $folder }: { $files }.
warnings = { $count ->
        [one] C'è anche 1 avviso: kmzero check { $folder }
       *[other] Ci sono anche { $count } avvisi: kmzero check { $folder }
    }
exported = Scritto { $file }: { $services } servizi, { $offers } offerte. I codici non ci sono.
broken-folder = { $folder }: ci sono file che non si leggono. Prima correggili: kmzero check { $folder }
choose-one = Di' che cosa: --xlsx FILE, oppure --hsds CARTELLA.
choose-one-in = Di' che cosa: un foglio di calcolo, oppure --hsds con un pacchetto.

row-fault = { $fault }
row-no-name = manca il nome
row-no-organization = manca l'organizzazione
row-error = il foglio di calcolo qui ha un errore
row-formula = è una formula senza risultato: apri il file, salvalo e riprova
row-hours = non capisco questi orari{ $proposal ->
        [none] .
       *[other] . Forse: { $proposal }
    }
row-price = non capisco questo prezzo. Scrivi per esempio 12,50 € all'ora, o gratis
row-ages = non capisco questa età. Scrivi per esempio 3-6 anni, o da 65 anni
row-value = non capisco che cosa si risparmia. Scrivi per esempio 15%, o 20 € in meno
row-count = qui va un numero intero
row-number = qui va un numero
row-yes = qui va sì o no
row-day = non capisco questo giorno. Scrivi per esempio 31/12/2027
row-name-organizations = questa organizzazione non c'è
row-name-services = questo servizio non c'è
row-name-companies = questa azienda non c'è: { $name }
row-name-towns = questo comune non è nella rete
row-name-needs = questo bisogno non c'è: { $name }. I nomi sono nel foglio dei bisogni
row-name-places = questa sede non c'è: { $name }. Le sedi si scrivono come «indirizzo, comune»
row-name-who = non capisco per chi: { $name }
row-name-at = non capisco dove. Scrivi a casa, in sede oppure online
row-name-voucher = non capisco come si dà il codice
row-name-languages = non capisco questa lingua: { $name }
row-no-where = non si capisce dove: manca il comune
row-no-town = l'indirizzo non dice un comune della rete
row-no-address = manca l'indirizzo: ho scritto il comune
row-phone = non capisco questo numero di telefono
row-phone-meant = l'ho letto così: { $meant }
row-email = non capisco questo indirizzo e-mail
row-web = non capisco questo indirizzo web
row-several = ce n'è più di uno: ho preso { $taken }
row-double = è già alla riga { $row }
row-alike = si chiama quasi come il servizio della riga { $row }: forse è lo stesso
row-there = c'è già, con l'id { $id }: non l'ho toccato
row-need = non è sicuro a quale bisogno risponde: { $proposed }
row-column = è questa la colonna per «{ $field }»? Non è sicuro: non l'ho presa
row-missing-hours = nessuna colonna con gli orari: i servizi dicono «da confermare»
row-missing-price = nessuna colonna con il prezzo: i servizi dicono «da chiedere»
row-unused = non c'è posto per questo, nel servizio: scrivilo tu dove serve
row-hidden = è una riga nascosta, ma l'ho letta
row-struck = è una riga barrata
row-too-many = da qui in poi non ho letto: al massimo { $limit } righe alla volta. Dividi la tabella
left-column = Colonna non presa: «{ $column }»
left-above = Riga { $row }, sopra le intestazioni, non presa: «{ $shown }»
left-sheet = Foglio non preso: «{ $sheet }»
no-table = { $file }: non c'è niente che sembri una tabella. In cima alle colonne scrivi che cosa sono: Organizzazione, Servizio, Comune, Telefono, Orari…
no-network = { $folder }: manca network.yaml, e senza i comuni non si sa dove sono i servizi. Fai prima la cartella della rete.
ask-column = { $column }, per esempio «{ $example }»: è la colonna «{ $field }»? [s/N]
ask-which = Quale colonna è «{ $field }»? La lettera, o Invio se non c'è:
ask-need = Riga { $row }, «{ $shown }». Quale bisogno? { $likely } · Invio: nessuno di questi
column-civic = Numero civico
row-missing-first-step = nessuna colonna dice che cosa succede se chiami: i servizi restano sospesi finché non lo scrivi, in first_step
row-contacts = non capisco questi contatti
column-contacts = Contatti
