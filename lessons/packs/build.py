"""A module as a folder: the pages of the site made to stand alone, without server and network.

    index.html, CITESTE-MA.txt       what somebody opens with a double click
    pachet/                          every other page, style sheet, font, picture and script

Every link is relative. A link that leads out of the folder becomes plain words: there is nothing
behind it without a network. Scripts lie in files of their own; questions lie in their page as data.
"""

import json
import posixpath
import re
from collections.abc import Mapping, Sequence

FOLDER = "pachet"
INDEX = "index.html"
SPRITE = re.compile(r"/icons(?:\.[0-9a-f]+)?\.svg$")
_SYMBOL = re.compile(r'<symbol id="([^"]+)".*?</symbol>', re.S)
# The pages are ours: every value stands in double quotes, and no link stands in another.
_SOURCE = re.compile(r'(\s(?:src|poster)=")(?!data:)([^"]+)"')
_SHEET = re.compile(r'(<link\b[^>]*?\shref=")([^"]+)"')
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.S)
_HREF = re.compile(r'\shref="([^"?#]*)([^"]*)"')
_EXIT = re.compile(r'\s(?:href|data-exit)="[^"]*"')
_ICON = re.compile(r'(<use href=")[^"#]*#([\w-]+)"')
# What opens only with a server behind it: the text of an activity stands in its place. The page's
# own addresses in each language say nothing in a folder.
_ONLINE = re.compile(
    r'<script type="module"[^>]*></script>|\sdata-player="[^"]*"'
    r'|<link rel="(?:canonical|alternate)"[^>]*>'
)
_ALWAYS = frozenset({"check", "arrow"})


def file_name(address: str) -> str:
    """Where in the folder a file of the site lies."""
    name = posixpath.basename(address)
    # These are called alike for every step and every recording.
    if name == "sunet" or "/inregistrari/" in address:
        return f"{FOLDER}/{posixpath.basename(posixpath.dirname(address))}.{name}"
    return f"{FOLDER}/{name}"


def symbols_of(sprite: bytes) -> dict[str, str]:
    """The drawings of a sprite by name."""
    return {found[1]: found[0] for found in _SYMBOL.finditer(sprite.decode())}


class Page:
    """One page of the site on its way into the folder, where its `name` says."""

    def __init__(self, html: str, name: str) -> None:
        self.html = html
        self.name = name

    def stand_alone(self, names: Mapping[str, str]) -> None:
        """Make every address relative. `names` says which path of the site lies where; of a file
        that lies nowhere ("") the address goes, and a picture is its description."""

        def moved(found: re.Match[str]) -> str:
            name = names[found[2]]
            return f'{found[1]}{self._relative(name)}"' if name else ""

        self.html = _ONLINE.sub("", self.html)
        for pattern in (_SOURCE, _SHEET):
            self.html = pattern.sub(moved, self.html)
        self.html = _LINK.sub(lambda found: self._link(found[1], found[2], names), self.html)

    def draw_icons(self, symbols: Mapping[str, str]) -> None:
        """Bring the icons into the page: one file's drawings are closed to another's."""
        used = _ALWAYS | {found[2] for found in _ICON.finditer(self.html)}
        drawings = "".join(symbols[name] for name in sorted(used) if name in symbols)
        self.html = _ICON.sub(r'\1#\2"', self.html)
        self._add("</body>", f"<svg hidden>{drawings}</svg>")

    def ask(self, content: object) -> None:
        """Lay the page's question into it."""
        # No text of a question may end the element.
        data = json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
        self._add("</body>", f'<script type="application/json" id="intrebare">{data}</script>')

    def add_scripts(self, scripts: Sequence[str]) -> None:
        """Load these files of the folder."""
        for name in scripts:
            self._add("</head>", f'<script src="{self._relative(name)}" defer></script>')

    def _add(self, before: str, html: str) -> None:
        self.html = self.html.replace(before, f"{html}\n{before}", 1)

    def _link(self, attributes: str, words: str, names: Mapping[str, str]) -> str:
        if "data-exit" in attributes:
            away = _EXIT.sub("", attributes)
            return f'<a{away} href="about:blank" data-exit="about:blank">{words}</a>'
        href = _HREF.search(attributes)
        path = href[1] if href else ""
        if not path or path.startswith(("tel:", "about:")) or not re.match(r"/|\w+:", path):
            return f"<a{attributes}>{words}</a>"
        target = names.get(path)
        if target is None or href is None:
            return f"<span{_HREF.sub('', attributes)}>{words}</span>"
        mark = href[2] if href[2].startswith("#") else ""
        relative = f' href="{self._relative(target)}{mark}"'
        return f"<a{_HREF.sub(lambda _found: relative, attributes)}>{words}</a>"

    def _relative(self, target: str) -> str:
        return posixpath.relpath(target, posixpath.dirname(self.name) or ".")
