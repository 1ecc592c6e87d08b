"""H5P packages of questions: kept between the preview and the word to go."""

import uuid
from pathlib import PurePosixPath

from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.quizzes import Quiz


def kept_under(package: "QuestionPackage", name: str) -> str:
    """A name that nobody guesses; no view serves this folder."""
    return str(PurePosixPath("h5p-import") / f"{uuid.uuid4()}.h5p")


class QuestionPackage(models.Model):
    """A file that somebody uploaded, until its questions are in the bank; then what they became."""

    # SHA-256 of the file.
    digest = models.CharField(max_length=64)
    file_name = models.CharField(_("fișierul"), max_length=200)
    # Emptied when the questions are in the bank.
    file = models.FileField(upload_to=kept_under, blank=True)
    received_at = models.DateTimeField(auto_now_add=True, db_index=True)
    # An editor who deletes the quiz may import the file anew.
    quiz = models.OneToOneField(Quiz, models.CASCADE, null=True, related_name="package")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("pachet de întrebări")
        verbose_name_plural = _("pachete de întrebări")
        constraints = [
            # Two presses of the button, or the same file from two editors, are one import.
            models.UniqueConstraint(fields=["digest"], name="one_import_per_package"),
        ]

    def __str__(self) -> str:
        return self.file_name
