"""What the first view of a page weighs: HTML, style and scripts, as sent with brotli."""

import re
from urllib.parse import urljoin, urlsplit

from tests.bench.places import CACHED_PORT
from tests.bench.report import Figure, at_most, only
from tests.bench.servers import Server
from tests.bench.speed import CATALOGUE, PLAN, STEP

# Limits of DESIGN.md in kB (1,000 bytes), by page; None: no limit on the number of requests.
PAGES = {
    "home page": ("/", 45, None),
    "catalogue": (CATALOGUE, 45, None),
    "plan": (PLAN, 30, 4),
    "module step": (STEP, 30, 4),
}
PICTURES_LIMIT = 60
FONTS_LIMIT = 40
BROTLI = {"Accept-Encoding": "br"}
LINKED = re.compile(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"')
PICTURED = re.compile(r'<(?:img[^>]* src|use href|link rel="icon" href)="([^"#]+)')
FONT = re.compile(r"url\(\"?'?([^)\"']+\.woff2)")


def first_views(server: Server) -> list[Figure]:
    """Each page's weight and requests against its limits; fonts and pictures apart."""
    figures = []
    for name, (path, limit, most) in PAGES.items():
        html = server.get(path)[0].decode()
        linked = _addresses(LINKED, html, path)
        weight = sum(_size(server, address) for address in [path, *linked])
        pictures = sum(_size(server, address) for address in _addresses(PICTURED, html, path))
        requests = len(linked) + 1
        figures.append(
            at_most(f"First view, {name}", weight / 1000, limit, "kB", f"{requests} requests")
        )
        if most:
            figures.append(at_most(f"Requests, {name}", requests, most, ""))
        figures.append(at_most(f"Pictures, {name}", pictures / 1000, PICTURES_LIMIT, "kB"))
    figures += _fonts(server)
    return figures


def _fonts(server: Server) -> list[Figure]:
    sheets = _addresses(LINKED, server.get(PLAN)[0].decode(), PLAN)
    sheet = next((address for address in sheets if "fonts" in address), None)
    if sheet is None:
        return [only("Fonts", 0, "kB")]
    text = server.get(sheet)[0].decode()
    size = sum(_size(server, address) for address in _addresses(FONT, text, sheet))
    return [at_most("Fonts, all of them", size / 1000, FONTS_LIMIT, "kB")]


def _addresses(pattern: re.Pattern[str], text: str, base: str) -> list[str]:
    """Paths on this site, each once; an address on another host is a fault."""
    found = dict.fromkeys(urljoin(base, address) for address in pattern.findall(text))
    elsewhere = [a for a in found if urlsplit(a).netloc not in ("", f"127.0.0.1:{CACHED_PORT}")]
    if elsewhere:
        raise SystemExit(f"Requests to other hosts: {elsewhere}")
    return [address for address in found if not address.startswith("data:")]


def _size(server: Server, path: str) -> int:
    return len(server.get(path, BROTLI)[0])
