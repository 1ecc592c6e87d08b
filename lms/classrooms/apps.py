from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClassroomsConfig(AppConfig):
    name = "lms.classrooms"
    label = "classrooms"
    verbose_name = _("Clase")

    def ready(self) -> None:
        from lms.classrooms.models import ClassSessionRevision
        from lms.core import generation

        generation.watch(ClassSessionRevision, kind=generation.FIGURES)
