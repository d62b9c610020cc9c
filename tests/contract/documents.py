"""Documents made of a few texts, for the tests of each engine."""

from indexer.archive import Stored
from indexer.cable import Cable
from indexer.document import Document, document


def documents(*cables: Cable) -> list[Document]:
    """Documents numbered from 1."""
    return [document(Stored(number, cable)) for number, cable in enumerate(cables, 1)]


def bodies(*texts: str) -> list[Document]:
    """Documents of these bodies."""
    return documents(*(
        Cable(id=f"08NOWHERE{number}", body=text) for number, text in enumerate(texts, 1)
    ))
