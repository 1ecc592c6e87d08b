"""Reads of the reach report. Screen, exports and the public counter all come from here."""

from lms.reach.selectors.annual import annual_report
from lms.reach.selectors.counter import PublicCounter, public_counter
from lms.reach.selectors.facts import session_facts
from lms.reach.selectors.gathered import (
    NobodysLine,
    SchoolLine,
    TeacherLine,
    schools_in,
    teachers_in,
)
from lms.reach.selectors.headlines import live_annual_report
from lms.reach.selectors.history import SessionHistory, session_history
from lms.reach.selectors.judged import Judgements, judgements
from lms.reach.selectors.names import PartNames, names_of
from lms.reach.selectors.online import CompletionLine, FoundCompletions, find_completions
from lms.reach.selectors.openly import open_content, published_content
from lms.reach.selectors.recorded import recorded_figures
from lms.reach.selectors.reports import held_back, live_report, oracle_report, report_years
from lms.reach.selectors.schools import SchoolName, school_names
from lms.reach.selectors.sessions import FoundSessions, find_sessions, rows_of
from lms.reach.selectors.years import campaign_facts, declared_facts, training_facts, year_report

__all__ = [
    "CompletionLine",
    "FoundCompletions",
    "FoundSessions",
    "Judgements",
    "NobodysLine",
    "PartNames",
    "PublicCounter",
    "SchoolLine",
    "SchoolName",
    "SessionHistory",
    "TeacherLine",
    "annual_report",
    "campaign_facts",
    "declared_facts",
    "find_completions",
    "find_sessions",
    "held_back",
    "judgements",
    "live_annual_report",
    "live_report",
    "names_of",
    "open_content",
    "oracle_report",
    "public_counter",
    "published_content",
    "recorded_figures",
    "report_years",
    "rows_of",
    "school_names",
    "schools_in",
    "session_facts",
    "session_history",
    "teachers_in",
    "training_facts",
    "year_report",
]
