"""What the rules' reasons and the statuses mean, in words for the person who registered."""

from django.utils.translation import gettext_lazy as _

from lms.classrooms.enums import Doubt, Quarantine, Status

# Shown at entry: what it is, what follows, what to do.
QUARANTINE_TEXTS = {
    Quarantine.UNKNOWN_SCHOOL: _(
        "Școala nu este încă în listă. Sesiunea se păstrează și se numără după ce secretariatul "
        "găsește școala."
    ),
    Quarantine.FUTURE_DATE: _(
        "Data este după ziua înregistrării. Sesiunea se păstrează, dar nu se numără până nu "
        "corectați data."
    ),
    Quarantine.NOBODY: _(
        "Nu este niciun elev și niciun adult. Sesiunea se păstrează, dar nu se numără până nu "
        "corectați cifrele."
    ),
    Quarantine.TOO_MANY: _(
        "Sunt peste 60 de elevi într-un grup care nu este adunare. Sesiunea se păstrează, dar nu "
        "se numără până la o corectură. Dacă au fost mai multe clase, alegeți la „Mai multe” "
        "tipul „adunare” sau înregistrați fiecare clasă separat."
    ),
}
DOUBT_TEXTS = {
    Doubt.MANY_PUPILS: _(
        "Sunt peste 40 de elevi, mult pentru o clasă. Dacă au fost mai multe clase, schimbați "
        "tipul grupului la „Mai multe”."
    ),
    Doubt.NOT_FOR_ASSEMBLY: _(
        "Sunt peste 40 de elevi, iar lecția este gândită pentru o singură clasă: într-un grup "
        "mare elevii nu pot vorbi în siguranță."
    ),
    Doubt.SHORT: _("Durata este sub 20 de minute."),
    Doubt.LONG: _("Durata este peste 240 de minute."),
    Doubt.LATE: _("Au trecut peste 90 de zile de la sesiune."),
    Doubt.WEEKEND: _("Data este într-o sâmbătă sau duminică, iar sesiunea a fost față în față."),
}
DUPLICATE_TEXT = _(
    "Există deja o sesiune cu aceeași școală, clasă, lecție și dată. Dacă o trimiteți și pe "
    "aceasta, o păstrăm, dar se numără una singură până când organizația sau secretariatul "
    "confirmă că au fost două ore diferite."
)
STATUS_TEXTS = {
    Status.DRAFT: _("Este o ciornă și nu se numără."),
    Status.UNCONFIRMED: _(
        "Așteaptă confirmarea. Se numără după ce deschideți linkul din e-mail sau după ce o "
        "acceptă organizația ori secretariatul."
    ),
    Status.REPORTED: _("Este înregistrată și se numără în raport."),
    Status.VERIFIED: _("Este înregistrată, verificată și se numără în raport."),
    Status.REJECTED: _(
        "A fost returnată și nu se numără. Corectați ce lipsește și intră din nou la rând."
    ),
    Status.VOID: _("Este anulată și nu se numără. Ce s-a scris rămâne în istoric."),
}
BADGES = {
    Status.DRAFT: "plain",
    Status.UNCONFIRMED: "warning",
    Status.REPORTED: "success",
    Status.VERIFIED: "success",
    Status.REJECTED: "error",
    Status.VOID: "plain",
}
