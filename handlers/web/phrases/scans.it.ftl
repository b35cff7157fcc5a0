### Inquadrare un QR allo sportello: la fotocamera, la foto, quello che non si legge.

scan-title = Inquadrare un QR
scan-camera = Inquadra il QR
scan-denied = Il browser non ci lascia usare la fotocamera: permettilo, o manda una foto qui sotto.
scan-photo = Fotografa il QR
scan-photo-about = La foto serve solo a leggere il QR: non resta da nessuna parte.
scan-read = Leggi la foto
scan-type = Scrivi il codice

not-read-stranger = Non è un QR nostro
not-read-stranger-do = È un QR di qualcun altro: un sito, una rete Wi-Fi, un pagamento. Chiedi di mostrare quello del bot.
not-read-no-code = Nella foto non vedo un QR
not-read-no-code-do = Avvicinati finché il QR riempie metà della foto, senza riflessi, e riprova. Oppure scrivi il codice.
not-read-several = Ci sono più QR
not-read-several-do = Inquadrane uno solo e riprova.
not-read-no-picture = Non è una foto che so leggere
not-read-no-picture-do = Va bene una foto JPEG, PNG o WebP, scattata con il telefono. Oppure scrivi il codice.
not-read-large = La foto è troppo grande
not-read-large-do = Mandane una più piccola, oppure scrivi il codice.
