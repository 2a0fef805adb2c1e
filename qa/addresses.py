"""Where articles come from, as people read it: web addresses, and files without folders."""

from typing import Final
from urllib.parse import urlsplit

UPLOAD: Final = "upload:"  # what the addresses of sent files begin with


def web_address(url: str) -> str:
    """The URL if it leads to a web page, else nothing: no script, data or file is linked to."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def short_address(address: str) -> str:
    """An address without the server's folders; URLs, and what was sent, stay whole."""
    if web_address(address):
        return address
    sent = address.removeprefix(UPLOAD)
    return sent if sent != address else address.replace("\\", "/").rpartition("/")[2]
