"""What a package holds, piece by piece, for an editor to look at before anything is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quizzes.drafts import QuestionDraft
from quizzes.exchange.losses import Lost


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of a question: its path in content/, what is seen in it, whose it is."""

    path: str
    description: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One question, or what has no native form (`draft` is None). `kind` is H5P's name of it."""

    kind: str
    title: str
    draft: QuestionDraft | None = None
    losses: tuple[Lost, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Collected:
    """A whole package: its parts, and what of the package itself does not come along."""

    title: str
    language: str
    parts: tuple[Part, ...]
    losses: tuple[Lost, ...] = ()

    @property
    def questions(self) -> tuple[Part, ...]:
        """The parts that become questions."""
        return tuple(part for part in self.parts if part.draft is not None)


@dataclass
class Gathering:
    """Where the parts and losses of one reading come together."""

    language: str
    parts: list[Part] = field(default_factory=list)
    losses: list[Lost] = field(default_factory=list)

    def lose(self, *lost: Lost | None) -> None:
        """Note losses of the package itself."""
        self.losses += [one for one in lost if one is not None]

    def add(
        self,
        kind: str,
        draft: QuestionDraft,
        losses: Iterable[Lost | None] = (),
        picture: Picture | None = None,
    ) -> None:
        """A question."""
        told = tuple(dict.fromkeys(one for one in losses if one is not None))
        self.parts.append(Part(kind, draft.text, draft, told, picture))
