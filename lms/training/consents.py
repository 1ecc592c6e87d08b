"""What people agree to when they give their data, by purpose and version.

The words are read before the form is sent; which version of them was agreed to is kept with the
data. A change of the words is a new version.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

CONSENT_VERSION = "2026-11"
# How long names and addresses of participants are kept after their last sitting, and those of who
# asked for a training: the 24 months of the words below. What a certificate's check page needs
# stays.
KEPT_DAYS = 730


@dataclass(frozen=True)
class Purpose:
    """One purpose of asking: its short name and what is said of it."""

    key: str
    name: object
    text: object
    required: bool


TAKING_PART = Purpose(
    "participare",
    _("Participarea și adeverința"),
    _(
        "Folosim numele, adresa de e-mail, instituția și județul ca să vă rezervăm locul, să vă "
        "scriem despre formare și să vă dăm adeverința. Nu le dăm nimănui din afara "
        "organizatorilor. Le ștergem după 24 de luni, iar dumneavoastră le puteți vedea și șterge "
        "oricând, din linkul primit pe e-mail."
    ),
    required=True,
)
FUNDERS = Purpose(
    "finantatori",
    _("Cifrele pentru finanțatori"),
    _(
        "Unii finanțatori cer câți participanți sunt de fiecare vârstă și gen. Dacă sunteți de "
        "acord, le spunem numai cifre, niciodată nume."
    ),
    required=False,
)
ASKING = Purpose(
    "cerere",
    _("Cererea de formare"),
    _(
        "Folosim numele, adresa și telefonul numai ca să vă răspundem la cerere. Le văd "
        "secretariatul și organizația care preia cererea, iar după 24 de luni le ștergem."
    ),
    required=True,
)
