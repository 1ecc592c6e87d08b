from lms.core.enums import REPORTED_CYCLES, AgeBand, Cycle, Medium, Theme


def test_age_bands_are_stored_as_the_addresses_write_them():
    assert AgeBand.values == ["6-10", "11-14", "15-18", "adults"]


def test_the_four_themes_keep_their_stored_values():
    assert Theme.values == ["online", "abroad", "rights", "relationships"]


def test_themes_are_written_in_romanian():
    assert [str(label) for label in Theme.labels] == [
        "Online",
        "Muncă în străinătate",
        "Drepturi",
        "Relații",
    ]


def test_the_report_prints_four_levels_and_no_kindergarten():
    assert [str(cycle) for cycle in REPORTED_CYCLES] == [
        "primar",
        "gimnaziu",
        "liceu",
        "nespecificat",
    ]
    assert Cycle.PRESCHOOL not in REPORTED_CYCLES


def test_a_school_is_urban_or_rural():
    assert Medium.values == ["urban", "rural"]
