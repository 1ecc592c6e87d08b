"""The id that a part has of its own, so that its answers can be told from those of others."""

from typing import Any

from media.h5p.content.codecs import Text
from media.h5p.content.writers import Writer


class PartId(Text):
    """A subContentId. A part without one gets it when it is written."""

    def write(self, value: str, writer: Writer) -> Any:
        return value or writer.new_id()


PART_ID = PartId()
