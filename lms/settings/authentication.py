"""Sign-in through django-allauth: by e-mail, with a second factor where the role needs one."""

from lms.settings.environment import DEBUG, DEMO, SITE_URL, env

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:home"
LOGOUT_REDIRECT_URL = "/"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "lms.people.password_rules.LongEnoughValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "lms.people.password_rules.NotOnlyDigitsValidator"},
]

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "lms.people.forms.sign_up.TeacherSignupForm"
ACCOUNT_ADAPTER = "lms.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "lms.people.forms.sign_in.LoginForm",
    "signup": "lms.people.forms.sign_in.SignupForm",
    "change_password": "lms.people.forms.sign_in.ChangePasswordForm",
    "set_password": "lms.people.forms.sign_in.SetPasswordForm",
    "reset_password": "lms.people.forms.sign_in.ResetPasswordForm",
    "reset_password_from_key": "lms.people.forms.sign_in.ResetPasswordKeyForm",
    "add_email": "lms.people.forms.sign_in.AddEmailForm",
    "reauthenticate": "lms.people.forms.sign_in.ReauthenticateForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
# One address an account: a new one replaces the old once it is confirmed.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = SITE_URL.split("://")[0]
# A whole school stands behind one address: limits are by account or generous by address.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "200/m/ip,5/300s/key",
    "signup": "100/m/ip",
    # Anyone can have these letters sent to anyone: a few, not a flood. Every link holds for three
    # days, so whoever used up the day's letters of somebody else has kept nobody out.
    "confirm_email": "1/180s/key,20/d/key",
    "reset_password": "100/m/ip,5/m/key,20/d/key",
    "reset_password_from_key": "100/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "10/m/user,30/d/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

MFA_ADAPTER = "lms.people.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "lms.people.forms.second_factor.AuthenticateForm",
    "reauthenticate": "lms.people.forms.second_factor.ReauthenticateForm",
    "activate_totp": "lms.people.forms.second_factor.ActivateTOTPForm",
    "add_webauthn": "lms.people.forms.second_factor.AddWebAuthnForm",
    "login_webauthn": "lms.people.forms.second_factor.LoginWebAuthnForm",
    "edit_webauthn": "lms.people.forms.second_factor.EditWebAuthnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "ProTECT"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
# Passkeys over plain http are only for a demonstration on this machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO or DEBUG

# Roles that must have a second factor before they reach anything but their own account.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=not (DEMO or DEBUG))
