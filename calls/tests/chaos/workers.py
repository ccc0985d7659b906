"""Workers as processes of their own, forked from the test, for killing."""

import os
import signal
import threading
import time

from django.db import connections

_kept = []


def fork(work):
    """Run `work()` in a child with a database connection of its own; returns the process id. The child never comes back
    into the test: it ends with status 0, or 9 for an error."""
    parent, child = os.getpid(), os.fork()
    if child:
        return child
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    try:
        for connection in connections.all():
            # The parent's connection is not ours to close.
            _kept.append(connection.connection)
            connection.connection = None
        work()
    except BaseException:
        os._exit(9)
    os._exit(0)


def _end_with(parent):
    """Nobody dials on when the test itself was killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(9)


def kill(child):
    """SIGKILL, as the kernel does when memory is short. Whether it was still alive."""
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
