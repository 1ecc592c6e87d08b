"""A frame of an activity has no origin: nothing of ours may ever give it one."""

from tests.architecture.repository import files, text

# Put together here, or this file would find itself.
WORDS = (
    "allow-" + "same-origin",
    "allow-" + "top-navigation",
    "allow-" + "popups",
    "allow-" + "forms",
)
SOURCES = (".py", ".html", ".js", ".css", ".toml", ".conf", ".example")


def test_nothing_gives_a_frame_an_origin_or_a_way_out():
    found = {
        (path, word)
        for path in files(*SOURCES)
        for word in WORDS
        if word in text(path) and not path.startswith("tests/")
    }
    assert found == set()


def test_the_frame_is_made_where_it_is_looked_for():
    assert 'setAttribute("sandbox", "allow-scripts")' in text("media/static/js/activity.js")
    assert '"sandbox allow-scripts"' in text("media/player/policy.py")
