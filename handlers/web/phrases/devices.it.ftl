### I telefoni e i computer su cui lo sportello è aperto.

devices-menu = Telefoni e computer
devices = Dove è aperto lo sportello
devices-opened = Aperto il { $day }.
devices-waits = Link del { $day }, non ancora aperto.
devices-here = È questo.
devices-remove = Chiudi
devices-remove-here = Chiudi qui
devices-remove-named = Chiudi il numero { $number }, del { $day }
devices-add = Aggiungi un telefono o un computer
devices-about = Se un telefono è perso, o chi lo usava non lavora più da voi, chiudilo qui: da quel momento non apre più niente.
devices-added = Il link per l’altro telefono o computer
devices-added-do = Inquadra il QR con l’altro telefono, o apri lì il link. Si apre una volta sola, entro domani. Adesso lo vedi: se ricarichi la pagina, no.
devices-qr = Il link come QR
