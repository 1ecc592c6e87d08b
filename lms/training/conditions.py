"""What somebody promises before downloading what is for trainers only, by version.

A change of the words is a new version, and everybody is asked again.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

CONDITIONS_VERSION = "2026-11"


@dataclass(frozen=True)
class Condition:
    """One promise: a name for it, and what it means."""

    name: object
    text: object


CONDITIONS = (
    Condition(
        _("Nu le dau mai departe"),
        _(
            "Fișierele sunt pentru mine. Nu le trimit, nu le public și nu le pun într-un spațiu "
            "comun, nici în instituția mea. Cine are nevoie de ele devine facilitator."
        ),
    ),
    Condition(
        _("Le folosesc numai la formări"),
        _(
            "Lucrez cu ele la formări pentru profesioniști, după programul pentru care "
            "m-am pregătit. Nu le arăt elevilor și nu le folosesc în scop comercial."
        ),
    ),
    Condition(
        _("Protejez poveștile victimelor"),
        _(
            "Nu adaug detalii, nu încerc să aflu cine este persoana, nu cer participanților "
            "să povestească ce au trăit. Dacă cineva îmi spune că este în pericol, urmez pașii "
            "din ghid."
        ),
    ),
    Condition(
        _("Șterg ciornele"),
        _(
            "După formare șterg copiile de lucru și notițele în care apare un caz. Când nu mai "
            "sunt facilitator, șterg și materialele."
        ),
    ),
    Condition(
        _("Spun de unde vin materialele"),
        _(
            "Numesc sursa, ProTECT și autorii, și nu schimb cifrele. Dacă găsesc o greșeală, scriu "
            "secretariatului."
        ),
    ),
)
