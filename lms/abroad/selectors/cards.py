"""What a wallet card says of a country: the lines to call and where to read more."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from lms.abroad.models import CountryGuidePage
from lms.abroad.selectors.guides import Guide, guide_of

# More do not fit on a card of 86 by 54 mm that is read in the dark.
MOST_LINES = 3


@dataclass(frozen=True)
class CardLine:
    """A number with what it is for."""

    number: str
    dial: str
    what: str


@dataclass(frozen=True)
class WalletCard:
    """A card in the language of its guide."""

    title: str
    name: str
    lines: tuple[CardLine, ...]
    advice: tuple[str, ...]
    address: str
    short_address: str
    as_of: str


def wallet_card(slug: str, language: str) -> WalletCard | None:
    """The card of the published guide with this slug in this language."""
    page = (
        CountryGuidePage.objects.live()
        .public()
        .select_related("locale")
        .filter(slug=slug, locale__language_code=language)
        .first()
    )
    if page is None:
        return None
    guide = guide_of(page.country, language)
    path = page.get_url() or ""
    address = path if "://" in path else settings.SITE_URL + path
    return WalletCard(
        title=page.title,
        name=guide.name,
        lines=_lines(guide),
        advice=(
            _("Actele rămân la mine: le arăt, nu le las."),
            _("Dacă nu mă lasă cineva să plec, sun la 112."),
            _("Pot cere ajutor oricând, orice aș fi semnat."),
        ),
        address=address,
        short_address=address.split("//")[-1],
        as_of=guide.today,
    )


def _lines(guide: Guide) -> tuple[CardLine, ...]:
    lines = [CardLine("112", "112", _("pericol: poliție, ambulanță"))]
    for row in (guide.calls, guide.advice):
        for item in row.items:
            if item.phone and item.dial != "112":
                said = " · ".join(part for part in (item.name, item.note) if part)
                lines.append(CardLine(item.phone, item.dial, said or row.label))
    return tuple(lines[: MOST_LINES + 1])
