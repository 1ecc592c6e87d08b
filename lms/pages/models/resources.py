"""The library: guides, posters, research, standards."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from lms.core.audiences import Audience
from lms.core.constraints import only_known
from lms.core.enums import ContentLanguage
from lms.core.models import BasePage
from lms.pages.enums import ResourceKind
from media.models import ContentDocument, Recording, StoryPage

# The report has one figure for two groups; nobody writes for a figure.
READERS = [choice for choice in Audience.choices if choice[0] != Audience.POLICE_NOT_SPLIT]


class ResourceIndexPage(BasePage):
    """The list of the library."""

    intro = models.CharField(_("introducere"), max_length=300, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    max_count_per_parent = 1
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ResourcePage"]
    template = "pages/resources.html"

    class Meta:
        verbose_name = _("biblioteca de resurse")
        verbose_name_plural = _("biblioteci de resurse")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        # Selectors read these models, so they can only be imported once the models exist.
        from lms.pages.selectors.resources import resource_list

        context = super().get_context(request, *args, **kwargs)
        return {**context, "found": resource_list(self, request.GET)}


class ResourcePage(StoryPage):
    """Something to read, print or show, with who published it and on what terms."""

    class Feature(models.TextChoices):
        NONE = "", _("nimic")
        HELPLINE_POSTER = "linii", _("afișul cu liniile de ajutor, mereu la zi")

    kind = models.CharField(_("fel"), max_length=9, choices=ResourceKind.choices)
    summary = models.CharField(_("pe scurt"), max_length=240)
    language = models.CharField(
        _("limba"), max_length=3, choices=ContentLanguage.choices, default=ContentLanguage.ROMANIAN
    )
    year = models.PositiveSmallIntegerField(
        _("anul apariției"), validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    publisher = models.CharField(_("publicat de"), max_length=160)
    licence = models.CharField(_("licență"), max_length=40, default="CC BY-SA 4.0")
    feature = models.CharField(
        _("făcut de platformă"), max_length=10, choices=Feature.choices, blank=True, default=""
    )

    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        InlinePanel("audiences", label=_("Grup-țintă"), heading=_("Pentru cine este")),
        MultiFieldPanel(
            [
                FieldPanel("publisher"),
                FieldRowPanel([FieldPanel("year"), FieldPanel("licence")]),
            ],
            heading=_("Cine a publicat-o"),
        ),
        InlinePanel("files", label=_("Fișier"), heading=_("Fișiere din bibliotecă")),
        FieldPanel("feature"),
        FieldPanel("body"),
    ]
    parent_page_types = ["pages.ResourceIndexPage"]
    subpage_types: list[str] = []
    template = "pages/resource.html"

    class Meta:
        verbose_name = _("resursă")
        verbose_name_plural = _("resurse")

    def searchable_text(self) -> list[str]:
        texts = [self.summary, self.publisher, str(self.get_kind_display())]
        files = [file.title for file in self.files.all()]
        return [*super().searchable_text(), *texts, *files]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        from lms.pages.selectors.resources import resource_context

        context = super().get_context(request, *args, **kwargs)
        # Not `full_url`, which asks the shared cache for the roots of all sites.
        address = f"{settings.SITE_URL}{request.path}"
        return {**context, **resource_context(self), "address": address}


class ResourceAudience(Orderable):
    """One group that a resource is for."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="audiences")
    audience = models.CharField(_("grup-țintă"), max_length=22, choices=READERS)

    panels = [FieldPanel("audience")]

    class Meta(Orderable.Meta):
        verbose_name = _("grup-țintă al unei resurse")
        verbose_name_plural = _("grupuri-țintă ale resurselor")
        constraints = [
            # Two editors at once must not name one group twice.
            models.UniqueConstraint(fields=["page", "audience"], name="reader_once_per_resource"),
            only_known("audience", Audience, name="resource_audience_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.get_audience_display())


class ResourceFile(Orderable):
    """A document or a recording of the media library that belongs to a resource."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(_("titlu"), max_length=120)
    document = models.ForeignKey(
        ContentDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )
    recording = models.ForeignKey(
        Recording,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("înregistrare"),
    )

    panels = [FieldPanel("title"), FieldPanel("document"), FieldPanel("recording")]

    class Meta(Orderable.Meta):
        verbose_name = _("fișier al unei resurse")
        verbose_name_plural = _("fișiere ale resurselor")
        constraints = [
            # Whoever writes it: a file that is neither has nothing to open.
            models.CheckConstraint(
                condition=Q(document__isnull=True) ^ Q(recording__isnull=True),
                name="resource_file_is_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Raise ValidationError unless it is one document or one recording."""
        super().clean()
        if bool(self.document_id) == bool(self.recording_id):
            raise ValidationError({"document": _("Alegeți un document sau o înregistrare.")})
