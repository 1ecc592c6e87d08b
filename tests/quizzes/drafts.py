"""Whole questions of every kind: one sample each, and strategies for any."""

from hypothesis import strategies as st

from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.enums import Kind
from quizzes.sheets import Scene

# Signs that other formats give a meaning to come up often.
words = (
    st.text(st.sampled_from("abcăîșțĂȘ 12~={}#:%>-\\/\"'„”.,?!|&<\n"), min_size=1, max_size=24)
    .map(str.strip)
    .filter(lambda text: text and "{" not in text)
)
any_words = (
    st.text(st.sampled_from("abcăîșțĂȘ 12~={}#:%>-\\/\"'„”.,?!|&<\n"), min_size=1, max_size=24)
    .map(str.strip)
    .filter(bool)
)


def choices(texts, feedback="De ce.", **each):
    """Options with these texts; each keyword is a value for every option in turn."""
    rows = [dict(zip(each, values, strict=True)) for values in zip(*each.values(), strict=True)]
    rows = rows or [{} for _ in texts]
    return tuple(
        ChoiceDraft(text, f"{feedback} {text}", **row)
        for text, row in zip(texts, rows, strict=True)
    )


STORY = (
    Scene("start", "Vlad", "Salut."),
    Scene("poza", "Vlad", "Trimite o poză."),
    Scene("bine", "", "Ai spus cuiva. 119 te ajută.", ending=True),
)
SAMPLES = {
    Kind.SINGLE: QuestionDraft(
        Kind.SINGLE, "Ce faci?", "Bine.", choices("ABC", correct=[False, True, False])
    ),
    Kind.MULTIPLE: QuestionDraft(
        Kind.MULTIPLE, "Ce observi?", "", choices("ABCD", correct=[True, True, False, False])
    ),
    Kind.TRUE_FALSE: QuestionDraft(
        Kind.TRUE_FALSE, "Ai dreptul.", "", choices(["Adevărat", "Fals"], correct=[True, False])
    ),
    Kind.ORDER: QuestionDraft(Kind.ORDER, "În ce ordine?", "", choices(["unu", "doi", "trei"])),
    Kind.MATCH: QuestionDraft(
        Kind.MATCH, "Cine ajută?", "", choices("ABC", match=["112", "119", "0800"])
    ),
    Kind.FILL: QuestionDraft(
        Kind.FILL, "Spun {1} unui {2}.", "", choices(["nu", "adult", "mâine"], gap=[1, 2, 0])
    ),
    Kind.SCALE: QuestionDraft(
        Kind.SCALE, "Cât de sigur?", "", choices(["deloc", "puțin", "destul", "foarte"])
    ),
    Kind.BRANCHING: QuestionDraft(
        Kind.BRANCHING,
        "Un mesaj nou.",
        "",
        choices(
            ["Răspund", "Închid", "Spun nu"],
            scene=["start", "start", "poza"],
            leads_to=["poza", "bine", "bine"],
        ),
        STORY,
    ),
    Kind.FREE_TEXT: QuestionDraft(Kind.FREE_TEXT, "Cui îi spui?", "Păstrează-l pentru tine."),
}


def _texts(least, most):
    return st.lists(any_words, min_size=least, max_size=most, unique=True)


@st.composite
def single(draw, kind=Kind.SINGLE, least=3, most=4):
    texts = draw(_texts(least, most))
    right = draw(st.integers(0, len(texts) - 1))
    marks = [place == right for place in range(len(texts))]
    return QuestionDraft(
        kind, draw(any_words), draw(closings), draw(with_feedback(texts, correct=marks))
    )


closings = st.just("") | any_words


@st.composite
def with_feedback(draw, texts, **each):
    rows = [dict(zip(each, values, strict=True)) for values in zip(*each.values(), strict=True)]
    rows = rows or [{} for _ in texts]
    return tuple(
        ChoiceDraft(text, draw(any_words), **row) for text, row in zip(texts, rows, strict=True)
    )


@st.composite
def multiple(draw):
    texts = draw(_texts(4, 6))
    marks = draw(st.permutations([True, True, False, *[draw(st.booleans()) for _ in texts[3:]]]))
    return QuestionDraft(
        Kind.MULTIPLE, draw(any_words), draw(closings), draw(with_feedback(texts, correct=marks))
    )


@st.composite
def order(draw):
    return QuestionDraft(
        Kind.ORDER, draw(any_words), draw(closings), draw(with_feedback(draw(_texts(3, 6))))
    )


@st.composite
def match(draw):
    texts = draw(_texts(3, 5))
    sides = draw(_texts(2, len(texts)))
    sides += [draw(st.sampled_from(sides)) for _ in texts[len(sides) :]]
    return QuestionDraft(
        Kind.MATCH, draw(any_words), draw(closings), draw(with_feedback(texts, match=sides))
    )


@st.composite
def fill(draw):
    gaps = draw(st.integers(1, 3))
    text = "".join(f"{draw(words)} {{{number}}} " for number in range(1, gaps + 1)) + draw(words)
    texts = draw(_texts(gaps + 1, gaps + 3))
    extra = [draw(st.integers(0, gaps)) for _ in texts[gaps:]]
    places = draw(st.permutations([*range(1, gaps + 1), *extra]))
    return QuestionDraft(Kind.FILL, text, draw(closings), draw(with_feedback(texts, gap=places)))


@st.composite
def scale(draw):
    return QuestionDraft(
        Kind.SCALE, draw(any_words), draw(closings), draw(with_feedback(draw(_texts(4, 5))))
    )


@st.composite
def branching(draw):
    """Scenes in a row; each choice leads to a later one, so that no way comes back."""
    number = draw(st.integers(2, 6))
    scenes, rows = [], []
    for place in range(number):
        ending = place == number - 1
        scenes.append(Scene(f"s{place}", draw(closings), draw(any_words), ending))
        if not ending:
            onward = [place + 1, *draw(st.lists(st.integers(place + 1, number - 1), max_size=2))]
            rows += [(f"s{place}", f"s{to}") for to in onward]
    if len(rows) < 2:
        rows.append(rows[0])
    texts = draw(_texts(len(rows), len(rows)))
    made = with_feedback(texts, scene=[r[0] for r in rows], leads_to=[r[1] for r in rows])
    return QuestionDraft(Kind.BRANCHING, draw(any_words), draw(closings), draw(made), tuple(scenes))


free_text = st.builds(QuestionDraft, st.just(Kind.FREE_TEXT), any_words, any_words)
BY_KIND = {
    Kind.SINGLE: single(),
    Kind.MULTIPLE: multiple(),
    Kind.TRUE_FALSE: single(Kind.TRUE_FALSE, 2, 2),
    Kind.ORDER: order(),
    Kind.MATCH: match(),
    Kind.FILL: fill(),
    Kind.SCALE: scale(),
    Kind.BRANCHING: branching(),
    Kind.FREE_TEXT: free_text,
}
any_draft = st.one_of(*BY_KIND.values())
