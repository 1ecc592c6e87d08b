"""RR11: who was reached by campaigns; joint events count once for the platform."""

from lms.reach.counting import CampaignFact, count_campaigns


def run(event="gara", org="ELIB", method="attendance", people=100, status="reported"):
    return CampaignFact("r", event, org, method, people, status)


def test_attendance_and_unique_visitors_are_people():
    facts = [run(people=120), run(event="site", method="unique_visitors", people=3000)]
    assert count_campaigns(facts).people == 3120


def test_impressions_and_estimates_are_apart():
    facts = [run(people=10), run(method="impressions", people=9000), run(method="estimate")]
    report = count_campaigns(facts)
    assert (report.people, report.excluded) == (10, {"impressions": 9000, "estimate": 100})


def test_a_joint_event_counts_once_with_the_highest_figure():
    facts = [run(org="ELIB", people=300), run(org="LOGS", people=280)]
    assert count_campaigns(facts).people == 300


def test_a_joint_event_counts_fully_in_each_organisations_line():
    facts = [run(org="ELIB", people=300), run(org="LOGS", people=280)]
    assert count_campaigns(facts).by_org == {"ELIB": 300, "LOGS": 280}


def test_one_event_counted_both_ways_by_one_organisation_counts_once():
    facts = [run(people=300), run(method="unique_visitors", people=450)]
    assert count_campaigns(facts).by_org == {"ELIB": 450}


def test_events_of_one_organisation_add_up():
    assert count_campaigns([run(people=300), run(event="piata", people=50)]).people == 350


def test_drafts_returned_and_void_runs_do_not_count():
    facts = [run(event=status, status=status) for status in ("draft", "rejected", "void")]
    assert count_campaigns([*facts, run(event="x", status="verified", people=7)]).people == 7


def test_uncounted_impressions_are_not_shown_either():
    assert count_campaigns([run(method="impressions", status="void")]).excluded["impressions"] == 0


def test_a_void_figure_does_not_hide_the_partners():
    facts = [run(org="ELIB", people=900, status="void"), run(org="LOGS", people=280)]
    assert count_campaigns(facts).people == 280
