"""Roles as data: what each may do, in one table. `manage.py sync_roles` writes it to the groups.

A permission is "app.codename". It says what a person may do; with which rows is decided by
`for_user` on the QuerySet of those rows, so this table never speaks of single objects.
"""

from dataclasses import dataclass

from lms.people.enums import Role


@dataclass(frozen=True)
class RoleRules:
    """What a role may do.

    `page_permissions` and `collection_permissions` are codenames that hold for the whole page
    tree and the whole media library.
    """

    permissions: tuple[str, ...] = ()
    page_permissions: tuple[str, ...] = ()
    collection_permissions: tuple[str, ...] = ()
    second_factor: bool = False


def _all_of(app: str, *models: str) -> tuple[str, ...]:
    verbs = ("view", "add", "change", "delete")
    return tuple(f"{app}.{verb}_{model}" for model in models for verb in verbs)


RULES: dict[Role, RoleRules] = {
    Role.TEACHER: RoleRules(permissions=("classrooms.register_class_sessions",)),
    Role.TRAINER: RoleRules(
        permissions=(
            "classrooms.register_class_sessions",
            "training.read_trainers_part",
            "training.plan_training_events",
        ),
    ),
    Role.OFFICER: RoleRules(
        permissions=(
            "classrooms.register_class_sessions",
            "classrooms.import_class_sessions",
            "classrooms.accept_class_sessions",
            "campaigns.register_campaign_runs",
            "reach.declare_figures",
            "training.read_trainers_part",
            "training.plan_training_events",
        ),
    ),
    Role.EDITOR: RoleRules(
        permissions=(
            "wagtailadmin.access_admin",
            "simple_translation.submit_translation",
            *_all_of("lessons", "casestudy", "statistic", "conventionarticle", "curriculumhook"),
            "lessons.view_kitdownload",
            *_all_of("quizzes", "question", "quiz"),
            *_all_of("pages", "synonyms"),
            *_all_of("helplines", "helpline", "countyservice"),
            *_all_of("abroad", "labourfact"),
            # What an upload brings with it waits for somebody with "approve_h5plibrary".
            *_all_of("media", "activity"),
            "media.view_h5plibrary",
            "pages.view_storyconsent",
            "pages.add_storyconsent",
            "pages.add_storywithdrawal",
            "training.read_trainers_part",
        ),
        page_permissions=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        collection_permissions=("add", "change", "choose"),
        second_factor=True,
    ),
    Role.SECRETARIAT: RoleRules(
        permissions=(
            "wagtailadmin.access_admin",
            "classrooms.register_class_sessions",
            "classrooms.import_class_sessions",
            "classrooms.accept_class_sessions",
            "classrooms.see_all_class_sessions",
            "campaigns.register_campaign_runs",
            "reach.view_reach_report",
            "reach.review_figures",
            "reach.close_periods",
            *_all_of("reach", "target"),
            *_all_of("organisations", "pupilnumber"),
            "organisations.view_fundingproject",
            "organisations.add_fundingproject",
            "organisations.change_fundingproject",
            "lessons.view_kitdownload",
            # Who wants a story taken down may turn to the secretariat as well.
            "pages.view_storyconsent",
            "pages.add_storywithdrawal",
            "training.read_trainers_part",
            "training.plan_training_events",
            "training.see_all_training_events",
            "organisations.settle_school_requests",
            "organisations.view_school",
            "organisations.add_school",
            "organisations.change_school",
            "organisations.view_schoolrequest",
            "organisations.change_schoolrequest",
            "organisations.view_memberorganisation",
            "organisations.change_memberorganisation",
            "organisations.add_memberorganisation",
            "people.view_user",
            "people.add_user",
            "people.change_user",
        ),
        second_factor=True,
    ),
}
