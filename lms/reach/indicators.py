"""The registry of indicators: what is counted, in which unit, by which rule.

Everything that names a figure asks here: the report, its exports, targets, the page on the method
and `docs/how-reach-is-counted.md`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.reach.counting import YearReport
from lms.reach.counting.year import INFORMED, TRAINED

Text = str | Promise


class Unit(TextChoices):
    """What a figure counts. Figures of different units are never added."""

    PEOPLE = "people", _("persoane")
    PUPILS = "pupils", _("elevi diferiți (estimat)")
    ADULTS = "adults", _("adulți")
    PARTICIPATIONS = "participations", _("participări")
    SESSIONS = "sessions", _("sesiuni")
    SCHOOLS = "schools", _("școli")
    TEACHERS = "teachers", _("profesori")
    TRAININGS = "trainings", _("formări")
    SEATS = "seats", _("locuri ocupate la formări")
    COMPLETERS = "completers", _("persoane online (estimare maximală)")
    COMPLETIONS = "completions", _("participări online")


class Level(TextChoices):
    """What a figure says: what was done, or what it did to people."""

    OUTPUT = "output", _("realizare")
    OUTCOME = "outcome", _("rezultat")


class PrintedIndicator(TextChoices):
    """The eight figures of the printed report; values stand in import files."""

    RESIDENTIAL = "centre_rezidentiale", _("Beneficiari în centre rezidențiale (cu cazare)")
    DAY_CENTRES = "centre_de_zi", _("Beneficiari în centre de zi")
    REINTEGRATION = (
        "reintegrare_piata_muncii",
        _("Beneficiari asistați în reintegrare și facilitare acces pe piața muncii"),
    )
    INFORMED = (
        INFORMED,
        _("Persoane informate și prevenite în campanii de informare și prevenire"),
    )
    PROCEEDINGS = (
        "proceduri_penale",
        _("Beneficiari asistați pe parcursul procedurilor penale"),
    )
    REPATRIATION = "repatriere", _("Beneficiari asistați în procedura de repatriere")
    COUNSELLING = "consiliere", _("Beneficiari consiliați vocațional și psihologic")
    TRAINED = TRAINED, _("Beneficiari direcți instruiți pe parcursul anului {an}")

    def printed(self, year: int) -> str:
        """The wording of the year's report."""
        return str(self.label).replace("{an}", str(year))


# What only members declare: no record of the platform feeds these.
ASSISTANCE = tuple(
    indicator
    for indicator in PrintedIndicator
    if indicator not in (PrintedIndicator.INFORMED, PrintedIndicator.TRAINED)
)


