"""What somebody with bad intentions, or a damaged file, may not do."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from lms.classrooms.importing import values
from lms.classrooms.importing.reading import UnreadableFile, read_rows
from lms.classrooms.mails import MOST_LETTERS_TO_ONE, may_write_to


def test_a_year_before_the_platform_is_refused():
    with pytest.raises(ValueError, match="anul"):
        values.day("0001-01-01")


def workbook_with(part: str, content: bytes) -> bytes:
    """A good workbook in which one part was replaced."""
    good, broken = io.BytesIO(), io.BytesIO()
    Workbook().save(good)
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    return broken.getvalue()


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/styles.xml"]
)
def test_a_damaged_workbook_is_said_to_be_damaged(part):
    with pytest.raises(UnreadableFile):
        read_rows(workbook_with(part, b"<broken"))


def test_a_workbook_that_unpacks_to_a_flood_is_refused():
    with pytest.raises(UnreadableFile):
        read_rows(workbook_with("xl/worksheets/sheet1.xml", b"<a>" * 4_000_000))


def test_one_address_gets_no_flood_of_letters():
    answers = [may_write_to("ana@example.org") for _ in range(MOST_LETTERS_TO_ONE + 1)]
    assert answers == [True] * MOST_LETTERS_TO_ONE + [False]
