"""A Celery broker made of files, for the embedded default where there is no Redis.

kombu's own filesystem transport opens a message's final name and then writes it; a worker that looks in between reads
an empty file and exits (celery/kombu issue 1551). Here a message is written aside and renamed, which a reader sees
whole or not at all.
"""

import os
import uuid
from time import time_ns
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps


class Channel(filesystem.Channel):  # type: ignore[misc]  # kombu is untyped
    def _put(self, queue: str, payload: dict[str, Any], **kwargs: Any) -> None:
        # The wall clock, not a monotonic one: names sort by age across a restart of the machine.
        name = f"{time_ns() // 1_000_000}_{uuid.uuid4()}.{queue}.msg"
        aside = os.path.join(self.data_folder_out, f".{uuid.uuid4()}.tmp")
        with open(aside, "wb") as file:
            file.write(str_to_bytes(dumps(payload)))
        os.rename(aside, os.path.join(self.data_folder_out, name))


class Transport(filesystem.Transport):  # type: ignore[misc]
    Channel = Channel


def register() -> None:
    TRANSPORT_ALIASES["coachfs"] = "config.fsbroker:Transport"
