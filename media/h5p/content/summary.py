"""H5P.Summary: choose the right statement of each group. The right one is stored first."""

from dataclasses import dataclass

from media.h5p.content.codecs import TEXT, Flattened, Many
from media.h5p.content.ids import PART_ID
from media.h5p.content.parts import FEEDBACK, Feedback
from media.h5p.content.records import Record, RecordOf, stored
from media.h5p.content.registry import Content, content_type


@dataclass(frozen=True)
class Statements(Record):
    """A group: the first is right. The group of its tip has one field and is stored flat."""

    sub_content_id: str = stored("subContentId", PART_ID, "")
    options: tuple[str, ...] = stored("summary", Many(TEXT, most=100), ())
    tip: str = stored("tip", Flattened("tip", TEXT), "", silent="")


@content_type("H5P.Summary", "Summary")
@dataclass(frozen=True)
class Summary(Content):
    """An introduction and the groups of statements."""

    intro: str = stored("intro", TEXT, "")
    groups: tuple[Statements, ...] = stored("summaries", Many(RecordOf(Statements), most=100), ())
    feedback: tuple[Feedback, ...] = stored("overallFeedback", FEEDBACK, ())
