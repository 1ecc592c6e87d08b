"""Addresses inside style sheets, rewritten: a sheet that is served joined with others, under
another address, must name its fonts and images anew."""

import re
from collections.abc import Callable
from posixpath import dirname

# Each part can match in one way only. Comments and strings are taken whole, so that an address in
# one is left alone.
TOKEN = re.compile(
    r"/\*(?s:.*?)(?:\*/|\Z)"
    r"|(?P<charset>@charset\s*+(?:\"[^\"\n]{0,40}\"|'[^'\n]{0,40}')\s*+;?)"
    r"|(?P<imported>@import\s*+(?:\"(?P<double>[^\"\\\n]*+)\"|'(?P<single>[^'\\\n]*+)'))"
    r"|\burl\(\s*+(?:\"(?P<quoted>[^\"\\\n]*+)\"|'(?P<ticked>[^'\\\n]*+)'"
    r"|(?P<bare>[^\s\"'()\\]*+))\s*+\)"
    r"|\"(?:[^\"\\\n]++|\\(?s:.))*+\"?|'(?:[^'\\\n]++|\\(?s:.))*+'?",
    re.I,
)
LEFT_ALONE = re.compile(r"data:|blob:|https?:|//|#", re.I)
NOTHING = "about:invalid"


def rewrite(sheet: str, path: str, address: Callable[[str], str | None]) -> str:
    """The sheet with every address of a file replaced by `address(path from the package's root)`.

    `path` is the sheet's own: "H5P.Image-1.1/image.css". Addresses of data and of other hosts stay
    as they are (a player's policy blocks those); what the package does not have leads nowhere.
    """

    def replaced(match: re.Match[str]) -> str:
        if match["charset"] is not None:
            return ""
        if match["imported"] is not None:
            given = match["double"] if match["double"] is not None else match["single"]
            return f'@import "{_rewritten(given, path, address)}"'
        values = (match["quoted"], match["ticked"], match["bare"])
        value = next((one for one in values if one is not None), None)
        if value is None:
            return match[0]
        return f'url("{_rewritten(value, path, address)}")'

    return TOKEN.sub(replaced, sheet.removeprefix("\ufeff"))


def resolve(value: str, path: str) -> str | None:
    """The path from the package's root that a relative address means; None when it climbs out."""
    parts = dirname(path).split("/")
    for part in value.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _rewritten(value: str, path: str, address: Callable[[str], str | None]) -> str:
    value = value.strip()
    if not value or LEFT_ALONE.match(value):
        return value
    split = re.search(r"[?#]", value)
    plain, rest = (value[: split.start()], value[split.start() :]) if split else (value, "")
    resolved = None if plain.startswith("/") else resolve(plain, path)
    found = address(resolved) if resolved else None
    if found is None:
        return NOTHING
    fragment = rest[rest.index("#") :] if "#" in rest else ""
    return re.sub(r"[\"\\\n\r\f]", "", found + fragment)
