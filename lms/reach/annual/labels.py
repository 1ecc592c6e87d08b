"""The words of the printed report: section 4 and section 8, in the order of the year 2020."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.audiences import Audience
from lms.reach.counting.year import INFORMED, TRAINED
from lms.reach.enums import Qualifier

SECTION_4_LABELS = {
    "centre_rezidentiale": gettext_lazy("Beneficiari în centre rezidențiale (cu cazare)"),
    "centre_de_zi": gettext_lazy("Beneficiari în centre de zi"),
    "reintegrare_piata_muncii": gettext_lazy(
        "Beneficiari asistați în reintegrare și facilitare acces pe piața muncii"
    ),
    INFORMED: gettext_lazy("Persoane informate și prevenite în campanii de informare și prevenire"),
    "proceduri_penale": gettext_lazy("Beneficiari asistați pe parcursul procedurilor penale"),
    "repatriere": gettext_lazy("Beneficiari asistați în procedura de repatriere"),
    "consiliere": gettext_lazy("Beneficiari consiliați vocațional și psihologic"),
}


def indicator_label(indicator: str, year: int) -> str:
    """An indicator as it is printed; its code when nobody knows it."""
    if indicator == TRAINED:
        return _("Beneficiari direcți instruiți pe parcursul anului %(year)s") % {"year": year}
    return str(SECTION_4_LABELS.get(indicator, indicator))


def audience_label(audience: str) -> str:
    """A group that was trained; its code when nobody knows it."""
    if not audience:
        return _("grup-țintă nespecificat")
    return str(dict(Audience.choices).get(audience, audience))


def qualifier_label(qualifier: str | None) -> str:
    """How exact a declared figure is."""
    return str(dict(Qualifier.choices).get(qualifier or Qualifier.EXACT, qualifier))
