"""RR12: people trained and seats, by audience."""

from datetime import date

from lms.reach.counting import TrainingCell, TrainingFact, count_trainings


def training(ref="F1", people=(), participants=0, **fields):
    usual = {
        "organisation": "ELIB",
        "audience": "asistenti_sociali",
        "topic": "constientizare",
        "mode": "list" if people else "count",
        "date": date(2020, 5, 4),
        "status": "reported",
    }
    return TrainingFact(ref, participants=participants, people=frozenset(people), **usual | fields)


def test_a_person_on_two_lists_is_one_person_in_two_seats():
    facts = [training("F1", people="ab"), training("F2", people="bc")]
    assert count_trainings(facts).whole == TrainingCell(persons=3, seats=4, trainings=2)


def test_a_head_count_is_taken_as_it_is():
    facts = [training("F1", participants=30), training("F2", participants=12)]
    assert count_trainings(facts).whole == TrainingCell(persons=42, seats=42, trainings=2)


def test_lists_and_head_counts_stand_together():
    facts = [training("F1", people="ab"), training("F2", participants=12)]
    assert count_trainings(facts).whole.persons == 14


def test_the_participants_of_a_list_are_those_on_it():
    assert count_trainings([training(people="ab", participants=99)]).whole.persons == 2


def test_a_list_on_which_nobody_came_is_a_training_without_people():
    fact = training("F1")._replace(mode="list", participants=20)
    assert count_trainings([fact]).whole == TrainingCell(0, 0, 1)


def test_a_person_of_two_audiences_is_in_both_and_once_in_the_whole():
    facts = [training("F1", people="a"), training("F2", people="a", audience="politisti")]
    report = count_trainings(facts)
    parts = {code: cell.persons for code, cell in report.by_audience.items()}
    assert (report.whole.persons, parts) == (1, {"asistenti_sociali": 1, "politisti": 1})


def test_seats_of_the_audiences_add_up():
    facts = [training("F1", people="ab"), training("F2", people="a", audience="politisti")]
    report = count_trainings(facts)
    assert sum(cell.seats for cell in report.by_audience.values()) == report.whole.seats == 3


def test_each_organisation_has_its_line_by_audience():
    facts = [training("F1", people="ab"), training("F2", people="ac", organisation="LOGS")]
    assert count_trainings(facts).by_audience_and_org == {
        ("asistenti_sociali", "ELIB"): TrainingCell(2, 2, 1),
        ("asistenti_sociali", "LOGS"): TrainingCell(2, 2, 1),
    }


def test_only_reported_and_verified_trainings_count():
    statuses = ("draft", "reported", "verified", "rejected", "void")
    facts = [training(status, participants=1, status=status) for status in statuses]
    assert count_trainings(facts).whole.persons == 2
