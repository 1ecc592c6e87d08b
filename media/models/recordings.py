"""Video and audio of the library, their captions and their lighter copies."""

from uuid import uuid4

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtailmedia.models import AbstractMedia, MediaType

from lms.core.constraints import only_known
from lms.core.enums import AgeBand, ContentLanguage
from lms.core.text import first_free
from media.models.images import ContentImage
from media.recordings.enums import RenditionKind, RenditionState, TrackKind
from media.recordings.querysets import RecordingQuerySet


class Recording(AbstractMedia):
    """A video or a sound with everything that lets anybody follow it.

    `public_id` is in the addresses of its files, `slug` in that of its page: both stay when the
    file is replaced. What is known of the file is written by `media.recordings.services`.
    """

    # Pictures of the library stand for Wagtail's own thumbnail: they have a description.
    thumbnail = None

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=120, unique=True, editable=False)
    file = models.FileField(_("fișier"), upload_to="recordings", max_length=200)
    file_size = models.PositiveBigIntegerField(default=0, editable=False)
    file_hash = models.CharField(max_length=64, blank=True, editable=False)
    duration = models.FloatField(
        _("durata (secunde)"), validators=[MinValueValidator(0.1)], blank=True
    )
    summary = models.CharField(
        _("pe scurt"), max_length=240, blank=True, help_text=_("Despre ce este, într-o frază.")
    )
    language = models.CharField(
        _("limba"), max_length=3, choices=ContentLanguage.choices, default=ContentLanguage.ROMANIAN
    )
    age_band = models.CharField(_("vârsta"), max_length=6, choices=AgeBand.choices, db_index=True)
    silent = models.BooleanField(
        _("fără sunet"), default=False, help_text=_("Totul se înțelege din imagini și din text.")
    )
    poster = models.ForeignKey(
        ContentImage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("imaginea de început"),
        help_text=_("Ce se vede înainte de pornire. Gol: se ia din video."),
    )
    transcript = models.TextField(
        _("transcriere"),
        blank=True,
        help_text=_(
            "Tot ce se spune și ce se vede important, ca text. "
            "Un rând gol desparte paragrafele. Fără ea nu se poate publica."
        ),
    )
    credit = models.CharField(_("autor"), max_length=200, blank=True)
    licence = models.CharField(_("licență"), max_length=40, default="CC BY-SA 4.0")
    published = models.BooleanField(
        _("publicată"),
        default=False,
        help_text=_("Se publică numai cu transcriere, iar un video și cu subtitrări."),
    )

    objects = RecordingQuerySet.as_manager()
    search_fields = [
        *AbstractMedia.search_fields,
        index.SearchField("transcript"),
        index.FilterField("published"),
    ]
    admin_form_fields = (
        "title", "file", "collection", "duration", "summary", "language", "age_band", "silent",
        "poster", "transcript", "credit", "licence", "tags", "published",
    )  # fmt: skip

    class Meta(AbstractMedia.Meta):
        verbose_name = _("înregistrare")
        verbose_name_plural = _("înregistrări")
        constraints = [
            # Nobody must meet a published recording that a deaf or a blind reader cannot follow,
            # whatever wrote the row.
            models.CheckConstraint(
                condition=models.Q(published=False) | ~models.Q(transcript=""),
                name="published_recording_has_transcript",
            ),
            # Players and lists say how long it takes before anything is loaded.
            models.CheckConstraint(
                condition=models.Q(duration__gt=0), name="recording_lasts_some_time"
            ),
            only_known("type", MediaType, name="recording_type_is_known"),
            only_known("age_band", AgeBand, name="recording_age_band_is_known"),
            only_known("language", ContentLanguage, name="recording_language_is_known"),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        """Give a new recording its slug; a changed title leaves the address as it is."""
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        wanted = slugify(self.title)[:100] or "inregistrare"
        taken = set(
            Recording.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
        )
        return first_free(wanted, taken)

    @property
    def is_video(self) -> bool:
        """Whether there is something to see."""
        return self.type == MediaType.VIDEO

    @property
    def url(self) -> str:
        """The address of the file itself, whatever the storage."""
        return self.address_of(f"original.{self.file_extension.lower()}")

    @property
    def page_url(self) -> str:
        """The page of the recording, in the reader's language."""
        return reverse("recordings:one", args=[self.slug])

    def address_of(self, name: str) -> str:
        """The address of one of its files: a copy, a caption track, the transcript."""
        return reverse("media:recording", args=[self.public_id, name])


class CaptionTrack(models.Model):
    """What is said and heard, written in one language, as checked WebVTT."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="tracks")
    language = models.CharField(
        _("limba"), max_length=3, choices=ContentLanguage.choices, default=ContentLanguage.ROMANIAN
    )
    kind = models.CharField(
        _("fel"), max_length=9, choices=TrackKind.choices, default=TrackKind.CAPTIONS
    )
    text = models.TextField(_("subtitrările (WebVTT)"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("subtitrări")
        verbose_name_plural = _("subtitrări")
        constraints = [
            # The language is the address: of two tracks a player would get either.
            models.UniqueConstraint(
                fields=["recording", "language"], name="one_track_per_language"
            ),
            only_known("language", ContentLanguage, name="track_language_is_known"),
            only_known("kind", TrackKind, name="track_kind_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.get_language_display())


class Rendition(models.Model):
    """A lighter copy of a recording, made from the file with `source_hash`."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=6, choices=RenditionKind.choices)
    state = models.CharField(max_length=8, choices=RenditionState.choices)
    source_hash = models.CharField(max_length=64)
    file = models.FileField(upload_to="recordings", max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("copie mai ușoară")
        verbose_name_plural = _("copii mai ușoare")
        constraints = [
            # Two rounds at once leave one copy, not two.
            models.UniqueConstraint(fields=["recording", "kind"], name="one_rendition_per_kind"),
            # What is said to be made can be served.
            models.CheckConstraint(
                condition=~models.Q(state=RenditionState.MADE) | ~models.Q(file=""),
                name="made_rendition_has_a_file",
            ),
            only_known("kind", RenditionKind, name="rendition_kind_is_known"),
            only_known("state", RenditionState, name="rendition_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.recording}, {self.get_kind_display()}"
