from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClassroomsConfig(AppConfig):
    name = "lms.classrooms"
    label = "classrooms"
    verbose_name = _("Clase")

    def ready(self) -> None:
        from lessons import places
        from lms.classrooms import home
        from lms.classrooms.models import ClassSessionRevision
        from lms.classrooms.selectors.personal import session_data
        from lms.classrooms.selectors.places import place_of_learner
        from lms.classrooms.services import (
            close_classes_left_open,
            count_classes_that_go,
            forget_waiting_imports,
        )
        from lms.core import generation, schedule
        from lms.people import forgetting, links, personal_data, todo

        generation.watch(ClassSessionRevision, kind=generation.FIGURES)
        links.register("class sessions", home.session_links)
        todo.register("classes", home.classes_todo)
        todo.register("class sessions", home.sessions_todo)
        places.register(place_of_learner)
        personal_data.register("class_sessions", session_data)
        schedule.register("classrooms: files that nobody registered", forget_waiting_imports)
        schedule.register("classrooms: classes left open", close_classes_left_open)
        # In every tick, before the learners go and their places with them.
        forgetting.register("classrooms: classes of the day before", count_classes_that_go)
