"""Who may change whose account in Wagtail's admin."""

from lms.core.policies import NeverDeletedPolicy
from lms.people.models import User


class UserPolicy(NeverDeletedPolicy):
    """Nobody is deleted, and an administrator is changed by administrators only."""

    def user_has_permission_for_instance(self, user: User, action: str, instance: User) -> bool:
        if instance.is_superuser and not user.is_superuser:
            return False
        return super().user_has_permission_for_instance(user, action, instance)
