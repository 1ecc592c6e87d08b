"""The report in the shape that REACH_RULES fixes for machines."""

from lms.reach.counting import Breakdown, Report
from lms.reach.versions import software_version

# Section 4 of the printed report, in its order. Six rows are assistance that only members declare.
DECLARED_ONLY = (
    "centre_rezidentiale",
    "centre_de_zi",
    "reintegrare_piata_muncii",
    "proceduri_penale",
    "repatriere",
    "consiliere",
)


def as_json(report: Report) -> dict[str, object]:
    """The whole report, unsuppressed: for the secretariat and the command line only.

    Parts that no record feeds yet are there with zero, so that a reader of the file never has to
    ask whether a key exists. `year` is the year in which the period starts.
    """
    informed = {
        "class_unique_pupils": report.unique_pupils.pupils,
        "class_adults": report.contacts.adults,
        "online_unique_completers": report.online.online.completers,
        "campaigns": 0,
        "declared": 0,
    }
    return {
        "year": report.period.start.year,
        "as_of": report.as_of.isoformat(),
        "sessions": _sessions(report),
        "section4": dict.fromkeys(DECLARED_ONLY, 0)
        | {"persoane_informate": sum(informed.values())},
        "persoane_informate_components": informed,
        "campaigns_by_org": {},
        "campaigns_excluded": {"impressions": 0, "estimate": 0},
        "section8": {
            "persoane_instruite": 0,
            "participari": 0,
            "declared": 0,
            "by_audience": {},
        },
        "rules_version": report.rules_version,
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
