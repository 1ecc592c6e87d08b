"""Drafts as an editor's form keeps them: white space that no reader sees is not there."""

from dataclasses import replace

from quizzes.enums import Kind
from tests.quizzes.drafts import BY_KIND


def one_line(text):
    return " ".join(text.split())


def lines(text):
    return "\n".join(filter(None, map(one_line, text.split("\n"))))


def kept(draft):
    """The draft with one line in fields of one line, and the choices of a story by their scenes."""
    choices = tuple(
        replace(
            choice,
            text=one_line(choice.text),
            match=one_line(choice.match),
            feedback=lines(choice.feedback),
        )
        for choice in draft.choices
    )
    scenes = tuple(
        replace(scene, speaker=one_line(scene.speaker), text=lines(scene.text))
        for scene in draft.scenes
    )
    place = {scene.key: number for number, scene in enumerate(scenes)}
    if draft.kind == Kind.BRANCHING:
        choices = tuple(sorted(choices, key=lambda choice: place[choice.scene]))
    return replace(
        draft, text=one_line(draft.text), closing=lines(draft.closing), choices=choices,
        scenes=scenes,
    )  # fmt: skip


def distinct(draft):
    """Whether options still differ once white space is."""
    texts = [choice.text for choice in draft.choices]
    return len(set(texts)) == len(texts)


def drafts_of(kind):
    return BY_KIND[kind].map(kept).filter(distinct)
