"""Choices of trainings."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TrainingKind(TextChoices):
    """What a programme is about. Values stand in import files and exports; never renamed."""

    AWARENESS = "constientizare", _("informare și conștientizare asupra fenomenului")
    DETECTION = "detectare", _("detectarea și notificarea cazurilor")
    TRAUMA = (
        "trauma",
        _("înțelegerea impactului traumei asupra victimelor și asupra celor care lucrează cu ele"),
    )
    TEACHING = "predare", _("predarea planurilor de lecție ale platformei")


# One word or two, where the whole name has no room, and the shape that stands beside the colour.
SHORT_NAMES = {
    TrainingKind.AWARENESS: _("Conștientizare"),
    TrainingKind.DETECTION: _("Detectare și notificare"),
    TrainingKind.TRAUMA: _("Traumă și grijă"),
    TrainingKind.TEACHING: _("Predare la clasă"),
}
SHAPES = {
    TrainingKind.AWARENESS: "circle",
    TrainingKind.DETECTION: "triangle",
    TrainingKind.TRAUMA: "hexagon",
    TrainingKind.TEACHING: "square",
}


class EventMode(TextChoices):
    """Where an event is held."""

    IN_PERSON = "in_person", _("față în față")
    ONLINE = "online", _("online")
    MIXED = "mixed", _("față în față și online")


class EventState(TextChoices):
    """Where an event stands. Only a closed one counts."""

    PLANNED = "planned", _("în pregătire")
    OPEN = "open", _("înscrieri deschise")
    CLOSED = "closed", _("încheiată")
    CANCELLED = "cancelled", pgettext_lazy("formare", "anulată")


# Nothing of such an event may change.
SETTLED_STATES = frozenset({EventState.CLOSED, EventState.CANCELLED})


class Enrolment(TextChoices):
    """Where a participant stands before the event."""

    ENROLLED = "enrolled", _("înscris")
    WAITING = "waiting", _("pe lista de așteptare")
    WITHDRAWN = "withdrawn", _("retras")


class ParticipantSource(TextChoices):
    """How a participant came onto the list."""

    FORM = "form", _("formularul de înscriere")
    TRAINER = "trainer", _("adăugat de formator")
    IMPORT = "import", _("din fișier")


class AttendanceSource(TextChoices):
    """How the presence of a participant became known."""

    LIST = "list", _("bifat pe listă")
    QR = "qr", _("s-a înregistrat singur")
    IMPORT = "import", _("din fișier")


class RequestState(TextChoices):
    """Where a request for a training stands."""

    NEW = "new", _("nouă")
    TAKEN = "taken", _("preluată")
    PLANNED = "planned", _("formare planificată")
    DECLINED = "declined", _("nu se poate")


class AdultAge(TextChoices):
    """Age bands of the common indicators of the European Social Fund Plus."""

    BELOW_18 = "below_18", _("sub 18 ani")
    AGES_18_29 = "18-29", _("18–29 de ani")
    AGES_30_54 = "30-54", _("30–54 de ani")
    AGES_55_UP = "55+", _("55 de ani și peste")


class Gender(TextChoices):
    """As the common indicators of the European Social Fund Plus count it."""

    WOMAN = "woman", _("femeie")
    MAN = "man", _("bărbat")
    NON_BINARY = "nonbinar", _("persoană nonbinară")


class FacilitatorStep(TextChoices):
    """What was decided of a facilitator."""

    NAMED = "named", _("numit")
    PROLONGED = "prolonged", _("prelungit")
    ENDED = "ended", _("încheiat")


class CertificateState(TextChoices):
    """What a check of a certificate says."""

    VALID = "valid", _("valabilă")
    REPLACED = "replaced", _("înlocuită")
    REVOKED = "revoked", _("retrasă")
    # The list was corrected after it was issued; who has earned it after all gets a new one.
    UNEARNED = "unearned", _("retrasă: prezența a fost corectată")


class QuestionnairePart(TextChoices):
    """When the questions of an event are answered."""

    BEFORE = "before", _("înainte")
    AFTER = "after", _("după")


class Pace(TextChoices):
    """How quickly an event went."""

    SLOW = "slow", _("prea încet")
    RIGHT = "right", _("potrivit")
    FAST = "fast", _("prea repede")


class WillUse(TextChoices):
    """Whether somebody will use what they learned."""

    YES = "yes", _("da")
    PARTLY = "partly", _("o parte")
    NO = "no", _("nu")


class CommentKind(TextChoices):
    """What free words of an evaluation are about."""

    KEEP = "keep", _("ce să păstrăm")
    CHANGE = "change", _("ce să schimbăm")
