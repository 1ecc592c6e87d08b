"""One-page summaries of a training: what changed, and what the participants thought."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from lms.core.numbers import format_date
from lms.core.press import Press
from lms.training.models import EvaluationComment, TrainingEvent
from lms.training.selectors.evaluations import Distribution, EvaluationSummary
from lms.training.selectors.learned import Learned, LearnedRow

_TEMPLATES = Path(__file__).parent
# So many letters of free words fit under the bars, of each of the two kinds.
_ROOM = 700


def change_pdf(event: TrainingEvent, learned: Learned) -> bytes:
    """What the group answered before and after."""
    rows = [learned.signs, *learned.rows] if learned.signs else list(learned.rows)
    data = _head(event, _("Înainte și după formare")) | {
        "counts": [
            [_("Au răspuns înainte"), str(learned.before)],
            [_("Au răspuns după"), str(learned.after)],
            [_("De ambele dăți"), str(learned.pairs)],
            [_("Numai înainte"), str(learned.only_before)],
            [_("Numai după"), str(learned.only_after)],
        ],
        "note": _missing_pairs(learned)
        if learned.missing
        else _(
            "Câți au răspuns potrivit, dintre cei care au răspuns de ambele dăți. La scale, media."
        ),
        "columns": [_("Întrebarea"), pgettext("de formare", "Înainte"), _("După"), _("Persoane")],
        "rows": [_row(row) for row in rows],
    }
    return _print("change", data)


def evaluation_pdf(event: TrainingEvent, summary: EvaluationSummary) -> bytes:
    """What the participants ticked and said; of free words as many as there is room for."""
    parts = [(_("Ce să păstrăm"), summary.keep), (_("Ce să schimbăm"), summary.change)]
    data = _head(event, _("Părerea participanților")) | {
        "count": ngettext("%(n)d părere", "%(n)d păreri", summary.n) % {"n": summary.n},
        "note": _missing_evaluations(summary) if summary.missing else "",
        "columns": [_("Răspunsul"), _("Persoane"), _("Ca bară")],
        "distributions": [_distribution(one) for one in summary.distributions],
        "comments": [_comments(title, comments) for title, comments in parts if comments],
    }
    return _print("evaluation", data)


def _head(event: TrainingEvent, title: str) -> dict[str, object]:
    days = [format_date(timezone.localdate(one.starts_at)) for one in event.sittings.all()]
    return {
        "title": title,
        "locale": get_language() or "ro",
        "issuer": str(event.organiser),
        "event": str(event),
        "when": " · ".join([", ".join(dict.fromkeys(days)), str(event.organiser)]),
        "footer": "ProTECT",
        "code": event.code,
    }


def _missing_pairs(learned: Learned) -> str:
    return ngettext(
        "Mai trebuie %(n)d pereche de răspunsuri. Schimbarea se vede de la zece perechi în sus.",
        "Mai trebuie %(n)d perechi de răspunsuri. Schimbarea se vede de la zece perechi în sus.",
        learned.missing,
    ) % {"n": learned.missing}


def _missing_evaluations(summary: EvaluationSummary) -> str:
    return ngettext(
        "Mai trebuie %(n)d părere. Se văd de la cinci în sus.",
        "Mai trebuie %(n)d păreri. Se văd de la cinci în sus.",
        summary.missing,
    ) % {"n": summary.missing}


def _row(row: LearnedRow) -> dict[str, object]:
    return {
        "text": row.text,
        "n": str(row.n),
        "moments": [[moment.said, float(moment.width)] for moment in row.moments],
        "empty": _("sub zece persoane au răspuns de ambele dăți"),
    }


def _distribution(one: Distribution) -> dict[str, object]:
    answers = ngettext("%(n)d răspuns", "%(n)d răspunsuri", one.n) % {"n": one.n}
    few = "" if one.rows else _("sub cinci persoane au răspuns")
    return {
        "title": one.title,
        "said": " · ".join(filter(None, [one.mean, answers, few])),
        "rows": [[row.label, str(row.people), float(row.width)] for row in one.rows],
    }


def _comments(title: str, comments: Sequence[EvaluationComment]) -> dict[str, object]:
    items: list[str] = []
    for comment in comments:
        text = " ".join(comment.text.split())
        if items and sum(map(len, items)) + len(text) > _ROOM:
            break
        items.append(text)
    left = len(comments) - len(items)
    more = ngettext(
        "Încă %(n)d se citește pe pagina formării.",
        "Încă %(n)d se citesc pe pagina formării.",
        left,
    ) % {"n": left}
    return {"title": title, "items": items, "more": more if left else ""}


def _print(template: str, data: dict[str, object]) -> bytes:
    return Press(_TEMPLATES, settings.PRINT_FONTS_DIR, timezone.now()).print(template, data)
