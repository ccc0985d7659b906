"""Work on calls by threads: for one call in order, for different calls side by side."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

logger = logging.getLogger(__name__)


class Lanes:
    """Each call has a lane. Somebody slow at the end of one holds up that call and one thread. The threads end with
    the process, in the middle of what they do."""

    def __init__(self, threads: int) -> None:
        self._lanes: dict[str, deque[Callable[[], None]]] = {}
        self._lock = threading.Lock()
        self._ready: SimpleQueue[str] = SimpleQueue()
        for _ in range(threads):
            threading.Thread(target=self._serve, daemon=True).start()

    def run(self, lane: str, work: Callable[..., None], *args: Any) -> None:
        with self._lock:
            is_idle = lane not in self._lanes
            self._lanes.setdefault(lane, deque()).append(lambda: work(*args))
        if is_idle:
            self._ready.put(lane)

    def _serve(self) -> None:
        while True:
            lane = self._ready.get()
            try:
                self._lanes[lane][0]()
            except Exception:
                logger.exception("carrier: work on %s failed", lane)
            self._done(lane)

    def _done(self, lane: str) -> None:
        with self._lock:
            self._lanes[lane].popleft()
            if self._lanes[lane]:
                self._ready.put(lane)
            else:
                del self._lanes[lane]
