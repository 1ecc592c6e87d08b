"""What the scripts of saved modules and packs say, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.enums import Trouble

# What Intl.PluralRules calls the forms of a number, with a number of each; English has two.
FORMS = {"one": 1, "few": 2, "other": 20}


def quiz_words() -> dict[str, str]:
    """What is said of an answer: the words of `quizzes.remarks` and of the question's templates."""
    return {
        "done": _("Ai terminat pasul acesta."),
        "choice": _("Alegerea ta"),
        "all": _("Da, toate se potrivesc."),
        "almost": _("Ești aproape. Mai gândește-te la ce a rămas."),
        "think": _("Mai gândește-te."),
        "fits": _("se potrivește"),
        "order": _("locul potrivit este acesta"),
        "match": _("perechea potrivită este aceasta"),
        "notYet": _("încă nu"),
        "fill": _("aici se potrivește acest cuvânt"),
        "missed": _("se potrivea și aceasta"),
        "chosen": _("Ai ales:"),
        "back": _("Înapoi la alegerea dinainte"),
        "anew": _("Ia povestea de la capăt"),
        "again": _("Răspunde din nou"),
        **{trouble.value: str(trouble.label) for trouble in Trouble},
    }


def queue_words() -> dict[str, str | dict[str, str]]:
    """What is said of answers that wait for the network; "#" stands for their number."""
    return {
        "waiting": {form: _waiting(number) for form, number in FORMS.items()},
        "late": {form: _late(number) for form, number in FORMS.items()},
        "arrived": _("Răspunsurile tale au ajuns."),
    }


def _waiting(n: int) -> str:
    text = ngettext("%(n)d răspuns de trimis", "%(n)d răspunsuri de trimis", n) % {"n": n}
    return text.replace(str(n), "#", 1)


def _late(n: int) -> str:
    text = ngettext(
        "Ora s-a încheiat înainte să ajungă %(n)d răspuns. Ce ai învățat rămâne al tău.",
        "Ora s-a încheiat înainte să ajungă %(n)d răspunsuri. Ce ai învățat rămâne al tău.",
        n,
    )
    return (text % {"n": n}).replace(str(n), "#", 1)
