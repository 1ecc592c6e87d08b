"""The containers as editors store them: everything has its place in the value."""

from media.h5p.content import (
    BranchingScenario,
    CoursePresentation,
    InteractiveVideo,
    Nested,
    Profile,
    Strings,
    read,
    write,
)

TEXT = {
    "library": "H5P.AdvancedText 1.1",
    "params": {"text": "<p>a</p>"},
    "subContentId": "aaaaaaaa-0000-4000-8000-000000000001",
    "metadata": {"contentType": "Text", "license": "U", "title": "a"},
}
ELEMENT = {
    "x": 1.5,
    "y": 2,
    "width": 40,
    "height": 30,
    "action": TEXT,
    "solution": "",
    "alwaysDisplayComments": False,
    "backgroundOpacity": 0,
    "displayAsButton": False,
    "buttonSize": "big",
    "goToSlideType": "specified",
    "invisible": False,
}
PRESENTATION = {
    "presentation": {
        "slides": [
            {
                "elements": [ELEMENT],
                "slideBackgroundSelector": {"fillSlideBackground": "#fff"},
                "keywords": [{"main": "Start"}],
            }
        ],
        "keywordListEnabled": True,
        "keywordListAlwaysShow": False,
        "keywordListAutoHide": False,
        "keywordListOpacity": 90,
        "globalBackgroundSelector": {},
        "ct": "",
    },
    "override": {
        "activeSurface": False,
        "hideSummarySlide": False,
        "enablePrintButton": False,
        "summarySlideSolutionButton": True,
        "summarySlideRetryButton": True,
        "social": {
            "showFacebookShare": False,
            "showTwitterShare": False,
            "showGoogleShare": False,
            "facebookShare": {"url": "@currentpageurl", "quote": "@score"},
        },
    },
    "l10n": {"slide": "Pagina"},
}
VIDEO = {
    "interactiveVideo": {
        "video": {
            "files": [{"path": "videos/x.mp4", "mime": "video/mp4", "copyright": {"license": "U"}}],
            "startScreenOptions": {"title": "Film", "hideStartTitle": False},
            "textTracks": {
                "videoTrack": [
                    {
                        "label": "Română",
                        "kind": "subtitles",
                        "srcLang": "ro",
                        "track": {"path": "files/x.vtt", "mime": "text/vtt"},
                    }
                ]
            },
        },
        "assets": {
            "interactions": [
                {
                    "x": 10,
                    "y": 20,
                    "width": 10,
                    "height": 10,
                    "pause": True,
                    "action": TEXT,
                    "duration": {"from": 0, "to": 10},
                    "displayType": "button",
                    "buttonOnMobile": False,
                    "label": "",
                    "libraryTitle": "Text",
                    "adaptivity": {
                        "correct": {
                            "seekTo": 20,
                            "allowOptOut": True,
                            "message": "",
                            "seekLabel": "",
                        },
                        "wrong": {
                            "seekTo": 1,
                            "allowOptOut": False,
                            "message": "",
                            "seekLabel": "",
                        },
                        "requireCompletion": True,
                    },
                }
            ],
            "bookmarks": [{"time": 3, "label": "a"}],
            "endscreens": [{"time": 60, "label": "0:60"}],
        },
        "summary": {"task": {"library": "H5P.Summary 1.10", "params": {}}, "displayAt": 3},
    },
    "override": {
        "autoplay": False,
        "loop": False,
        "preventSkippingMode": "none",
        "showBookmarksmenuOnLoad": False,
        "showRewind10": False,
        "deactivateSound": False,
    },
    "l10n": {"play": "Pornește"},
}
STORY = {
    "branchingScenario": {
        "title": "Oferta",
        "startScreen": {"startScreenTitle": "Oferta", "startScreenSubtitle": "a"},
        "endScreens": [
            {
                "endScreenTitle": "Gata",
                "endScreenSubtitle": "b",
                "contentId": -1,
                "endScreenScore": 0,
            }
        ],
        "content": [
            {
                "type": TEXT,
                "showContentTitle": False,
                "proceedButtonText": "Continuă",
                "forceContentFinished": "useBehavioural",
                "nextContentId": -1,
                "feedback": {"subtitle": "c"},
                "contentBehaviour": "useBehavioural",
            }
        ],
        "scoringOptionGroup": {"scoringOption": "no-score", "includeInteractionsScores": True},
        "behaviour": {
            "enableBackwardsNavigation": False,
            "forceContentFinished": False,
            "randomizeBranchingQuestions": False,
        },
        "l10n": {"backButtonText": "Înapoi"},
    }
}


def _same(written: object, stored: object) -> bool:
    """Whether all that is stored is written as it was; an empty object may be left out."""
    if isinstance(stored, dict):
        assert isinstance(written, dict)
        return all(_same(written.get(key, {}), one) for key, one in stored.items() if one != "")
    if isinstance(stored, list):
        assert isinstance(written, list)
        return len(written) == len(stored) and all(map(_same, written, stored))
    return written == stored


def test_a_presentation():
    reading = read("H5P.CoursePresentation 1.25", PRESENTATION)
    assert reading.losses == ()
    assert isinstance(reading.content, CoursePresentation)
    assert isinstance(reading.content.slides[0].elements[0].action, Nested)
    assert _same(write(reading.content, Profile(), Strings("ro")), PRESENTATION)


def test_an_interactive_video():
    reading = read("H5P.InteractiveVideo 1.26", VIDEO)
    assert reading.losses == ()
    assert isinstance(reading.content, InteractiveVideo)
    assert reading.content.interactions[0].when_right.seek_to == 20
    assert _same(write(reading.content, Profile(), Strings("ro")), VIDEO)


def test_a_story_that_branches():
    reading = read("H5P.BranchingScenario 1.8", STORY)
    assert reading.losses == ()
    assert isinstance(reading.content, BranchingScenario)
    assert _same(write(reading.content, Profile(), Strings("ro")), STORY)


def test_a_piece_without_a_word_for_its_button_gets_ours():
    pieces = [{"type": TEXT, "nextContentId": -1}]
    content = read("H5P.BranchingScenario 1.8", {"branchingScenario": {"content": pieces}}).content
    written = write(content, Profile(), Strings("ro"))["branchingScenario"]
    assert written["content"][0]["proceedButtonText"] == "Continuă"
