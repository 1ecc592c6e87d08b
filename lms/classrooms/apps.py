from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClassroomsConfig(AppConfig):
    name = "lms.classrooms"
    label = "classrooms"
    verbose_name = _("Clase")

    def ready(self) -> None:
        from lms.classrooms import home
        from lms.classrooms.models import ClassSessionRevision
        from lms.classrooms.selectors.personal import session_data
        from lms.classrooms.services import forget_waiting_imports
        from lms.core import generation, schedule
        from lms.people import links, personal_data, todo

        generation.watch(ClassSessionRevision, kind=generation.FIGURES)
        links.register("class sessions", home.session_links)
        todo.register("class sessions", home.sessions_todo)
        personal_data.register("class_sessions", session_data)
        schedule.register("classrooms: files that nobody registered", forget_waiting_imports)
