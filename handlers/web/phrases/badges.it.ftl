### Il badge allo sportello: che cosa vale, segnarlo, annullare.

closed-badge = Questo è un badge: fallo inquadrare a chi sta allo sportello. Se allo sportello ci sei tu, prima apri qui il link che ti dà chi coordina la rete.

badge = Badge
badge-good = Valido
badge-good-do = Vale fino alle { $ends }, una volta sola. Segnalo quando lo usi.
badge-taken = Segnato
badge-taken-do = Adesso questo badge non vale più.
badge-used = Già usato
badge-used-do = Questo badge è già stato segnato. Chiedi di mostrarne uno nuovo: nel bot basta un tocco.
badge-old = Scaduto
badge-old-do = Un badge vale dieci minuti. Chiedi di mostrarne uno nuovo: nel bot basta un tocco.
badge-elsewhere = Non è per voi
badge-elsewhere-do = Il badge è buono, ma è di un’altra organizzazione. Chi lo mostra ha toccato il servizio sbagliato?
badge-foreign = Di un’altra rete
badge-foreign-do = Questo badge l’ha fatto il bot di un’altra rete: qui non vale.
badge-forged = Non è nostro
badge-forged-do = Questo badge non l’ha fatto il bot della rete: non vale. Chiedi di mostrarne uno nuovo dal bot.
badge-damaged = Non si legge
badge-damaged-do = Il badge non è arrivato intero. Inquadralo di nuovo, o chiedi di mostrarne uno nuovo.
badge-take = Segna come usato
badge-undo = Annulla (fino alle { $time })
badge-next = Un altro codice
