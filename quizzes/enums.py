"""Kinds of questions, and sets of them with names. Values are stored; labels are for editors."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """How a question is answered."""

    SINGLE = "single", _("o singură variantă")
    MULTIPLE = "multiple", _("mai multe variante")
    TRUE_FALSE = "true_false", _("adevărat sau fals")
    ORDER = "order", _("pune în ordine")
    MATCH = "match", _("potrivește perechile")
    FILL = "fill", _("completează din listă")
    SCALE = "scale", _("scală, fără răspuns potrivit")
    BRANCHING = "branching", _("poveste cu alegeri")
    FREE_TEXT = "free_text", _("text liber, rămâne pe dispozitiv")


# Kinds with a right answer: only these have a score and stand in the item analysis.
MARKED_KINDS = frozenset(
    {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.ORDER, Kind.MATCH, Kind.FILL}
)
# Kinds answered by one press.
ONE_PRESS_KINDS = frozenset({Kind.SINGLE, Kind.TRUE_FALSE, Kind.SCALE})
# Kinds answered by choosing something for each of several places.
PLACE_KINDS = frozenset({Kind.ORDER, Kind.MATCH, Kind.FILL})


class ScoredBy(TextChoices):
    """Whose word a score of an activity is."""

    SERVER = "server", _("socotit de site din răspunsuri")
    CLIENT = "client", _("spus de activitate")


class Trouble(TextChoices):
    """Why a response cannot be taken. The label is said to a pupil."""

    EMPTY = "empty", _("Alege un răspuns, apoi apasă din nou.")
    INCOMPLETE = "incomplete", _("Mai este un loc gol. Completează-l, apoi apasă din nou.")
    REPEATED = "repeated", _("Același loc apare de două ori. Alege câte un loc pentru fiecare.")
    UNKNOWN = "unknown", _("Răspunsul nu a ajuns întreg. Alege încă o dată.")
