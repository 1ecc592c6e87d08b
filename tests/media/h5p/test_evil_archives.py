"""Archives made to harm are refused, each with its code, and nothing is written.

`python -m tests.media.h5p.fuzz --evil` measures the time and the memory that each takes.
"""

import io
import json

import pytest

from media.h5p import Refused, check
from media.h5p.store import ObjectStore
from tests.media.h5p.evil import EVIL, LIMITED
from tests.media.h5p.packages import archive, codes, files, judged


@pytest.mark.parametrize(
    ("code", "package"), EVIL, ids=[f"{i}-{c}" for i, (c, _) in enumerate(EVIL)]
)
def test_an_evil_archive_is_refused_and_nothing_is_written(code, package, tmp_path):
    data = package()
    verdict = judged(data)
    assert code in codes(verdict)
    with pytest.raises(Refused):
        ObjectStore(tmp_path / "store").write(io.BytesIO(data), verdict)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "limits"), LIMITED, ids=[f"{i}-{c}" for i, (c, _) in enumerate(LIMITED)]
)
def test_a_good_package_is_refused_when_the_limits_are_small(code, limits):
    assert code in codes(judged(archive(files()), limits=limits))


def test_everything_that_is_wrong_is_told_at_once():
    wrong = files(manifest={"title": None, "language": "română"}, library={"runnable": 0})
    wrong["content/a.php"] = b"x"
    found = codes(judged(archive(wrong)))
    assert found == {"not-in-whitelist"}, "names are judged before anything is unpacked"
    del wrong["content/a.php"]
    found = codes(judged(archive(wrong)))
    assert found == {"missing-field", "invalid-field", "main-library-not-runnable"}


def test_a_thousand_wrong_names_are_not_a_thousand_lines():
    wrong = files() | {f"content/{n}.exe": b"MZ" for n in range(1000)}
    assert len(judged(archive(wrong)).errors) == 200


def test_a_problem_has_no_control_characters_of_a_stranger():
    wrong = files() | {"content/\x1b[31m.png": b""}
    text = json.dumps(judged(archive(wrong)).as_dict(), ensure_ascii=False)
    assert "\x1b" not in text
    assert "\\u001b" not in text


def test_a_file_of_another_program_is_refused(tmp_path):
    file = tmp_path / "plan.h5p"
    file.write_bytes(b"%PDF-1.7 ...")
    assert codes(check(file)) == {"not-a-zip"}
