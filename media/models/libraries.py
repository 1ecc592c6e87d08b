"""H5P libraries: the code that plays content. Each is kept once and runs once it is approved."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.h5p.libraries import Library, library_from_json
from media.h5p.naming import LibraryName


class H5PLibraryQuerySet(models.QuerySet):
    """Which libraries may run."""

    def approved(self) -> models.QuerySet:
        """Those that somebody with the permission has looked at."""
        return self.filter(approved_at__isnull=False)

    def waiting(self) -> models.QuerySet:
        """Those that came with a package and that nobody has looked at yet."""
        return self.filter(approved_at__isnull=True)


class H5PLibrary(models.Model):
    """One minor version of a library, at one patch. Its files lie in the object store."""

    machine_name = models.CharField(_("nume"), max_length=255)
    major = models.PositiveIntegerField()
    minor = models.PositiveIntegerField()
    patch = models.PositiveIntegerField()
    title = models.CharField(_("titlu"), max_length=255)
    licence = models.CharField(_("licența"), max_length=200, blank=True)
    runnable = models.BooleanField(_("se poate deschide singură"), default=False)
    needs_eval = models.BooleanField(_("transformă text în cod"), default=False)
    size = models.PositiveBigIntegerField(_("mărime"), default=0)
    # A `media.h5p.libraries.Library`, as `library_as_json` writes it.
    details = models.JSONField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("adusă de"),
    )
    added_at = models.DateTimeField(_("adusă la"), auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("aprobată de"),
    )
    approved_at = models.DateTimeField(_("aprobată la"), null=True, blank=True)

    objects = H5PLibraryQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["machine_name", "major", "minor"]
        verbose_name = _("bibliotecă H5P")
        verbose_name_plural = _("biblioteci H5P")
        permissions = [("approve_h5plibrary", "Can let H5P libraries run")]
        constraints = [
            # Two packages at once that bring one library bring it once.
            models.UniqueConstraint(
                fields=["machine_name", "major", "minor"], name="one_row_per_h5p_library"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.machine_name} {self.major}.{self.minor}.{self.patch}"

    @property
    def name(self) -> LibraryName:
        """The name by which contents and other libraries ask for it."""
        return LibraryName(self.machine_name, self.major, self.minor)

    @property
    def plain(self) -> Library:
        """The library as `media.h5p` knows it."""
        return library_from_json(self.details)

    @property
    def is_approved(self) -> bool:
        """Whether it may run."""
        return self.approved_at is not None


class LibraryBundle(models.Model):
    """The scripts and styles of some libraries, joined in the order of loading: two requests
    instead of two hundred. Made when first needed, made anew when a library changes."""

    # Of the libraries' bytes and of the key that signs addresses within the styles.
    key = models.CharField(max_length=64, unique=True)
    # Objects of the store.
    script = models.CharField(max_length=64)
    style = models.CharField(max_length=64)
    # Bytes that travel, compressed; the style's with its fonts.
    script_size = models.PositiveIntegerField()
    style_size = models.PositiveIntegerField()
    needs_eval = models.BooleanField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("pachet de biblioteci")
        verbose_name_plural = _("pachete de biblioteci")

    def __str__(self) -> str:
        return self.key
