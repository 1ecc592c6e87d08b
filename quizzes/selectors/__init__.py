"""Reads of questions, answers and what is counted of them."""

from quizzes.exchange.packing import Download
from quizzes.selectors.activities import (
    ActivityCounts,
    ActivityUse,
    StepActivity,
    activities_of_group,
    activity_counts,
    activity_uses,
)
from quizzes.selectors.attempts import answers_of, attempt_of, latest_response
from quizzes.selectors.items import Item, item_analysis
from quizzes.selectors.packages import h5p_of, packed
from quizzes.selectors.pairs import ResponsePair, change_of_pairs, checked, names_enough
from quizzes.selectors.questions import (
    draft_of,
    latest_version,
    latest_versions,
    questions_of,
    sheet_of,
)
from quizzes.selectors.results import (
    FEWEST,
    Change,
    StepTally,
    change_of_group,
    changes_of_all,
    tallies_of_group,
)

__all__ = [
    "FEWEST",
    "ActivityCounts",
    "ActivityUse",
    "Change",
    "Download",
    "Item",
    "ResponsePair",
    "StepActivity",
    "StepTally",
    "activities_of_group",
    "activity_counts",
    "activity_uses",
    "answers_of",
    "attempt_of",
    "change_of_group",
    "change_of_pairs",
    "changes_of_all",
    "checked",
    "draft_of",
    "h5p_of",
    "item_analysis",
    "latest_response",
    "latest_version",
    "latest_versions",
    "names_enough",
    "packed",
    "questions_of",
    "sheet_of",
    "tallies_of_group",
]
