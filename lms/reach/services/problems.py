"""What can stand in the way of a decision about a period."""

from django.utils.translation import gettext as _


class PeriodProblem(Exception):  # noqa: N818 - named as people say it
    """A decision about a period or its figures that was not taken; its text says what to do."""


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


class NotWritable(PeriodProblem):
    """The organisation's figures are sent, or the period is closed for it."""

    def __str__(self) -> str:
        return _(
            "Cifrele acestui an nu se pot schimba acum: sunt trimise sau perioada s-a închis. Nu "
            "s-a salvat nimic. Luați înapoi ce ați trimis sau scrieți secretariatului."
        )


class NotAMember(PeriodProblem):
    """The organisation was no member in that year."""

    def __str__(self) -> str:
        return _(
            "Organizația nu a fost membră în acest an, deci nu poate trimite cifre. Dacă datele "
            "de membru sunt greșite, scrieți secretariatului."
        )


class FigureMovedOn(PeriodProblem):
    """Somebody said something else of the figure since the page was opened."""

    def __str__(self) -> str:
        return _(
            "Un coleg a schimbat cifra între timp. Nu s-a salvat nimic: uitați-vă cum este acum "
            "și decideți din nou."
        )


class AlreadyDeclared(PeriodProblem):
    """The organisation has this very figure for the year."""

    def __str__(self) -> str:
        return _(
            "Organizația are deja această cifră pentru anul acesta. Deschideți-o și schimbați-o."
        )


class FiguresMissing(PeriodProblem):
    """Zero must be said: some figures of the report are not declared."""

    def __str__(self) -> str:
        return _("Mai lipsesc cifre. Scrieți-le pe toate; unde nu a fost nimeni, scrieți zero.")


class FiguresReturned(PeriodProblem):
    """A returned figure waits for an answer."""

    def __str__(self) -> str:
        return _(
            "O cifră returnată nu a fost încă schimbată. Deschideți-o, corectați-o sau explicați "
            "la sursă de ce este bună, apoi trimiteți din nou."
        )


class OwnFigure(PeriodProblem):
    """Whoever said it does not verify it."""

    def __str__(self) -> str:
        return _(
            "Ați scris chiar dumneavoastră această cifră, așa că o verifică altcineva din "
            "secretariat."
        )
