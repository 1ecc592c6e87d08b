"""Sign-up."""

from django import forms


class TeacherSignupForm(forms.Form):
    """What a teacher is asked at sign-up beyond e-mail and password."""

    def signup(self, request, user):  # noqa: ANN001
        return None
