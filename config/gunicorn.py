"""The web server of `make run`. Production overrides bind and workers on the command line."""

import os
from typing import Any

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "1"))
threads = 8
control_socket_disable = True
accesslog = None
loglevel = "warning"
timeout = 60


def when_ready(server: Any) -> None:
    address = os.environ.get("PUBLIC_BASE_URL", f"http://{bind}")
    if os.environ.get("DEMO") == "1":
        address += "/demo/"
    print(f"\n  Second Wind is at {address}\n  Ctrl-C stops it.\n", flush=True)
