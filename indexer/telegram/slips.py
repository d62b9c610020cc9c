"""How far a misprinted word is from the word that was meant."""


def slips(left: str, right: str) -> int:
    """How many letters were left out, added, changed, or changed about with a neighbour.

    Time and space are the product of the lengths: for words, not for texts.

    >>> slips("PRIORITY", "PRIORTY"), slips("PRIORITY", "PRIOIRTY"), slips("FLASH", "FLESHY")
    (1, 1, 2)
    """
    older: list[int] = []
    old = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        new = [row]
        for column, other in enumerate(right, 1):
            cost = min(old[column] + 1, new[-1] + 1, old[column - 1] + (letter != other))
            if row > 1 < column and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, older[column - 2] + 1)
            new.append(cost)
        older, old = old, new
    return old[-1]
