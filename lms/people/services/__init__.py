"""Writes about people."""

from lms.people.services.accounts import (
    choose_school,
    confirm_email,
    erase_account,
    give_school,
    move_to_school,
    register_teacher,
    update_profile,
)
from lms.people.services.invitations import (
    create_administrator,
    invite_user,
    password_link,
    send_invitation,
)
from lms.people.services.learners import (
    forget_expired_learners,
    make_learner,
    set_learners_expiry,
)
from lms.people.services.letters import (
    forget_letters_about,
    forget_sent_letters,
    is_posted,
    post_letter,
    send_letters,
)
from lms.people.services.roles import (
    assign_roles,
    change_privileges,
    set_active,
    sync_roles,
)
from lms.people.services.second_factor import may_reset_second_factor, reset_second_factor

__all__ = [
    "assign_roles",
    "change_privileges",
    "choose_school",
    "confirm_email",
    "create_administrator",
    "erase_account",
    "forget_expired_learners",
    "forget_letters_about",
    "forget_sent_letters",
    "give_school",
    "invite_user",
    "is_posted",
    "make_learner",
    "may_reset_second_factor",
    "move_to_school",
    "password_link",
    "post_letter",
    "register_teacher",
    "reset_second_factor",
    "send_invitation",
    "send_letters",
    "set_active",
    "set_learners_expiry",
    "sync_roles",
    "update_profile",
]
