### Scanning a QR at the desk: the camera, the photograph, what cannot be read.

scan-title = Scanning a QR
scan-camera = Scan the QR
scan-denied = The browser does not let us use the camera: allow it, or send a photograph below.
scan-photo = Photograph the QR
scan-photo-about = The photograph is only used to read the QR: it is kept nowhere.
scan-read = Read the photograph
scan-type = Type the code

not-read-stranger = Not a QR of ours
not-read-stranger-do = It is somebody else’s QR: a site, a Wi-Fi network, a payment. Ask to see the one of the bot.
not-read-no-code = There is no QR in the photograph
not-read-no-code-do = Go closer until the QR fills half of it, without reflections, and try again. Or type the code.
not-read-several = There are several QRs
not-read-several-do = Take only one of them and try again.
not-read-no-picture = Not a photograph that I can read
not-read-no-picture-do = A JPEG, PNG or WebP photograph is fine, as a telephone takes it. Or type the code.
not-read-large = The photograph is too large
not-read-large-do = Send a smaller one, or type the code.
