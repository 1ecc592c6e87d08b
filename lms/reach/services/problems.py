"""What can stand in the way of a decision about a period."""

from django.utils.translation import gettext as _


class PeriodProblem(Exception):  # noqa: N818 - named as people say it
    """A decision about a period that was not taken; its text says what to do."""


class PeriodMovedOn(PeriodProblem):
    """Somebody decided since the page was opened; nothing was changed."""

    def __str__(self) -> str:
        return _(
            "Altcineva a schimbat perioada între timp. Nu s-a salvat nimic: uitați-vă cum este "
            "acum și decideți din nou."
        )


class NotInThisState(PeriodProblem):
    """The step does not follow from where the period stands."""

    def __str__(self) -> str:
        return _(
            "Pasul acesta nu este posibil în starea în care se află perioada. Nu s-a schimbat "
            "nimic: reîncărcați pagina și alegeți pasul următor."
        )


class ReasonNeeded(PeriodProblem):
    """Reopening, and every version after the first, say why."""

    def __str__(self) -> str:
        return _("Scrieți motivul: rămâne în istoricul perioadei.")
