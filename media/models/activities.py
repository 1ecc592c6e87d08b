"""Activities: content made elsewhere (H5P), under an identity that outlives its file."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from lms.core.constraints import only_known
from lms.core.enums import ContentLanguage
from media.h5p.naming import LibraryName
from media.models.libraries import LibraryBundle


class Activity(index.Indexed, models.Model):
    """What pages, results and links point at. Which file plays is `shown`, and may be replaced."""

    # Public, so nothing can be counted by it; made with the form, so sending twice is adding once.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("titlu"), max_length=255)
    language = models.CharField(_("limba"), max_length=5, choices=ContentLanguage.choices)
    alternative_text = models.CharField(
        _("ce face cititorul aici"),
        max_length=255,
        help_text=_("O frază, pentru cine hotărăște dacă deschide și pentru cine nu vede ecranul."),
    )
    twin = models.TextField(
        _("varianta în text"),
        blank=True,
        help_text=_(
            "Pentru cine nu poate deschide activitatea și pentru tipar. Gol: se scrie singură din "
            "conținut, unde felul activității o permite."
        ),
    )
    # The newest revision whose libraries may all run; a newer one that waits does not replace it.
    shown = models.ForeignKey(
        "ActivityRevision", models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    made_at = models.DateTimeField(_("adăugată la"), auto_now_add=True)

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("activitate")
        verbose_name_plural = _("activități")
        constraints = [
            only_known("language", ContentLanguage, name="activity_language_is_known"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def text(self) -> str:
        """The activity as text: the editor's, or what the content itself tells."""
        return self.twin or (self.shown.told if self.shown else "")

    @property
    def is_ready(self) -> bool:
        """Whether a page may show it: it can play, and who cannot play it can read it."""
        return self.shown is not None and bool(self.text)


class ActivityRevision(models.Model):
    """One file of an activity. Results name the revision that they were reached in."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("versiunea"))
    # "H5P.MultiChoice 1.16"
    main_library = models.CharField(_("felul"), max_length=270)
    package_sha256 = models.CharField(max_length=64)
    # h5p.json as it was sent: title, authors, licence, source.
    manifest = models.JSONField()
    # Path inside content/ to [SHA-256, bytes].
    files = models.JSONField()
    # Other hosts that the content calls; the player calls none. Those that libraries name in their
    # code, mostly in remarks, are told with each library.
    hosts = models.JSONField(default=list)
    licences = models.JSONField(default=list)
    size = models.PositiveBigIntegerField(_("mărime"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("încărcată de"),
    )
    uploaded_at = models.DateTimeField(_("încărcată la"), auto_now_add=True)
    # The rest is empty until all its libraries may run: their semantics say which HTML is right.
    # content.json, cleaned. Text and not JSON: a database may write JSON in another order.
    content = models.TextField(blank=True)
    told = models.TextField(blank=True)
    bundle = models.ForeignKey(
        LibraryBundle, models.PROTECT, null=True, blank=True, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["activity", "number"]
        verbose_name = _("versiune a unei activități")
        verbose_name_plural = _("versiuni ale activităților")
        constraints = [
            # Two editors who replace the file at once make two revisions, not one with two files.
            models.UniqueConstraint(
                fields=["activity", "number"], name="one_activity_revision_per_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} / {self.number}"

    @cached_property
    def needed(self) -> list[LibraryName]:
        """The libraries that it plays with, in the order of loading."""
        return [one.name for one in self.needs.all()]

    @property
    def digests(self) -> dict[str, str]:
        """Path inside content/ to SHA-256."""
        return {path: sha256 for path, (sha256, _size) in self.files.items()}


class NeededLibrary(models.Model):
    """A library that a revision needs, whether it is here or not."""

    revision = models.ForeignKey(ActivityRevision, models.CASCADE, related_name="needs")
    position = models.PositiveSmallIntegerField()
    machine_name = models.CharField(max_length=255)
    major = models.PositiveIntegerField()
    minor = models.PositiveIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["position"]
        verbose_name = _("bibliotecă necesară")
        verbose_name_plural = _("biblioteci necesare")
        constraints = [
            # A library loaded twice would declare itself twice.
            models.UniqueConstraint(
                fields=["revision", "machine_name", "major", "minor"],
                name="library_needed_once_per_revision",
            ),
        ]
        indexes = [
            models.Index(fields=["machine_name", "major", "minor"], name="revisions_by_library"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def name(self) -> LibraryName:
        """The name as contents write it."""
        return LibraryName(self.machine_name, self.major, self.minor)
