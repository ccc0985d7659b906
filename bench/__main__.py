"""`make bench`: speed as ratios in one run, in alternating rounds: the median and the spread.

Ratios say what a thing costs beside another on the same machine at the same time; absolute figures depend on the
machine and are only printed. `make bench FUTURE=1000000` looks at longer tables.
"""

import json
import os
import sys
import tempfile


def main() -> None:
    with tempfile.TemporaryDirectory() as var:
        os.environ.update(VAR_DIR=var, DJANGO_SETTINGS_MODULE="config.settings", ALLOWED_HOSTS="testserver")
        import django

        django.setup()
        from django.core.management import call_command

        from bench import dispatching, pages, pure, webhooks

        call_command("migrate", verbosity=0)
        results = {"pages": pages.measure(), "pure": pure.measure(), "webhooks": webhooks.measure()}
        results["dispatch"] = dispatching.measure(future=int(os.environ.get("FUTURE", "200000")))
    json.dump(results, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
