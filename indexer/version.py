"""The version of cables, in one place, cheap to import."""

from typing import Final

VERSION: Final = "0.1.0"
