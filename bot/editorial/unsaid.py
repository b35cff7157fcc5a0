"""What stands in a file for what nobody has said of a service: people read that it has to be asked or confirmed."""

HOURS = "unknown"
PRICE = {"note": {"it": "da chiedere", "en": "to be asked"}}
WHERE = {"at": "unknown"}
STEPLESS = "manca il primo passo (first_step)"  # why a service waits suspended
