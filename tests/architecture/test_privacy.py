"""Nobody but an adult with an account is named or can be reached: asked of the models themselves.

A field counts as naming or addressing a person by the words of its name or by its kind. What is
about an organisation, a file or a web address is listed with its reason.
"""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from lessons.models import DownloadAnswer, KitDownload
from lms.classrooms.models import (
    ClassSession,
    ClassSessionRevision,
    ClassStep,
    JoinCode,
    SchoolClass,
)
from lms.people.models import User
from lms.training.models import (
    Evaluation,
    EvaluationComment,
    QuestionnaireAnswer,
    QuestionnaireItem,
)
from quizzes.models import (
    ActivityItemResult,
    ActivityLaunch,
    ActivityResult,
    ActivityTally,
    Answer,
    Attempt,
    OptionTally,
    PairTally,
    QuestionTally,
)
from tests.architecture.pupils import KNOWN_OF_A_PUPIL

NAMING_WORDS = {
    "address",
    "agent",
    "avatar",
    "birth",
    "birthdate",
    "birthday",
    "cnp",
    "cookie",
    "device",
    "dob",
    "email",
    "fax",
    "firstname",
    "fingerprint",
    "fullname",
    "ip",
    "lastname",
    "latitude",
    "longitude",
    "mail",
    "mobile",
    "nickname",
    "passport",
    "person",
    "phone",
    "photo",
    "portrait",
    "street",
    "surname",
    "telephone",
    "useragent",
    "username",
}
# Pairs that name a person only together.
NAMING_PAIRS = (
    {"first", "name"},
    {"last", "name"},
    {"family", "name"},
    {"given", "name"},
    {"full", "name"},
    {"user", "agent"},
    {"pupil", "name"},
    {"teacher", "name"},
    {"student", "name"},
    {"personal", "code"},
)
NAMING_KINDS = (models.EmailField, models.GenericIPAddressField)
# Model.field: what it names instead of a person.
NOT_A_PERSON = {
    "helplines.CountyService.address": "where a county's service for children is",
    "helplines.CountyService.phone": "the number of a county's service for children",
    "helplines.CountyService.source_address": "the web page where its facts were read",
    "abroad.LabourFact.email": "the public address of an office or a help line abroad",
    "abroad.LabourFact.phone": "the public number of an office or a help line abroad",
    "abroad.LabourFact.source_address": "the web page where a fact was read",
    "helplines.Helpline.source_address": "the web page where a help line's facts were read",
    "lessons.ConventionArticle.source_address": "the web page where an article's name was read",
    "lessons.CurriculumHook.source_address": "the web page of a hook's source",
    "lessons.Statistic.source_address": "the web page of a figure's source",
    "organisations.PupilNumber.source_address": "the web page of a figure's source",
    "people.Learner.nickname": "an animal and a colour that we made up, typed by nobody",
    "pages.Door.address": "a path on this site",
    "reach.ImportedTrainee.person_token": "a token of the organisation's own list, never a name",
    "training.Participant.person_key": "a keyed hash; a random one once the person is erased",
    "training.TrainingEvent.online_address": "where a meeting is held",
}
# Model.field: adults without an account who gave it for a purpose, and when it goes.
GIVEN_BY_ADULTS = {
    "people.Letter.address": "where a letter goes; with the letter, or when the person is erased",
    "training.Participant.email": "on the person's word, or two years after the last sitting",
    "training.TrainingRequest.contact_email": "two years after the request",
    "training.TrainingRequest.contact_phone": "two years after the request",
}
# Model.field: why a record points at an adult with an account. All can be emptied or go with them.
POINTS_AT_A_USER = {
    "campaigns.CampaignRun.author": "who registered it, so that somebody else verifies it",
    "campaigns.CampaignRunRevision.recorded_by": "who said so",
    "classrooms.ClassSession.author": "Sesiunile mele",
    "classrooms.ClassSessionRevision.recorded_by": "who said so",
    "classrooms.SchoolClass.teacher": "Clasele mele",
    "classrooms.SessionImport.uploaded_by": "whose file waits between preview and import",
    "lessons.DownloadReminder.user": "one reminder that was asked for, forgotten once sent",
    "media.ActivityRevision.uploaded_by": "whom to ask about a file",
    "media.H5PLibrary.added_by": "who brought code that waits",
    "media.H5PLibrary.approved_by": "who said that code may run",
    "media.ContentDocument.uploaded_by_user": "Wagtail: which editor added it",
    "media.ContentImage.uploaded_by_user": "Wagtail: which editor added it",
    "media.Recording.uploaded_by_user": "Wagtail: which editor added it",
    "pages.StoryCheck.checked_by": "who confirmed; emptied with the account",
    "pages.StoryConsent.recorded_by": "who wrote it down, never whose story it is",
    "pages.StoryWithdrawal.recorded_by": "who took it down; emptied with the account",
    "people.Letter.user": "to whom a letter goes; it goes with the account",
    "reach.AuditEvent.actor": "who decided; emptied with the account, the role stays",
    "reach.DeclaredFigure.author": "who declared it, so that somebody else verifies it",
    "reach.DeclaredFigureRevision.recorded_by": "who said so",
    "reach.ReachReport.published_by": "who published it",
    "reach.Submission.submitted_by": "who handed it in",
    "training.Attendance.recorded_by": "who ticked it",
    "training.Certificate.issued_by": "who issued it",
    "training.ConditionsAcceptance.user": "who accepted; emptied with the account",
    "training.EventDecision.decided_by": "who decided; emptied with the account",
    "training.Facilitator.user": "whose account it opens; emptied when account or person is erased",
    "training.FacilitatorDecision.decided_by": "who decided; emptied with the account",
    "training.HeadCount.recorded_by": "who counted",
    "training.RequestDecision.decided_by": "who decided; emptied with the account",
    "training.TrainingEvent.created_by": "who planned it",
    "training.TrainingEvent.trainers": "who holds it",
    "training.TrainingEvent_trainers.user": "who holds it; goes with the account",
}
# Facts that are recorded without asking who somebody is.
NAMELESS = (
    ActivityItemResult,
    ActivityLaunch,
    ActivityResult,
    ActivityTally,
    Answer,
    Attempt,
    ClassSession,
    ClassSessionRevision,
    ClassStep,
    DownloadAnswer,
    Evaluation,
    EvaluationComment,
    JoinCode,
    KitDownload,
    OptionTally,
    PairTally,
    QuestionTally,
    QuestionnaireAnswer,
    QuestionnaireItem,
    SchoolClass,
)
TOTALS = (ActivityTally, OptionTally, PairTally, QuestionTally)


