"""Folders of import files that tests write by hand."""

from pathlib import Path

TITLES = {
    "schools.csv": "siiir,name,county,locality,medium,level",
    "class_sessions.csv": (
        "session_ref,revision,recorded_at,status,org_code,school_siiir,class_label,lesson_code,"
        "date,girls,boys,undisclosed,adults,duration_min,modality,group_type,duplicate_override,"
        "project_code"
    ),
    "online_completions.csv": "learner_token,module,date,completed,session_ref,recorded_at",
    "training_sessions.csv": (
        "training_ref,date,org_code,audience,topic,mode,participants,status,recorded_at"
    ),
    "training_participants.csv": "training_ref,person_token,attended",
    "campaigns.csv": "event_key,org_code,year,method,people,status,recorded_at",
    "service_counts.csv": "org_code,indicator,year,value,status,recorded_at,in_addition",
}


def session(ref, label="7 B", day="2020-03-03", girls=10, boys=10, **cells) -> str:
    """A row of class_sessions.csv: a reported class of one school in Cluj."""
    usual = {
        "revision": 1,
        "recorded_at": f"{day}T15:00:00+02:00",
        "status": "reported",
        "org": "ELIB",
        "school": "0012345678",
        "lesson": "retele-sociale",
        "undisclosed": "",
        "adults": "",
        "duration": 50,
        "modality": "in_person",
        "group": "class",
        "override": "",
        "project": "",
    } | cells
    return (
        f"{ref},{usual['revision']},{usual['recorded_at']},{usual['status']},{usual['org']},"
        f"{usual['school']},{label},{usual['lesson']},{day},{girls},{boys},{usual['undisclosed']},"
        f"{usual['adults']},{usual['duration']},{usual['modality']},{usual['group']},"
        f"{usual['override']},{usual['project']}"
    )


def write(folder: Path, **files: list[str]) -> Path:
    """Write files by name without ".csv", titles first; returns the folder."""
    for name, rows in files.items():
        text = "\n".join([TITLES[f"{name}.csv"], *rows]) + "\n"
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


SCHOOL = "0012345678,Școala Gimnazială nr. 1,CJ,Mociu,rural,gimnaziu"
