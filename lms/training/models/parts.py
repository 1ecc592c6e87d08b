"""The parts of a programme: for whom it is, its agenda, its materials."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from lms.core.audiences import Audience
from lms.core.constraints import only_known
from media.blocks import RICH_TEXT
from media.models import ContentDocument

PROGRAMME = "training.ProgrammePage"
# The presentation of 2020 has one figure for two groups; nobody writes a programme for a figure.
WRITTEN_FOR = [choice for choice in Audience.choices if choice[0] != Audience.POLICE_NOT_SPLIT]


class ProgrammeAudience(Orderable):
    """One profession or group that a programme is written for."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="audiences")
    audience = models.CharField(_("grup-țintă"), max_length=22, choices=WRITTEN_FOR)

    panels = [FieldPanel("audience")]

    class Meta(Orderable.Meta):
        constraints = [
            # Two editors at once must not name one group twice: the list would count it twice.
            models.UniqueConstraint(
                fields=["programme", "audience"], name="audience_once_per_programme"
            ),
            only_known("audience", Audience, name="programme_audience_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.get_audience_display())


class AgendaItem(Orderable):
    """A timed part of a programme. The minutes of all add up to its duration."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="agenda")
    minutes = models.PositiveSmallIntegerField(_("minute"), validators=[MinValueValidator(1)])
    title = models.CharField(_("titlu"), max_length=120)
    body = RichTextField(
        _("ce se întâmplă"),
        features=RICH_TEXT,
        help_text=_(
            "Activitatea și întrebările, nu numai subiectul. Se citește pe pagina publică."
        ),
    )

    panels = [
        FieldRowPanel([FieldPanel("minutes"), FieldPanel("title")]),
        FieldPanel("body"),
    ]

    def __str__(self) -> str:
        return self.title


class ProgrammeMaterial(Orderable):
    """A document of a programme: for everybody, or for trainers only."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="materials")
    document = models.ForeignKey(
        ContentDocument, models.PROTECT, related_name="+", verbose_name=_("document")
    )
    title = models.CharField(_("titlu"), max_length=120)
    trainers_only = models.BooleanField(
        _("numai formatori"),
        default=False,
        help_text=_(
            "Pagina publică spune că materialul există; îl deschid numai formatorii intrați în "
            "cont. Încărcați documentul în colecția „Numai formatori”."
        ),
    )

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("title"), FieldPanel("trainers_only")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            # One document twice in a programme could be open in one place and kept in the other.
            models.UniqueConstraint(
                fields=["programme", "document"], name="document_once_per_programme"
            ),
        ]

    def __str__(self) -> str:
        return self.title
