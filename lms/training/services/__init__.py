"""Writes of trainings."""

from lms.training.services.attending import (
    ListRow,
    add_participant,
    check_in,
    count_heads,
    take_list,
    tick,
)
from lms.training.services.certifying import (
    issue_certificates,
    reissue_certificate,
    revoke_certificate,
)
from lms.training.services.deciding import cancel_event, close_event, open_event
from lms.training.services.enrolling import enrol, withdraw
from lms.training.services.facilitating import (
    accept_conditions,
    end_facilitator,
    make_facilitator,
    prolong_facilitator,
    tie_facilitator,
)
from lms.training.services.forgetting import (
    forget_old_askers,
    forget_old_participants,
    forget_person,
)
from lms.training.services.importing import ImportedList, import_list
from lms.training.services.planning import change_event, plan_event
from lms.training.services.problems import (
    AlreadyAnswered,
    CertificateSettled,
    EnrolmentClosed,
    EventMovedOn,
    EventSettled,
    FacilitatorSettled,
    HasAttended,
    HeadsMovedOn,
    LinkUsed,
    ListMovedOn,
    NoAddress,
    NotHeldYet,
    NotOpen,
    OutsideWindow,
    RequestMovedOn,
    SittingsUnclear,
)
from lms.training.services.questionnaires import (
    answer_questionnaire,
    delete_comment,
    evaluate,
    forget_old_answers,
    prepare_questionnaire,
)
from lms.training.services.reminding import remind_of_events
from lms.training.services.requests import (
    ask_for_training,
    decline_request,
    give_back_request,
    plan_request,
    take_request,
)
from lms.training.services.sittings import SittingPlan

__all__ = [
    "AlreadyAnswered",
    "CertificateSettled",
    "EnrolmentClosed",
    "EventMovedOn",
    "EventSettled",
    "FacilitatorSettled",
    "HasAttended",
    "HeadsMovedOn",
    "ImportedList",
    "LinkUsed",
    "ListMovedOn",
    "ListRow",
    "NoAddress",
    "NotHeldYet",
    "NotOpen",
    "OutsideWindow",
    "RequestMovedOn",
    "SittingPlan",
    "SittingsUnclear",
    "accept_conditions",
    "add_participant",
    "answer_questionnaire",
    "ask_for_training",
    "cancel_event",
    "change_event",
    "check_in",
    "close_event",
    "count_heads",
    "decline_request",
    "delete_comment",
    "end_facilitator",
    "enrol",
    "evaluate",
    "forget_old_answers",
    "forget_old_askers",
    "forget_old_participants",
    "forget_person",
    "give_back_request",
    "import_list",
    "issue_certificates",
    "make_facilitator",
    "open_event",
    "plan_event",
    "plan_request",
    "prepare_questionnaire",
    "prolong_facilitator",
    "reissue_certificate",
    "remind_of_events",
    "revoke_certificate",
    "take_list",
    "take_request",
    "tick",
    "tie_facilitator",
    "withdraw",
]
