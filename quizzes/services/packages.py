"""Questions out of packages: received, looked at, put into the bank as a quiz, or dropped."""

import hashlib
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import Locale

from media.h5p.errors import shown
from media.models import ContentImage
from quizzes.drafts import QuestionDraft
from quizzes.exchange.parts import Picture
from quizzes.models import Question, QuestionPackage, Quiz, QuizQuestion
from quizzes.services.questions import add_question

KEPT_FOR = timedelta(days=7)
_STEM = 48


@dataclass(frozen=True, slots=True)
class Taken:
    """A question that an editor takes over, and its picture if that is described."""

    draft: QuestionDraft
    picture: Picture | None = None


def receive_package(*, file: "UploadedFile[Any]") -> QuestionPackage:
    """Keep the file until somebody decides, or return what came of the same file before."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    package, _made = QuestionPackage.objects.get_or_create(
        digest=digest.hexdigest(), defaults={"file_name": (file.name or "")[-200:], "file": file}
    )
    return package


@transaction.atomic
def save_package(
    *,
    package: QuestionPackage,
    title: str,
    locale: Locale,
    taken: Sequence[Taken],
    by: AbstractBaseUser,
) -> Quiz:
    """Put the questions into the bank and make a quiz of them, once.

    A package that has become a quiz gives that quiz. Raises ValidationError for a question that is
    not whole; then nothing is saved.
    """
    kept = QuestionPackage.objects.select_for_update().get(pk=package.pk)
    if kept.quiz is not None:
        return kept.quiz
    quiz = Quiz(title=title, locale=locale)
    quiz.places = [
        QuizQuestion(question=question, sort_order=place)
        for place, question in enumerate(_questions(kept, locale, taken))
    ]
    quiz.full_clean()
    quiz.save()
    _add_pictures(kept, [one.picture for one in taken if one.picture], by)
    name, kept.quiz, kept.file = kept.file.name, quiz, ""
    kept.save()
    log(instance=quiz, action="wagtail.create", user=by)
    transaction.on_commit(partial(kept.file.storage.delete, name))
    return quiz


def _questions(
    package: QuestionPackage, locale: Locale, taken: Iterable[Taken]
) -> Iterable[Question]:
    for number, one in enumerate(taken, start=1):
        stem = slugify(one.draft.text)[:_STEM].strip("-") or "intrebare"
        key = f"{stem}-{package.digest[:8]}-{number}"
        yield add_question(key=key, locale=locale, draft=one.draft)


def _add_pictures(
    package: QuestionPackage, pictures: Sequence[Picture], by: AbstractBaseUser
) -> None:
    if not pictures:
        return
    with package.file.open("rb") as file, zipfile.ZipFile(file) as archive:
        # The archive was checked when it was received: names, sizes, that these are images.
        for picture in dict.fromkeys(pictures):
            body = archive.read(f"content/{picture.path}")
            image = ContentImage(
                title=picture.description[:255],
                description=picture.description[:255],
                credit=shown(picture.credit, 200),
                file=ImageFile(BytesIO(body), name=PurePosixPath(picture.path).name),
                uploaded_by_user=by,
            )
            image.save()


def drop_package(*, package: QuestionPackage) -> None:
    """Forget a file whose questions nobody wants."""
    name, storage = package.file.name, package.file.storage
    package.delete()
    if name:
        transaction.on_commit(partial(storage.delete, name))


def drop_old_packages() -> int:
    """Forget the files that were looked at and left lying; return how many."""
    lying = QuestionPackage.objects.filter(quiz=None, received_at__lt=timezone.now() - KEPT_FOR)
    for package in lying:
        drop_package(package=package)
    return len(lying)
