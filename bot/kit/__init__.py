"""What a company hangs up, prints and forwards: posters, strips, a picture and a text, each with its own link."""
