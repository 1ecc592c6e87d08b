"""The editor's form of a recording, with its caption tracks."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.widgets import AdminImageChooser
from wagtailmedia.forms import BaseMediaForm

from lms.core.enums import ContentLanguage
from lms.core.numbers import format_size
from media.models import CaptionTrack, Recording
from media.recordings import ffmpeg, services, sniffing, webvtt
from media.recordings.enums import RenditionState
from media.recordings.words import said_of


class RecordingForm(BaseMediaForm):
    """Checks the file by what it holds, fills in what can be read from it, and publishes only what
    everybody can follow. `captions` are the forms of its caption tracks."""

    class Meta(BaseMediaForm.Meta):
        widgets = {
            **BaseMediaForm.Meta.widgets,
            "poster": AdminImageChooser,
            "duration": forms.NumberInput(attrs={"min": "0", "step": "0.1"}),
        }

    def __init__(self, data: Any = None, files: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, files, *args, **kwargs)
        self.fields["duration"].required = False
        self.fields["duration"].help_text = _(
            "Se citește din fișier. Scrieți-o numai dacă nu se poate citi."
        )
        if self.instance.type == sniffing.AUDIO:
            for name in ("poster", "silent"):
                self.fields.pop(name, None)
        prefix = f"{self.prefix}-captions" if self.prefix else "captions"
        # A form without them, such as the one in Wagtail's chooser, leaves the tracks as they are.
        sent = data if data is not None and f"{prefix}-TOTAL_FORMS" in data else None
        self.captions = CaptionFormSet(
            sent, files if sent is not None else None, instance=self.instance, prefix=prefix
        )

    @property
    def copies(self) -> list[dict[str, object]]:
        """What became of each lighter copy, in words."""
        if not self.instance.pk:
            return []
        return [
            {
                "label": copy.get_kind_display(),
                "state": copy.get_state_display(),
                "size": copy.size,
            }
            for copy in self.instance.renditions.filter(source_hash=self.instance.file_hash)
        ]

    @property
    def copies_note(self) -> str:
        """What an editor should know about the copies; empty when all is well."""
        if ffmpeg.program() is None:
            return _(
                "Pe server lipsește ffmpeg: se redă originalul, iar varianta 360p și cea numai cu "
                "sunet nu se fac. Încărcați un fișier cât mai mic."
            )
        states = {copy.state for copy in self.instance.renditions.all()}
        if RenditionState.FAILED in states:
            return _("O copie nu s-a putut face. Originalul se redă; salvați fișierul din nou.")
        if services.copies_due(self.instance):
            return _("Se pregătesc. Până atunci se redă originalul.")
        return ""

    def is_valid(self) -> bool:
        """Both the recording's own fields and its tracks."""
        valid = super().is_valid()
        return (not self.captions.is_bound or self.captions.is_valid()) and valid

    def clean(self) -> dict[str, Any]:
        """Read the file, then check what it takes to be published."""
        values = super().clean()
        if "file" in self.changed_data and values.get("file"):
            self._read_file(values)
        if not values.get("duration"):
            self.add_error("duration", _("Scrieți cât durează, în secunde."))
        if self.captions.is_bound:
            self.captions.duration = values.get("duration")
        if values.get("published"):
            self._check_published(values)
        return values

    def save(self, commit: bool = True) -> Recording:
        """Save the recording and its tracks; a new file is read and its copies are made."""
        recording = super().save(commit)
        if commit:
            if self.captions.is_bound:
                self.captions.save()
            if "file" in self.changed_data:
                services.note_file(recording=recording)
            else:
                services.ask_for_copies(recording=recording)
        return recording

    def _read_file(self, values: dict[str, Any]) -> None:
        file = values["file"]
        if file.size > settings.RECORDING_LIMIT:
            most = format_size(settings.RECORDING_LIMIT)
            self.add_error(
                "file", _("Fișierul este prea mare: cel mult %(most)s.") % {"most": most}
            )
            return
        file.seek(0)
        container = sniffing.container_of(file.read(sniffing.HEAD))
        file.seek(0)
        if problem := self._problem_of(file.name, container):
            self.add_error("file", problem)
            return
        self.instance.type = sniffing.kind_of(container)
        try:
            with services.on_disk(file, container) as path:
                facts = ffmpeg.probe(path, container)
                services.take_notes_out(path, container, file)
        except ffmpeg.FFmpegMissingError:
            self.instance.width = self.instance.height = None
            return
        except ffmpeg.FFmpegFailedError:
            said = _("Fișierul nu se poate citi. Salvați-l din nou și încercați încă o dată.")
            self.add_error("file", said)
            return
        finally:
            file.seek(0)
        if not facts.has_pictures and self.instance.type == sniffing.VIDEO:
            self.add_error("file", _("Fișierul nu are imagini. Adăugați-l ca înregistrare audio."))
            return
        values["duration"] = facts.duration
        if "silent" in self.fields:
            values["silent"] = not facts.has_sound
        self.instance.width, self.instance.height = facts.width or None, facts.height or None

    def _problem_of(self, name: str, container: str | None) -> str:
        """What is wrong with the kind of the file; empty when nothing is."""
        if container is None:
            return _("Acest fel de fișier nu se acceptă. Video: mp4, webm. Audio: mp3, m4a, ogg.")
        extension = name.rpartition(".")[2].lower()
        if extension != container:
            said = _(
                "Fișierul este %(container)s, dar numele lui se termină în "
                ".%(extension)s. Schimbați terminația numelui."
            )
            return said % {"container": container, "extension": extension}
        kind = sniffing.kind_of(container)
        known = self.instance.type in (sniffing.VIDEO, sniffing.AUDIO)
        if known and kind != self.instance.type:
            if kind == sniffing.VIDEO:
                return _(
                    "Fișierul este un video, iar aici se adaugă o înregistrare audio. "
                    "Adăugați-l ca video."
                )
            return _(
                "Fișierul este o înregistrare audio, iar aici se adaugă un video. "
                "Adăugați-l ca înregistrare audio."
            )
        return ""

    def _check_published(self, values: dict[str, Any]) -> None:
        if not (values.get("transcript") or "").strip():
            self.add_error(
                "transcript",
                _("Fără transcriere nu se poate publica. Scrieți-o sau debifați publicarea."),
            )
        romanian = ContentLanguage.ROMANIAN
        if self.instance.type == sniffing.VIDEO and not self.captions.will_have(romanian):
            said = _("Un video se publică numai cu subtitrări în română. Adăugați-le.")
            self.add_error("published", said)


