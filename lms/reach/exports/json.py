"""The report in the shape that REACH_RULES fixes for machines."""

from lms.reach.counting import Breakdown, Report, YearReport
from lms.reach.versions import software_version


def as_json(report: YearReport) -> dict[str, object]:
    """The whole report, unsuppressed: for the secretariat and the command line only.

    Everything is there, zero or not, so that a reader of the file never has to ask whether a key
    exists.
    """
    informed = report.informed
    return {
        "year": report.year,
        "as_of": report.as_of.isoformat(),
        "sessions": _sessions(report.sessions),
        "section4": report.section_4,
        "persoane_informate_components": {
            "class_unique_pupils": informed.class_unique_pupils,
            "class_adults": informed.class_adults,
            "online_unique_completers": informed.online_unique_completers,
            "campaigns": informed.campaigns,
            "declared": informed.declared,
        },
        "campaigns_by_org": dict(report.campaigns.by_org),
        "campaigns_excluded": dict(report.campaigns.excluded),
        "section8": {
            "persoane_instruite": report.trained,
            "participari": report.trainings.whole.seats,
            "declared": report.declared_trained,
            "by_audience": report.trained_by_audience,
        },
        "rules_version": report.sessions.rules_version,
        "software_version": software_version(),
        "snapshot": None,
    }


def _sessions(report: Report) -> dict[str, object]:
    unique = report.unique_pupils
    return {
        "contacts": report.contacts.as_dict(),
        "verified": report.verified.as_dict(),
        **{
            cut.value: {part: cell.as_dict() for part, cell in report.breakdowns[cut].items()}
            for cut in Breakdown
        },
        "unique_pupils": {
            "girls": unique.girls,
            "boys": unique.boys,
            "undisclosed": unique.undisclosed,
            "pupils": unique.pupils,
        },
        "unique_by_county": dict(report.unique_by_county),
        "schools": report.schools,
        "teachers": report.teachers,
        "unconfirmed": report.unconfirmed.as_dict(),
        "quarantined": [row.fact.reference for row in report.quarantined],
        "duplicates": [[row.fact.reference, row.counted_instead] for row in report.duplicates],
    }
