"""Stories with choices as branching scenarios: a scene with choices is a branching question, an
ending a text; the title of each piece is the scene's short name."""

from media.h5p.content import AdvancedText, BranchingQuestion, BranchingScenario, Nested
from media.h5p.content.branching import Alternative, EndScreen, Piece, Screen
from media.h5p.content.registry import Content
from quizzes.drafts import QuestionDraft
from quizzes.exchange.texts import ENDS, escaped, paragraphs
from quizzes.sheets import Scene

USUAL_END = -1


def write_story(draft: QuestionDraft, language: str) -> BranchingScenario:
    """The whole story. Its closing is what the end screen says."""
    place = {scene.key: number for number, scene in enumerate(draft.scenes)}
    title = ENDS.get(language, ENDS["en"])
    return BranchingScenario(
        title=escaped(draft.text),
        start_title=escaped(draft.text),
        pieces=tuple(_piece(draft, scene, place) for scene in draft.scenes),
        ends=(EndScreen(title=title, subtitle=escaped(draft.closing), end_id=USUAL_END),),
    )


def _piece(draft: QuestionDraft, scene: Scene, place: dict[str, int]) -> Piece:
    speaker = f"<p><strong>{escaped(scene.speaker)}</strong></p>" if scene.speaker else ""
    told = f"{speaker}{paragraphs(scene.text)}"
    if scene.ending:
        return Piece(content=_named(AdvancedText(text=told), scene.key), next_id=USUAL_END)
    alternatives = tuple(
        Alternative(
            text=escaped(choice.text),
            next_id=place[choice.leads_to],
            feedback=Screen(subtitle=escaped(choice.feedback)),
        )
        for choice in draft.choices
        if choice.scene == scene.key
    )
    return Piece(
        content=_named(BranchingQuestion(question=told, alternatives=alternatives), scene.key)
    )


def _named(content: Content, key: str) -> Nested:
    metadata = {"contentType": content.KIND, "license": "U", "title": key}
    return Nested(content, metadata=metadata)
