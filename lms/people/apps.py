from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "lms.people"
    label = "people"
    verbose_name = _("Oameni")
    default = True

    def ready(self) -> None:
        from lms.core import schedule
        from lms.organisations import settling
        from lms.people import links, personal_data, second_factor, selectors, services, todo

        todo.register("account", selectors.account_todo)
        todo.register("secretariat", selectors.secretariat_todo)
        links.register("account", selectors.account_links)
        personal_data.register("account", selectors.account_data)
        settling.when_settled(services.give_school)
        settling.when_merged(services.move_to_school)
        schedule.register("people: learners of past classes", services.forget_expired_learners)
        schedule.register("people: letters that wait", services.send_letters)
        schedule.register("people: letters that left long ago", services.forget_sent_letters)
        second_factor.listen()


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's management of users, with our form and our rules."""

    user_viewset = "lms.people.viewsets.UserViewSet"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from lms.people.models import User
        from lms.people.policies import UserPolicy

        super().ready()
        register_permission_policy(User, UserPolicy(User))
