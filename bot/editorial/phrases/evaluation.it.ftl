# Quello che dicono i comandi della valutazione.

no-evaluation = non c'è nessuna valutazione pubblicata: scrivi { $folder }/evaluation.yaml, poi kmzero publish
evaluation-not-begun = il programma comincia il { $day }: i questionari si aprono da quel giorno
evaluation-published = le cifre di questa valutazione sono già pubblicate: i questionari non si riaprono
links-file-is-there = { $file }: c'è già, e i link che contiene non si possono rifare uguali; scegli un altro nome
no-such-owner = { $id }: non c'è; ci sono { $known }
forms-not-open = i questionari non sono aperti: kmzero evaluation open li apre
ask-open-forms = Apro i questionari di «{ $name }»? Chi lavora nelle aziende trova il suo in chat, e ci sono { $links } link per aziende e organizzazioni. [s/N]
ask-close-forms = Chiudo i questionari di «{ $name }»? Dopo nessuno può più rispondere. [s/N]
forms-unchanged = Non ho cambiato niente.
forms-reopened = I questionari erano chiusi: da ora si può di nuovo rispondere.
forms-open = Questionari aperti: { $new ->
        [0] nessun link nuovo
        [one] 1 link nuovo
       *[other] { $new } link nuovi
    }{ $old ->
        [0] {""}
       *[other] , { $old } c'erano già
    }. Ogni link si vede solo adesso: se va perso, kmzero evaluation link ne fa uno nuovo.
forms-are-closed = Questionari chiusi: le risposte restano, e nessuno ne aggiunge altre.

## A che punto siamo

forms-never = Questionari mai aperti.
forms-opened = Questionari aperti dal { $day }.
forms-closed = Questionari chiusi il { $day }.
forms-published = Valutazione pubblicata il { $day }.
forms-of-employees = Chi lavora nelle aziende: chiesto a { $offered }, risposte { $answered } (arrotondato).
forms-of-companies = Aziende: { $answered } su { $sent } hanno risposto a tutto.
forms-of-organizations = Organizzazioni: { $answered } su { $sent } hanno risposto a tutto.
form-answered = ha risposto
form-begun = ha cominciato
form-waiting = non ancora