def _models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_config.name in settings.OUR_APPS
    ]


def _names_a_person(field: models.Field) -> bool:
    words = set(field.name.lower().split("_"))
    return (
        isinstance(field, NAMING_KINDS)
        or bool(words & NAMING_WORDS)
        or any(pair <= words for pair in NAMING_PAIRS)
    )


def _label(field: models.Field) -> str:
    return f"{field.model._meta.label}.{field.name}"


def _own_fields(model: type[models.Model]) -> list[models.Field]:
    return [*model._meta.local_fields, *model._meta.local_many_to_many]


def _points_at_a_user(field: models.Field) -> bool:
    return field.related_model is User


def test_only_users_and_adults_who_gave_it_have_fields_that_name_or_reach_a_person():
    found = {
        _label(field)
        for model in _models()
        if model is not User
        for field in _own_fields(model)
        if _names_a_person(field)
    }
    assert found == NOT_A_PERSON.keys() | GIVEN_BY_ADULTS.keys()


def test_only_listed_records_point_at_a_user():
    found = {
        _label(field)
        for model in _models()
        if model is not User and model._meta.auto_created is not User
        for field in _own_fields(model)
        if _points_at_a_user(field)
    }
    assert found == POINTS_AT_A_USER.keys()


def test_erasing_a_user_is_stopped_by_no_record_of_ours():
    held = [
        _label(field)
        for model in _models()
        for field in model._meta.local_fields
        if _points_at_a_user(field)
        and field.remote_field.on_delete not in (models.SET_NULL, models.CASCADE)
    ]
    assert held == []


@pytest.mark.parametrize("model", NAMELESS, ids=lambda model: model.__name__)
def test_a_fact_names_and_reaches_nobody(model):
    assert [field.name for field in _own_fields(model) if _names_a_person(field)] == []


@pytest.mark.parametrize("model", KNOWN_OF_A_PUPIL, ids=lambda model: model.__name__)
def test_of_a_pupil_nothing_more_is_known(model):
    assert {field.name for field in _own_fields(model)} == KNOWN_OF_A_PUPIL[model]


@pytest.mark.parametrize("model", TOTALS, ids=lambda m: m.__name__)
def test_a_total_points_at_no_pupil(model):
    targets = {field.related_model for field in _own_fields(model)}
    assert not targets & KNOWN_OF_A_PUPIL.keys()


@pytest.mark.parametrize("model", [DownloadAnswer, KitDownload], ids=lambda m: m.__name__)
def test_a_download_points_at_no_user(model):
    assert [field.name for field in _own_fields(model) if _points_at_a_user(field)] == []


def test_a_download_and_the_answers_beside_it_cannot_be_joined():
    """Three answers next to one download would say who downloaded, in a small school."""
    targets = {field.related_model for field in DownloadAnswer._meta.local_fields}
    assert KitDownload not in targets


@pytest.mark.parametrize(
    "name", ["email", "parent_email", "first_name", "user_agent", "ip", "ip_hash", "phone_number"]
)
def test_a_field_that_names_a_person_would_be_found(name):
    field = models.CharField(name=name)
    field.name = name
    assert _names_a_person(field)
