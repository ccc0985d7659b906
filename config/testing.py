"""What `make test` runs: everything on SQLite, then again on PostgreSQL and Redis where they answer."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")


def main() -> int:
    print("\n== SQLite, the embedded default ==", flush=True)
    status = _pytest({})
    if not _answers():
        print(
            "\n!! NOT RUN: the tests on PostgreSQL and Redis. Neither TEST_DATABASE_URL nor a local server answers.\n"
        )
        return status
    print("\n== PostgreSQL and Redis, as in production ==", flush=True)
    production = {"DATABASE_URL": POSTGRES, "REDIS_URL": REDIS, "SECRET_KEY": "only for tests"}
    # What touches no database needs no second one, and what a browser does with a page is no question of it.
    return status or _pytest(production, "-m", "not pure and not browser")


def _pytest(environment: dict[str, str], *arguments: str) -> int:
    # One more than there are processors: some tests wait for processes of their own.
    workers = str(min(4, (os.cpu_count() or 1) + 1))
    command = [sys.executable, "-m", "pytest", "-n", workers, "--dist", "worksteal", *arguments, *sys.argv[1:]]
    # The runner's own address and keys are none of a test's business.
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("TWILIO_", "ELEVENLABS_"))}
    for name in ("DATABASE_URL", "REDIS_URL", "PUBLIC_BASE_URL", "DEMO"):
        clean.pop(name, None)
    return subprocess.run(command, env={**clean, **environment}, check=False).returncode


def _answers() -> bool:
    return _postgres() and _redis()


def _postgres() -> bool:
    import psycopg

    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


def _redis() -> bool:
    import redis

    parts = urlsplit(REDIS)
    try:
        return bool(redis.Redis(parts.hostname or "127.0.0.1", parts.port or 6379, socket_connect_timeout=3).ping())
    except redis.RedisError:
        return False


if __name__ == "__main__":
    sys.exit(main())
