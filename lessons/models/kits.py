"""Kits: the built, frozen bundles that teachers download."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lessons.enums import FileAudience
from lessons.models.editions import LessonEdition
from lms.core.constraints import only_known


class Kit(models.Model):
    """One version of an edition's files. A changed part makes a new version; none is changed."""

    edition = models.ForeignKey(LessonEdition, models.PROTECT, related_name="kits")
    version = models.PositiveIntegerField(_("versiune"))
    built_at = models.DateTimeField(_("construit la"), auto_now_add=True)
    # What the kit was built from; the same source is never built twice.
    source_hash = models.CharField(max_length=64)
    bundle = models.FileField(upload_to="kits/", max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    pupil_bundle = models.FileField(upload_to="kits/", max_length=200)
    pupil_size = models.PositiveBigIntegerField()
    # Translation keys of the case studies in it, which outlive the cases.
    case_keys = models.JSONField(default=list, editable=False)
    # It holds a story whose person took the consent back, and is given to nobody.
    withdrawn = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["-version"]
        verbose_name = _("set de materiale")
        verbose_name_plural = _("seturi de materiale")
        constraints = [
            # Two builds at once must not both become the same version.
            models.UniqueConstraint(fields=["edition", "version"], name="one_kit_per_version"),
        ]

    def __str__(self) -> str:
        return f"{self.edition}, v{self.version}"


class KitFile(models.Model):
    """One file of a kit, offered by itself as well."""

    kit = models.ForeignKey(Kit, models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    audience = models.CharField(max_length=8, choices=FileAudience.choices)
    format = models.CharField(max_length=5)
    file = models.FileField(upload_to="kits/", max_length=200)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            # A name is an address: of two alike a reader would get either.
            models.UniqueConstraint(fields=["kit", "name"], name="one_file_per_kit_and_name"),
            # A pupil kit is picked by this value: a file of an unknown kind must not exist.
            only_known("audience", FileAudience, name="kit_file_audience_is_known"),
        ]

    def __str__(self) -> str:
        return self.name
