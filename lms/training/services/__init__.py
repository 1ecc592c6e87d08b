"""Writes of trainings."""

from lms.training.services.attending import add_participant, check_in, count_heads, tick
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
from lms.training.services.planning import SittingPlan, change_event, copy_event, plan_event
from lms.training.services.problems import (
    CertificateSettled,
    EnrolmentClosed,
    EventMovedOn,
    EventSettled,
    FacilitatorSettled,
    LinkUsed,
    NoAddress,
    OutsideWindow,
    RequestMovedOn,
    SittingsUnclear,
)
from lms.training.services.reminding import remind_of_events
from lms.training.services.requests import (
    ask_for_training,
    decline_request,
    give_back_request,
    plan_request,
    take_request,
)

__all__ = [
    "CertificateSettled",
    "EnrolmentClosed",
    "EventMovedOn",
    "EventSettled",
    "FacilitatorSettled",
    "LinkUsed",
    "NoAddress",
    "OutsideWindow",
    "RequestMovedOn",
    "SittingPlan",
    "SittingsUnclear",
    "accept_conditions",
    "add_participant",
    "ask_for_training",
    "cancel_event",
    "change_event",
    "check_in",
    "close_event",
    "copy_event",
    "count_heads",
    "decline_request",
    "end_facilitator",
    "enrol",
    "forget_old_askers",
    "forget_old_participants",
    "forget_person",
    "give_back_request",
    "issue_certificates",
    "make_facilitator",
    "open_event",
    "plan_event",
    "plan_request",
    "prolong_facilitator",
    "reissue_certificate",
    "remind_of_events",
    "revoke_certificate",
    "take_request",
    "tick",
    "tie_facilitator",
    "withdraw",
]
