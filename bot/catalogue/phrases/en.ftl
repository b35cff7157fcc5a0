# Prices and offers, as they read everywhere: on the card, in the coordinators' chat, in the terminal.
# The same ids and variables are in it.ftl.

price-free = free
price-from = from { $low }
price-to = up to { $high }
price-range = { $low } to { $high }
off-percent = { $percent }% off
off-minus = { $amount } off
per-hour = { $price } an hour
per-visit = { $price } a visit
per-day = { $price } a day
per-week = { $price } a week
per-month = { $price } a month
per-year = { $price } a year
per-course = { $price } a course
per-person = { $price } a person
per-lesson = { $price } a lesson
per-piece = { $price } each
per-practice = { $price } a case
per-night = { $price } a night
per-session = { $price } a session

hours-always = always
hours-off = { $when } closed
hours-appointment = by appointment
hours-holidays = holidays
hours-every-day = every day
hours-unknown = to be confirmed
hours-otherwise = otherwise { $held }
hours-and = { $first } and { $second }
hours-night = { $span } at night
hours-last = last
