"""What a user can mend: the few kinds of error that end in a message, never in a traceback."""


class CablesError(Exception):
    """A fault that the user can mend; the message says what is wrong and what to do.

    Anything else that is raised is a fault of the program and shows its traceback.
    """


class Refused(CablesError):
    """A page that is not a cable in any known form; the message is the reason.

    >>> raise Refused("an e-mail page, not a cable")
    Traceback (most recent call last):
    indexer.errors.Refused: an e-mail page, not a cable
    """


class ArchiveError(CablesError):
    """An archive that is missing, locked, damaged, or made by another version."""
