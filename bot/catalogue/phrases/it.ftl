# I prezzi e le offerte, come si leggono ovunque: nella scheda, nella chat di chi tiene il catalogo, da terminale.
# Gli stessi identificativi e le stesse variabili stanno in en.ftl.

price-free = gratis
price-from = da { $low }
price-to = fino a { $high }
price-range = da { $low } a { $high }
off-percent = { $percent }% in meno
off-minus = { $amount } in meno
per-hour = { $price } all'ora
per-visit = { $price } a visita
per-day = { $price } al giorno
per-week = { $price } alla settimana
per-month = { $price } al mese
per-year = { $price } all'anno
per-course = { $price } a corso
per-person = { $price } a persona
per-lesson = { $price } a lezione
per-piece = { $price } al pezzo
per-practice = { $price } a pratica
per-night = { $price } a notte
per-session = { $price } a incontro

hours-always = sempre
hours-off = { $when } chiuso
hours-appointment = su appuntamento
hours-holidays = festivi
hours-every-day = tutti i giorni
hours-unknown = da confermare
hours-otherwise = altrimenti { $held }
hours-and = { $first } e { $second }
hours-night = { $span } di notte
hours-last = ultimo
