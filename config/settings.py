"""Every setting of Second Wind, read from the environment in this one place.

With an empty environment this is the embedded default: SQLite, a broker made of files, a built-in telephone company.
DATABASE_URL and REDIS_URL make it production; TWILIO_* and ELEVENLABS_* make it ring real telephones.
"""

import hashlib
import hmac
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from environs import Env

from config import fsbroker, security
from config.schedule import beat_schedule

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent
# A test run knows nothing of the operator's keys.
if "PYTEST_VERSION" not in os.environ:
    env.read_env(str(BASE_DIR / ".env"), recurse=False)
VAR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))
VAR.mkdir(parents=True, exist_ok=True)
(VAR / "static").mkdir(exist_ok=True)

DATABASE_URL = env.str("DATABASE_URL", "")
REDIS_URL = env.str("REDIS_URL", "")
EMBEDDED = not DATABASE_URL
DEBUG = env.bool("DEBUG", False)


def _embedded_secret_key() -> str:
    """A random key made once and kept beside the database; a fresh machine needs no setting for it."""
    file = VAR / "secret_key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return file.read_text()


SECRET_KEY = env.str("SECRET_KEY", "") or (_embedded_secret_key() if EMBEDDED else "")
if not SECRET_KEY:
    sys.exit("SECRET_KEY is not set. Production needs one: 50 random characters, kept secret.")

# --- where we are reached ---------------------------------------------------------------------------------------------

PUBLIC_BASE_URL = (env.str("PUBLIC_BASE_URL", "") or "http://127.0.0.1:8000").rstrip("/")
HTTPS = PUBLIC_BASE_URL.startswith("https://")
_public_host = PUBLIC_BASE_URL.split("://")[-1].split("/")[0].rsplit(":", 1)[0]
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", []), "localhost", "127.0.0.1", "[::1]", _public_host]
CSRF_TRUSTED_ORIGINS = [PUBLIC_BASE_URL]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# --- what is installed ------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "coach",
    "runs",
    "tasks",
    "calls",
    "calls.sandbox",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_filters",
    "django_htmx",
    "django_celery_beat",
    "phonenumber_field",
    "lucide",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.permissions.PermissionsPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.page",
            ],
        },
    }
]

# --- data -------------------------------------------------------------------------------------------------------------

if DATABASE_URL:
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=60, conn_health_checks=True)}
    if DATABASES["default"]["ENGINE"].endswith("postgresql"):
        # A worker that is stopped in the middle of a transaction must not hold everybody up.
        DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c idle_in_transaction_session_timeout=60000"
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / "db.sqlite3",
            "CONN_MAX_AGE": None,
            # IMMEDIATE: a deferred transaction that reads and then writes fails at once under load, whatever the
            # timeout. No mmap_size: with several processes it lost committed rows.
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
            },
            "TEST": {"NAME": str(VAR / "test.sqlite3")},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if REDIS_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
else:
    # Shared by web and worker, unlike memory: rate limits hold across processes.
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(VAR / "cache")}
    }

# --- Celery -----------------------------------------------------------------------------------------------------------

if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
else:
    fsbroker.register()
    CELERY_BROKER_URL = "coachfs://localhost/"
    QUEUE_DIR, QUEUE_CONTROL_DIR = VAR / "queue", VAR / "queue-control"
    for _folder in (QUEUE_DIR, QUEUE_CONTROL_DIR):
        _folder.mkdir(exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(QUEUE_DIR),
        "data_folder_out": str(QUEUE_DIR),
        "control_folder": str(QUEUE_CONTROL_DIR),
        "store_processed": False,
        "polling_interval": 0.1,
    }
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
DJANGO_CELERY_BEAT_TZ_AWARE = True

