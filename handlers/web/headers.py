"""What every answer tells the browser: nothing from elsewhere, nothing inline, nothing kept of a role's pages."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A document of ours (a report) has its style in itself, and reaches nothing.
SHUT_OFF = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
KEPT = 300  # seconds that a browser may keep a page which is the same for everybody


def headers(*, shared: bool = False, policy: str = POLICY, robots: bool = False) -> dict[str, str]:
    """Return the headers of an answer; `robots` lets search engines list it."""
    kept = f"public, max-age={KEPT}" if shared else "no-store"
    found = {
        "Cache-Control": kept,
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",  # addresses of links have their token in them
        "Vary": "Accept-Language, Cookie",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    return found if robots else {**found, "X-Robots-Tag": "noindex, nofollow"}
