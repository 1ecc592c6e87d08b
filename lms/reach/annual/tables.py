"""All tables of a year, in the order in which they are printed."""

from lms.reach.annual import comparing, online, organisations, quality, section4, sessions, trained
from lms.reach.annual.report import AnnualReport
from lms.reach.annual.values import AnnualTable
from lms.reach.counting import OnlineCut, TrainingCut


def annual_tables(annual: AnnualReport) -> tuple[AnnualTable, ...]:
    """T1 to T12. T3a to T3c are other cuts of the trainings of T3, T4a to T4d of the sessions of
    T4, T5a is the declared side of T5, T7a and T7b are other cuts of the completions of T7."""
    return (
        section4.section_4(annual),
        trained.section_8(annual),
        trained.trained_by_organisation(annual),
        trained.trained_by_cut(annual, TrainingCut.PROGRAMME, "T3a"),
        trained.trained_by_cut(annual, TrainingCut.COUNTY, "T3b"),
        trained.trained_by_cut(annual, TrainingCut.PLACE, "T3c"),
        sessions.by_county(annual),
        sessions.by_level(annual),
        sessions.by_medium(annual),
        sessions.by_modality(annual),
        sessions.by_county_level_and_gender(annual),
        organisations.by_organisation(annual),
        organisations.declared_by_organisation(annual),
        sessions.by_lesson(annual),
        sessions.by_month(annual),
        online.online_by(annual, OnlineCut.MODULE, "T7a"),
        online.online_by(annual, OnlineCut.AGE_BAND, "T7b"),
        comparing.year_on_year(annual),
        comparing.targets(annual),
        quality.completeness(annual),
        quality.data_quality(annual),
        quality.method(annual),
    )