class CaptionForm(forms.ModelForm):
    """One track: a file, or text to correct in place."""

    file = forms.FileField(
        label=gettext_lazy("fișier .vtt sau .srt"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt"}),
    )

    class Meta:
        model = CaptionTrack
        fields = ["language", "kind", "file", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False

    def has_changed(self) -> bool:
        """A form for another track that nobody filled in is no track: language and kind are set
        before anybody touches it."""
        if self.instance.pk is None:
            return bool(set(self.changed_data) & {"file", "text"})
        return super().has_changed()

    def cues(self, duration: float | None) -> list[webvtt.Cue]:
        """What is in the file or else in the text. Raises BadCaptions."""
        file = self.cleaned_data.get("file")
        if not file:
            return webvtt.read(self.cleaned_data.get("text") or "", duration=duration)
        content = file.read(webvtt.MOST_BYTES + 1)
        return webvtt.read(content, duration=duration, srt=file.name.lower().endswith(".srt"))


class BaseCaptionFormSet(forms.BaseInlineFormSet):
    """`duration`, in seconds, is that of the recording that is saved with them."""

    duration: float | None = None

    def clean(self) -> None:
        """Read every track against the length of the recording."""
        super().clean()
        for form in self.forms:
            if self._is_left_out(form):
                continue
            try:
                form.instance.text = webvtt.write(form.cues(self.duration))
            except webvtt.BadCaptions as error:
                form.add_error("text", [said_of(problem) for problem in error.problems])

    def will_have(self, language: str) -> bool:
        """Whether the recording has a track in this language once this is saved."""
        if not self.is_bound:
            known = self.instance.tracks.filter(language=language) if self.instance.pk else None
            return bool(known and known.exists())
        kept = [form for form in self.forms if not self._is_left_out(form)]
        return any(form.cleaned_data.get("language") == language for form in kept)

    def get_unique_error_message(self, unique_check: Any) -> str:
        """Said of two tracks in one language."""
        return _(
            "Limba aceasta are deja subtitrări. Alegeți altă limbă sau ștergeți unele dintre ele."
        )

    def _is_left_out(self, form: CaptionForm) -> bool:
        if not hasattr(form, "cleaned_data"):
            form.full_clean()
        is_new = form.instance.pk is None
        return self._should_delete_form(form) or (is_new and not form.has_changed())


CaptionFormSet = forms.inlineformset_factory(
    Recording, CaptionTrack, form=CaptionForm, formset=BaseCaptionFormSet, extra=1, can_delete=True
)
