"""What reach may be seen by whom; its figures are read from the apps below, never stored here."""

from django.db import models


class ReachReport(models.Model):
    """The yearly report. Unmanaged until reports are frozen: it carries the permission to read."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [("view_reach_report", "May read the secretariat's report")]

    def __str__(self) -> str:
        return f"ReachReport {self.pk}"
