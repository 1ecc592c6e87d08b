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
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import Locale

from media.h5p.entries import name_of
from media.h5p.errors import shown
from media.models import ContentImage
from quizzes.drafts import QuestionDraft
from quizzes.exchange.parts import Picture
from quizzes.models import Question, QuestionPackage, Quiz, QuizQuestion
from quizzes.services.questions import add_question

KEPT_FOR = timedelta(days=7)
_STEM = 48
_BEGINNINGS = {b"\x89PNG": ".png", b"\xff\xd8": ".jpg", b"GIF8": ".gif"}


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
    known = QuestionPackage.objects.filter(digest=digest.hexdigest())
    package = known.first()
    if package is None:
        called = (file.name or "")[-200:]
        package = QuestionPackage(digest=digest.hexdigest(), file_name=called, file=file)
        try:
            with transaction.atomic():
                package.save()
        except IntegrityError:
            # Somebody sent the same file at the same moment; nothing would point at this copy.
            if copy := package.file.name:
                package.file.storage.delete(copy)
            return known.get()
    elif (name := package.file.name) and not package.file.storage.exists(name):
        package.file = file
        package.save(update_fields=["file"])
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
    not whole and for a picture that the library does not take; then nothing is saved.
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
        # The archive was checked when it was received: names, sizes, that these are images. The
        # names are read as the check read them.
        entries = {name_of(entry): entry for entry in archive.infolist()}
        for picture in dict.fromkeys(pictures):
            body = archive.read(entries[f"content/{picture.path}"])
            image = ContentImage(
                title=picture.description[:255],
                description=picture.description[:255],
                credit=shown(picture.credit, 200),
                file=ImageFile(BytesIO(body), name=_file_name(picture.path, body)),
                uploaded_by_user=by,
            )
            try:
                image.save()
            except ValidationError as refused:
                said = [f"{picture.path}: {one}" for one in refused.messages]
                raise ValidationError(said) from refused


def _file_name(path: str, body: bytes) -> str:
    """The picture's name with the ending of what it is: in packages many a .jpg is a PNG."""
    name = PurePosixPath(path)
    ending = next((one for begins, one in _BEGINNINGS.items() if body.startswith(begins)), "")
    return name.with_suffix(ending or name.suffix).name


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