class DifferentUnits(TypeError):  # noqa: N818 - named as people say it
    """Figures of different units were to be added."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """`rule` is one sentence; `count` takes the counted year and gives the figure."""

    key: str
    name: Text
    unit: Unit
    level: Level
    rule: Text
    count: Callable[[YearReport], int]

    @property
    def heading(self) -> str:
        """The name where no year is spoken of."""
        return str(self.name).replace("{an}", "…")


def _assistance(indicator: PrintedIndicator) -> Indicator:
    return Indicator(
        key=indicator.value,
        name=indicator.label,
        unit=Unit.PEOPLE,
        level=Level.OUTCOME,
        rule=_("Suma cifrelor declarate de organizațiile membre pentru acest an."),
        count=lambda report: report.declared.totals.get(indicator.value, 0),
    )


_PRINTED = {
    PrintedIndicator.INFORMED: Indicator(
        INFORMED,
        PrintedIndicator.INFORMED.label,
        Unit.PEOPLE,
        Level.OUTPUT,
        _(
            "Elevi diferiți și adulți din sesiunile la clasă, persoane online, persoane la care "
            "au ajuns campaniile și cifre declarate în plus; se arată întotdeauna cu aceste părți."
        ),
        lambda report: report.informed.total,
    ),
    PrintedIndicator.TRAINED: Indicator(
        TRAINED,
        PrintedIndicator.TRAINED.label,
        Unit.PEOPLE,
        Level.OUTPUT,
        _(
            "Persoane diferite de pe listele de prezență, participanții numărați la fața locului "
            "și cifrele declarate în plus."
        ),
        lambda report: report.trained,
    ),
}
PRINTED: tuple[Indicator, ...] = tuple(
    _PRINTED.get(indicator) or _assistance(indicator) for indicator in PrintedIndicator
)

COUNTED: tuple[Indicator, ...] = (
    Indicator(
        "participari",
        _("Participări ale elevilor"),
        Unit.PARTICIPATIONS,
        Level.OUTPUT,
        _(
            "Suma elevilor prezenți la sesiunile numărate; un elev la două lecții se numără "
            "de două ori."
        ),
        lambda report: report.sessions.contacts.pupils,
    ),
    Indicator(
        "elevi_diferiti",
        _("Elevi diferiți (estimat)"),
        Unit.PUPILS,
        Level.OUTPUT,
        _(
            "Din fiecare clasă, urmărită în același ciclu, se ia sesiunea numărată cu cei mai "
            "mulți elevi."
        ),
        lambda report: report.sessions.unique_pupils.pupils,
    ),
    Indicator(
        "adulti",
        _("Adulți la sesiunile la clasă"),
        Unit.ADULTS,
        Level.OUTPUT,
        _("Adulții prezenți la sesiunile numărate; nu se adună niciodată la elevi."),
        lambda report: report.sessions.contacts.adults,
    ),
    Indicator(
        "sesiuni",
        _("Sesiuni la clasă"),
        Unit.SESSIONS,
        Level.OUTPUT,
        _("Sesiunile raportate sau verificate, fără cele în carantină și fără dubluri."),
        lambda report: report.sessions.contacts.sessions,
    ),
    Indicator(
        "scoli",
        _("Școli"),
        Unit.SCHOOLS,
        Level.OUTPUT,
        _("Școlile diferite ale sesiunilor numărate."),
        lambda report: report.sessions.schools,
    ),
    Indicator(
        "profesori",
        _("Profesori"),
        Unit.TEACHERS,
        Level.OUTPUT,
        _(
            "Profesorii diferiți ai sesiunilor numărate, recunoscuți după un cod care nu spune "
            "cine sunt."
        ),
        lambda report: report.sessions.teachers,
    ),
    Indicator(
        "persoane_online",
        _("Persoane online"),
        Unit.COMPLETERS,
        Level.OUTPUT,
        _(
            "Cine a parcurs cel puțin un modul, fără cei dintr-o clasă numărată ca sesiune; "
            "estimare maximală."
        ),
        lambda report: report.sessions.online.online.completers,
    ),
    Indicator(
        "participari_online",
        _("Participări online"),
        Unit.COMPLETIONS,
        Level.OUTPUT,
        _("Modulele parcurse până la capăt; un om la două module se numără de două ori."),
        lambda report: report.sessions.online.online.completions,
    ),
    Indicator(
        "formari",
        _("Formări"),
        Unit.TRAININGS,
        Level.OUTPUT,
        _("Formările raportate sau verificate, ținute în acest an."),
        lambda report: report.trainings.whole.trainings,
    ),
    Indicator(
        "locuri_formari",
        _("Participări la formări"),
        Unit.SEATS,
        Level.OUTPUT,
        _("Locurile ocupate la formări; cine vine la două formări ocupă două locuri."),
        lambda report: report.trainings.whole.seats,
    ),
)
INDICATORS: dict[str, Indicator] = {one.key: one for one in (*PRINTED, *COUNTED)}


def add_up(indicators: Iterable[Indicator], report: YearReport) -> int:
    """The sum of figures of one unit. Raises DifferentUnits for any other."""
    wanted = list(indicators)
    units = {indicator.unit for indicator in wanted}
    if len(units) > 1:
        names = ", ".join(sorted(units))
        raise DifferentUnits(f"figures of different units are never added: {names}")
    return sum(indicator.count(report) for indicator in wanted)