# --- people -----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "coach.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional" if env.str("EMAIL_URL", "") else "none"
ACCOUNT_ADAPTER = "coach.signup.AccountAdapter"
ACCOUNT_FORMS = {"signup": "coach.signup.SignupForm"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
LOGIN_REDIRECT_URL = "home"
LOGIN_URL = "account_login"
HEADLESS_CLIENTS = ("app",)
HEADLESS_SERVE_SPECIFICATION = True

CONSOLE_MAIL = "django.core.mail.backends.console.EmailBackend"
EMAIL_CONFIG = env.dj_email_url("EMAIL_URL") if env.str("EMAIL_URL", "") else {"EMAIL_BACKEND": CONSOLE_MAIL}
globals().update({key: value for key, value in EMAIL_CONFIG.items() if key.startswith("EMAIL_")})
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "") or "Second Wind <coach@localhost>"

# --- telephone and voice ----------------------------------------------------------------------------------------------

TWILIO_ACCOUNT_SID = env.str("TWILIO_ACCOUNT_SID", "")
TWILIO_AUTH_TOKEN = env.str("TWILIO_AUTH_TOKEN", "")
TWILIO_AUTH_TOKEN_PREVIOUS = env.str("TWILIO_AUTH_TOKEN_PREVIOUS", "")
TWILIO_PHONE_NUMBER = env.str("TWILIO_PHONE_NUMBER", "")
TWILIO_VERIFY_SERVICE = env.str("TWILIO_VERIFY_SERVICE", "")
TWILIO_TRIAL = env.bool("TWILIO_TRIAL", False)
# Without keys the calls go to the built-in telephone company, which rings the telephone in the browser.
TWILIO_SANDBOX = not TWILIO_ACCOUNT_SID
TWILIO_API_BASE = ""
if TWILIO_SANDBOX:
    TWILIO_ACCOUNT_SID = "AC" + hashlib.md5(SECRET_KEY.encode(), usedforsecurity=False).hexdigest()
    TWILIO_AUTH_TOKEN = hmac.new(SECRET_KEY.encode(), b"sandbox carrier", hashlib.sha256).hexdigest()[:32]
    TWILIO_PHONE_NUMBER = "+15005550006"
    TWILIO_VERIFY_SERVICE = "VA" + TWILIO_ACCOUNT_SID[2:]
    # Elsewhere, where the telephone company is a process of its own: manage.py carrier.
    TWILIO_API_BASE = env.str("SANDBOX_API_BASE", "") or f"{PUBLIC_BASE_URL}/sandbox/twilio"
# Twilio listens whether a machine picked up (it charges for that). What is left on it tells nothing of the runner: by
# default nothing at all.
VOICEMAIL_DETECTION = env.bool("VOICEMAIL_DETECTION", True)
VOICEMAIL_MESSAGE = env.str("VOICEMAIL_MESSAGE", "")
# What the account allows; faster, and Twilio lets calls wait and ring late.
TWILIO_CALLS_PER_SECOND = env.float("TWILIO_CALLS_PER_SECOND", 1.0)
# What goes wrong on its line, and who picks up, as JSON: see faults.py and people.py in calls/sandbox.
SANDBOX_FAULTS = env.json("SANDBOX_FAULTS", {})
SANDBOX_PEOPLE = env.json("SANDBOX_PEOPLE", {})
# What it puts through; 0 is any number. Twilio puts through one call a second, and queues the rest.
SANDBOX_CALLS_PER_SECOND = env.float("SANDBOX_CALLS_PER_SECOND", 1)
# Whether its clock runs in this process, as in manage.py carrier, and not in the worker.
SANDBOX_HAS_CLOCK = False
# What a request to it must pass before it is looked at (method, path, query, body), as errors in words. For tests.
SANDBOX_CONTRACT: Callable[[str, str, str, bytes], list[str]] | None = None
# Who answers a media stream: nobody, or "talks" (calls/sandbox/agent.py).
SANDBOX_AGENT = env.str("SANDBOX_AGENT", "")
CELERY_BEAT_SCHEDULE = beat_schedule(sandbox=TWILIO_SANDBOX)
# One switch that stops every outbound call.
CALLS_STOPPED = env.bool("CALLS_STOPPED", False)
# Where runners may be called: ISO codes with commas between, or * for every country. Not by default: where calls are
# dear and often dialled for money.
_COUNTRIES = (
    "AT,AU,BE,BG,BR,CA,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GB,GG,GR,HR,HU,IE,IL,IM,IN,IS,IT,JE,JP,KR,LI,LT,LU,LV,MT,MX,NL,NO,"
    "NZ,PL,PT,RO,SE,SG,SI,SK,US,ZA"
)
CALL_COUNTRIES = [code.strip().upper() for code in (env.str("CALL_COUNTRIES", "") or _COUNTRIES).split(",")]
# So many codes go out on one day to all runners together.
CODES_A_DAY_IN_ALL = env.int("CODES_A_DAY_IN_ALL", 1000)
# So many calls of the coach's own a runner gets on one day.
CALLS_A_DAY = env.int("CALLS_A_DAY", 6)
# So many more a runner may ask for in 24 hours.
CALLS_ASKED_A_DAY = env.int("CALLS_ASKED_A_DAY", 10)
# After so many in 24 hours, of all runners together, dialling stands still until an operator says go on.
CALLS_A_DAY_IN_ALL = env.int("CALLS_A_DAY_IN_ALL", 5000)

