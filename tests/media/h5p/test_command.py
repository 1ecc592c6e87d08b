"""`python -m media.h5p`."""

import json

import pytest

from media.h5p.__main__ import main
from tests.media.h5p.packages import archive, files


@pytest.fixture
def good(tmp_path):
    file = tmp_path / "good.h5p"
    file.write_bytes(archive(files()))
    return str(file)


@pytest.fixture
def bad(tmp_path):
    file = tmp_path / "bad.h5p"
    file.write_bytes(archive(files() | {"content/a.php": b"", "content/b": b""}))
    return str(file)


def test_a_good_package(good, capsys):
    assert main(["check", good]) == 0
    assert capsys.readouterr().out == "good\n"


def test_a_refused_package(bad, capsys):
    assert main(["check", bad]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["error", "not-in-whitelist", "content/a.php:"]
    assert lines[-1] == "refused: 2 errors"


def test_a_file_that_is_not_there(tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.h5p")]) == 2
    assert "No such file" in capsys.readouterr().err


def test_what_is_in_a_package(good, capsys):
    assert main(["info", good]) == 0
    said = capsys.readouterr().out
    for part in ("Ofertă din străinătate", "H5P.ProtectProbe 1.0", "CC BY 4.0, PD", "(MIT)"):
        assert part in said


@pytest.mark.parametrize("command", ["check", "info"])
def test_for_programs(command, bad, capsys):
    assert main([command, bad, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told["errors"]] == ["not-in-whitelist", "no-extension"]
