"""What a form of cable must do: say whether a page is one, and read it."""

from typing import Protocol

from ..cable import Cable


class Form(Protocol):
    """A form; a module of this package satisfies it."""

    NAME: str

    def recognises(self, data: bytes) -> bool:
        """Whether these bytes are a page of this form, by content alone."""

    def read(self, data: bytes, source: str) -> Cable:
        """The cable of a page; its form, its source and that of its problems are yet to be set.

        :raises Refused: where it is a page of this form's publisher, but no cable.
        """
