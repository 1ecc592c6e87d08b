"""The list of programmes and the programme: what a trainer trains from."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from lms.core.models import BasePage
from lms.core.text import lines
from lms.training import panels
from lms.training.durations import duration_label
from lms.training.enums import SHAPES, SHORT_NAMES, TrainingKind
from media.blocks import RICH_TEXT
from media.models import StoryPage
from quizzes.models import Quiz

ONE_A_LINE = _("Câte unul pe fiecare rând.")
# Addresses beside those of programmes: a page with one of these slugs could not be reached.
RESERVED_SLUGS = frozenset(
    {
        "anul", "cascada", "cerere", "cereri", "chestionar", "conditii", "e", "evenimente",
        "facilitator", "inscriere", "nou", "parere", "prezent",
    }
)  # fmt: skip


class ProgrammeIndexPage(BasePage):
    """The list of programmes. It is made by an ordinary view."""

    intro = models.CharField(_("introducere"), max_length=300, blank=True)

    content_panels = panels.INDEX
    max_count_per_parent = 1
    subpage_types = ["training.ProgrammePage"]

    class Meta:
        verbose_name = _("lista programelor de formare")
        verbose_name_plural = _("liste ale programelor de formare")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]


class ProgrammeQuerySet(PageQuerySet):
    """Programmes as readers meet them."""

    def offered(self) -> "ProgrammeQuerySet":
        """Published programmes that everybody may read, each once: an alias stands in the page
        tree a second time and is the same programme."""
        return self.live().public().filter(alias_of__isnull=True)


class ProgrammePage(StoryPage):
    """A programme with everything that a trainer needs on the day."""

    # What it is
    kind = models.CharField(_("tema"), max_length=14, choices=TrainingKind.choices, db_index=True)
    duration = models.PositiveSmallIntegerField(
        _("durata (minute)"),
        validators=[MinValueValidator(30)],
        help_text=_("Fără pauza de masă. Minutele din agendă adună exact atât."),
    )
    certificate_share = models.PositiveSmallIntegerField(
        _("prezență cerută pentru adeverință (%)"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Partea din ore la care cineva trebuie să fie de față."),
    )
    summary = models.CharField(_("pe scurt"), max_length=300)
    outcomes = models.TextField(
        _("la final, participanții pot"),
        help_text=_("De la trei la cinci, câte unul pe fiecare rând."),
    )
    for_whom = RichTextField(_("pentru cine este"), features=RICH_TEXT)
    takeaways = models.TextField(_("ce primesc participanții"), help_text=ONE_A_LINE)
    content_note = models.TextField(_("notă despre conținut"))
    licence = models.CharField(_("licență"), max_length=40, default="CC BY-SA 4.0")
    # What participants are asked before and after: docs/decisions/0016.
    questionnaire = models.ForeignKey(
        Quiz,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="programmes",
        verbose_name=_("chestionarul de dinainte și de după"),
        help_text=_(
            "Un test din „Verifică-te”. Participanții răspund la aceleași întrebări înainte și "
            "după, fără nume. Intră întrebările cu o variantă, cu mai multe variante, adevărat "
            "sau fals și scalele."
        ),
    )
    risk_signs = models.PositiveSmallIntegerField(
        _("câte semne de risc să numească un participant"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
        help_text=_(
            "Se numără la întrebările bancii marcate „variantele potrivite sunt semne de risc”."
        ),
    )
    # The trainer's part
    trainer_needs = models.TextField(_("ce îi trebuie formatorului"), help_text=ONE_A_LINE)
    guide = RichTextField(
        _("ghidul formatorului"),
        features=RICH_TEXT,
        help_text=_("Nu apare pe pagina publică. Îl citesc formatorii intrați în cont."),
    )

    objects = PageManager.from_queryset(ProgrammeQuerySet)()
    # Beside the story and the agenda: the texts in which a figure may be named by its token. What
    # the public reads comes first; the guide's sources stand with the guide.
    figure_fields = ("summary", "for_whom", "content_note")
    guide_fields = ("guide",)

    edit_handler = panels.PROGRAMME
    parent_page_types = ["training.ProgrammeIndexPage"]
    subpage_types: list[str] = []
    template = "training/programme.html"
    preview_modes = [("", _("pagina publică")), ("guide", _("ghidul formatorului"))]

    class Meta:
        verbose_name = _("program de formare")
        verbose_name_plural = _("programe de formare")
        permissions = [("read_trainers_part", "May read what is for trainers only")]
        constraints = [
            # Whoever writes it: above a hundred nobody would ever get a certificate.
            models.CheckConstraint(
                condition=models.Q(certificate_share__range=(1, 100)),
                name="certificate_share_is_a_percentage",
            ),
        ]

    @property
    def kind_name(self) -> str:
        """The kind in a word or two."""
        return str(SHORT_NAMES[TrainingKind(self.kind)])

    @property
    def kind_shape(self) -> str:
        """The shape that stands beside the kind's colour."""
        return SHAPES[TrainingKind(self.kind)]

    @property
    def hours(self) -> str:
        """ "4 ore"."""
        return duration_label(self.duration)

    @property
    def outcome_list(self) -> list[str]:
        """The outcomes, one an item."""
        return lines(self.outcomes)

    @property
    def takeaway_list(self) -> list[str]:
        """What participants get, one an item."""
        return lines(self.takeaways)

    @property
    def need_list(self) -> list[str]:
        """What the trainer needs, one an item."""
        return lines(self.trainer_needs)

    def save(self, *args: object, **kwargs: object) -> None:
        """Save it and let search know its parts: they are written after the page itself, which is
        when Wagtail looks for words."""
        super().save(*args, **kwargs)
        index.insert_or_update_object(self)

    def searchable_text(self) -> list[str]:
        """All that the public page says; never the guide."""
        texts = [self.summary, self.outcomes, str(self.get_kind_display())]
        texts += [str(row) for row in self.audiences.all()]
        return [*super().searchable_text(), *texts, *(item.title for item in self.agenda.all())]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        # Selectors read these models, so they can only be imported once the models exist.
        from lms.training.selectors import programme_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **programme_context(self)}

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "training/guide.html" if mode_name else super().get_preview_template(request, "")

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict:
        from lms.training.selectors import guide_context

        return guide_context(self) if mode_name else super().get_preview_context(request, "")

    def clean(self) -> None:
        """Check what a field says by itself; parts are checked by the programme's form."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Adresa este folosită de platformă. Alegeți alta.")})
        if not 3 <= len(self.outcome_list) <= 5:
            problem = _("Scrieți de la trei la cinci rezultate, câte unul pe fiecare rând.")
            raise ValidationError({"outcomes": problem})