ELEVENLABS_API_KEY = env.str("ELEVENLABS_API_KEY", "")
ELEVENLABS_API_BASE = env.str("ELEVENLABS_API_BASE", "")
ELEVENLABS_AGENT_ID = env.str("ELEVENLABS_AGENT_ID", "")
ELEVENLABS_BROWSER_AGENT_ID = env.str("ELEVENLABS_BROWSER_AGENT_ID", "")
# The current one first; the one before stays good while it is being replaced.
ELEVENLABS_TOOL_KEYS = [key for key in env.list("ELEVENLABS_TOOL_KEYS", []) if key]
ELEVENLABS_WEBHOOK_SECRETS = [secret for secret in env.list("ELEVENLABS_WEBHOOK_SECRETS", []) if secret]
# Whether there is an agent to speak with in the browser, and where what the browser needs for it is
# served from: `make voice` fetches it.
VOICE_IN_BROWSER = bool(ELEVENLABS_API_KEY and ELEVENLABS_BROWSER_AGENT_ID)
VOICE_CLIENT = (BASE_DIR if EMBEDDED else VAR) / "static" / "voice"

# The demo signs its visitor in as a made-up runner: never in production.
DEMO = env.bool("DEMO", False)

# --- pages ------------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if EMBEDDED
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
# The embedded default serves the files from where they are: nothing to collect, nothing to go stale.
WHITENOISE_USE_FINDERS = EMBEDDED
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if EMBEDDED else 60
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Our own widgets' templates are found beside every other template.
FORM_RENDERER = "config.renderer.Renderer"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- security ---------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = security.content_policy(voice=VOICE_IN_BROWSER, voice_base=ELEVENLABS_API_BASE)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
if env.bool("BEHIND_TLS_PROXY", False):
    # Only with a proxy that strips the header from clients, and adds their address to X-Forwarded-For.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- API --------------------------------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "config.authentication.SessionToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination",
    "PAGE_SIZE": 30,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.api.problem",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.UserRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"user": "600/min"},
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Second Wind",
    "DESCRIPTION": "A running coach that picks up the phone. Sign in under /api/auth/app/v1/auth/login and send the "
    "answer's meta.session_token as X-Session-Token.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    # What a phone app's generated code calls them: by what they are, not by the field that came first.
    "ENUM_NAME_OVERRIDES": {
        "RunTypeEnum": "runs.models.schedule.ScheduledRun.RunType",
        "RunStatusEnum": "runs.models.schedule.ScheduledRun.Status",
        "MadeByEnum": "runs.models.adjustment.ScheduleAdjustment.MadeBy",
        "ConversationTypeEnum": "calls.models.conversation.ConversationSession.Type",
        # An energy and a priority are the same three words.
        "LevelEnum": "runs.models.session.RunSession.Energy",
        "WeekdayEnum": "runs.training.request.WEEKDAYS",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "EXTERNAL_DOCS": {"description": "Signing up and in", "url": "/api/auth/openapi.html"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
    "loggers": {
        # The SDK writes telephone numbers at INFO.
        "twilio": {"level": "WARNING"},
        "calls": {"level": "INFO"},
    },
}
