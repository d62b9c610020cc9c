"""Worker processes end with the process that started them, however that one ends."""

import multiprocessing
import os
import signal
import threading
import time
from typing import Final

_WATCH_SECONDS: Final = 0.5


def end_with_parent(parent: int) -> None:
    """Watch over this process: if its parent was killed it would wait for ever, holding files.

    ``parent`` is the id of the process that started this one, as that one knows it: it may have
    been killed before this one could ask.
    """
    if multiprocessing.get_start_method() == "forkserver":
        parent = os.getppid()  # a process between them, which ends with that one

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
