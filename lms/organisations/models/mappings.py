"""How the columns of a school register's file are named by whoever sends it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolColumnMapping(models.Model):
    """A mapping that was used once and is kept for next year's file.

    `columns` is {our column: header of the file}; our columns are those of
    `lms.organisations.school_import.columns`.
    """

    name = models.CharField(_("nume"), max_length=60, unique=True)
    columns = models.JSONField(_("coloane"))

    class Meta:
        ordering = ["name"]
        verbose_name = _("potrivire de coloane")
        verbose_name_plural = _("potriviri de coloane")

    def __str__(self) -> str:
        return self.name
