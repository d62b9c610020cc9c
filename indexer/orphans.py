"""Worker processes end with the process that started them, however that one ends."""

import os
import signal
import threading
import time
from typing import Final

_WATCH_SECONDS: Final = 0.5


def end_with_parent() -> None:
    """Watch over this process: if its parent was killed it would wait for ever, holding files."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
