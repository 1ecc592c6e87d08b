"""What each operation of the API gives, for the page that explains it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.reach.api.routes import api

SENTENCES: dict[str, str | Promise] = {
    "links": _("Adresele de mai jos, ca linkuri."),
    "years": _("Anii, cu versiunile publicate ale fiecăruia."),
    "provisional": _("Anii fără raport publicat: cifre pe țară, de la începutul lunii, rotunjite."),
    "report": _("Ultima versiune publicată a unui an, întreagă."),
    "versions": _("Versiunile unui an: când și de ce au fost publicate, suma SHA-256."),
    "version": _("O versiune anume, exact cum a fost publicată; nu se schimbă niciodată."),
    "indicators": _("Ce numărăm: unitatea și regula fiecărui indicator."),
    "indicator": _("Un indicator, cu cifra din fiecare an publicat."),
    "organisations": _("Organizațiile membre și codurile lor."),
    "counties": _("Județele și codurile lor."),
}


@dataclass(frozen=True, slots=True)
class Operation:
    """One address; `opens` tells whether it can be opened as it is written."""

    path: str
    sentence: str | Promise
    opens: bool


def operations() -> Iterator[Operation]:
    """The operations in the order of the OpenAPI document."""
    for path, methods in api.get_openapi_schema()["paths"].items():
        name = methods["get"]["operationId"]
        yield Operation(path, SENTENCES[name], "{" not in path)
