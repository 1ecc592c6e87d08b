"""What the first view of a page weighs: HTML, style and scripts, as sent with brotli."""

import re
from urllib.parse import urljoin, urlsplit

from tests.bench.places import CACHED_PORT
from tests.bench.report import Figure, at_most, only
from tests.bench.servers import Server
from tests.bench.speed import CATALOGUE, PLAN, STEP

GUIDE = "/munca-in-strainatate/germania/"
# Limits of DESIGN.md in kB (1,000 bytes), by page; None: no limit on the number of requests.
PAGES = {
    "home page": ("/", 45, None),
    "catalogue": (CATALOGUE, 45, None),
    "plan": (PLAN, 30, 4),
    "module step": (STEP, 30, 4),
    "home page, Hungarian": ("/hu/", 45, None),
    "work abroad": ("/munca-in-strainatate/", 30, None),
    "guide": (GUIDE, 30, 4),
    "guide, Ukrainian": (f"/uk{GUIDE}", 30, 4),
    "contacts by language": ("/munca-in-strainatate/contacte/", 45, None),
    "two countries": ("/munca-in-strainatate/compara/?a=DE&b=AT", 30, None),
    "check of an offer": ("/munca-in-strainatate/verifica-oferta/", 30, None),
    "before leaving": ("/munca-in-strainatate/inainte-de-plecare/", 30, None),
    "self-checks": ("/autoevaluare/", 30, None),
    "help": ("/ajutor/", 30, None),
    "help, one situation": ("/ajutor/poze/", 30, None),
    "services by county": ("/ajutor/judete/", 45, None),
    "campaign": ("/campanii/suna-prea-bine/", 30, None),
    "members": ("/membri/", 45, None),
    "curriculum": ("/lectii/curriculum/", 30, None),
    "article 35": ("/lectii/conventie/35/", 30, None),
    "library": ("/resurse/", 45, None),
    "magazine": ("/revista/", 30, None),
    "news": ("/noutati/", 30, None),
    "search": ("/cautare/?q=contract", 45, None),
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
        # DESIGN.md counts fonts apart, and their sheet is one of them; its weight is in the sum.
        requests = 1 + sum("fonts" not in address for address in linked)
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
