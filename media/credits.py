"""Who made an activity and under which licence, as its h5p.json says: shown to readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

# The addresses of the licences' texts; a link that a reader follows, never loaded.
_DEEDS = "https://creativecommons.org"
_OTHERS = {
    "CC0 1.0": ("CC0 1.0", f"{_DEEDS}/publicdomain/zero/1.0/"),
    "CC PDM": (_("domeniu public"), f"{_DEEDS}/publicdomain/mark/1.0/"),
    "PD": (_("domeniu public"), ""),
    "GNU GPL": ("GNU GPL", "https://www.gnu.org/licenses/gpl-3.0.html"),
    "ODC PDDL": ("ODC PDDL", "https://opendatacommons.org/licenses/pddl/1-0/"),
    "C": (_("toate drepturile rezervate"), ""),
}


@dataclass(frozen=True)
class Credits:
    """What stands under an activity. Empty where the file says nothing."""

    title: str
    authors: str
    licence: str
    licence_address: str
    source: str


def credits_of(manifest: Mapping[str, Any]) -> Credits:
    """The credits of an activity by its h5p.json, which was checked when it came."""
    authors = manifest.get("authors") or []
    name, address = _licence(manifest.get("license") or "", manifest.get("licenseVersion") or "")
    source = str(manifest.get("source") or "")
    return Credits(
        title=str(manifest.get("title") or ""),
        authors=", ".join(str(one["name"]) for one in authors if one.get("name")),
        licence=name,
        licence_address=address,
        # Anything else than a web address would be a link that does something.
        source=source if source.startswith(("https://", "http://")) else "",
    )


def _licence(licence: str, version: str) -> tuple[str, str]:
    if licence in _OTHERS:
        name, address = _OTHERS[licence]
        return str(name), address
    if not licence.startswith("CC BY"):
        return str(_("licență nespecificată")), ""
    number = version or "4.0"
    kind = licence.removeprefix("CC ").casefold()
    return f"{licence} {version}".strip(), f"{_DEEDS}/licenses/{kind}/{number}/"
