"""Small damage, many kinds of it: a few kinds at once, chosen by a seed and a number."""

from collections.abc import Callable
from random import Random
from typing import Final

from .page import Page
from .seeds import Seed, sample, stored
from .words import TOKENS

Kind = Callable[[Random, bytes], bytes]

_MOST_AT_ONCE: Final = 4
_MOST_BYTES: Final = 400_000  # a page that grows under its damage is cut here
_LINE_ENDS: Final = (b"&#x000A;", b"\r\n", b"\n")
_OTHER_LINE_ENDS: Final = (
    b"\r", b"\r\n", b"\n\n", b"\\\n", b"\\\r\n", b"\x85", "\u2028".encode(), b"\x0c", b" ",
    b"&#x000A;", b"&#10;", b"<br>", b"  \n", b"\n\r", b"\x00\n", b"",
)  # fmt: skip
_BLANKS: Final = (b"\t", b"\xa0", "\xa0".encode(), b"  ", b"", b"\n", "\u3000".encode(), b"&nbsp;")
_DIGITS: Final = ("٠١٢٣٤٥٦٧٨٩", "".join(map(chr, range(0xFF10, 0xFF1A))), "⁰¹²³⁴⁵⁶⁷⁸⁹", "①②③④⑤⑥⑦⑧⑨⑩", "OIZEASGTBg")
_ENCODINGS: Final = (
    "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32", "cp037", "utf-7",
)  # fmt: skip


def light(seed: int, number: int) -> Page:
    """The broken page of this number; it depends on nothing but the arguments and the seed pages.

    >>> light(1, 7) == light(1, 7), light(1, 7) == light(1, 8)
    (True, False)
    """
    random = Random(f"{seed}:{number}")
    page = _any_page(random)
    kinds = random.choices(tuple(KINDS), k=random.choice((1, 1, 2, 2, 3, _MOST_AT_ONCE)))
    data = page.data
    for kind in kinds:
        data = KINDS[kind](random, data)[:_MOST_BYTES]
    return Page(f"{number} {page.name}: {' + '.join(kinds)}", page.name, data)


def _any_page(random: Random) -> Seed:
    """Two of three are stored pages, which have the traps."""
    return random.choice(random.choice((stored(), stored(), sample())))


def _span(random: Random, data: bytes) -> tuple[int, int]:
    """A run of the page, short ones as likely as long ones."""
    start = random.randint(0, len(data))
    return start, min(len(data), start + int(2 ** random.uniform(0, 14)))


def _cut_end(random: Random, data: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


def _cut_start(random: Random, data: bytes) -> bytes:
    return data[random.randint(0, len(data)) :]


def _spliced(random: Random, data: bytes) -> bytes:
    """The beginning of this page, perhaps the middle of one, and the end of another."""
    parts = [_cut_end(random, data)]
    if random.random() < 0.5:
        middle = _any_page(random).data
        start, end = _span(random, middle)
        parts.append(middle[start:end])
    parts.append(_cut_start(random, _any_page(random).data))
    return b"".join(parts)


def _put_in(random: Random, data: bytes) -> bytes:
    """Another page, whole, inside this one."""
    place = random.randint(0, len(data))
    return data[:place] + _any_page(random).data + data[place:]


def _flipped(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(int(2 ** random.uniform(0, 9)) if data else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _overwritten(random: Random, data: bytes) -> bytes:
    start, end = _span(random, data)
    return data[:start] + random.randbytes(end - start) + data[end:]


def _without_run(random: Random, data: bytes) -> bytes:
    start, end = _span(random, data)
    return data[:start] + data[end:]


def _doubled(random: Random, data: bytes) -> bytes:
    start, end = _span(random, data)
    return data[:end] + data[start:end] * random.choice((1, 1, 2, 30)) + data[end:]


def _swapped(random: Random, data: bytes) -> bytes:
    a, b, c, d = sorted((*_span(random, data), *_span(random, data)))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _line_end(data: bytes) -> bytes:
    return next((end for end in _LINE_ENDS if end in data), b"\n")


def _lines_shuffled(random: Random, data: bytes) -> bytes:
    end = _line_end(data)
    lines = data.split(end)
    start = random.randrange(len(lines))
    some = lines[start : start + random.choice((3, 12, len(lines)))]
    random.shuffle(some)
    lines[start : start + len(some)] = some
    return end.join(lines)


def _lines_lost(random: Random, data: bytes) -> bytes:
    end, share = _line_end(data), random.choice((0.05, 0.3, 0.8))
    return end.join(line for line in data.split(end) if random.random() >= share)


def _lines_again(random: Random, data: bytes) -> bytes:
    end, share = _line_end(data), random.choice((0.05, 0.3, 0.8))
    repeat = random.choice((2, 2, 3, 9))
    lines = ([line] * (repeat if random.random() < share else 1) for line in data.split(end))
    return end.join(line for some in lines for line in some)


def _line_ends(random: Random, data: bytes) -> bytes:
    return data.replace(_line_end(data), random.choice(_OTHER_LINE_ENDS), random.choice((1, 5, -1)))


def _blanks(random: Random, data: bytes) -> bytes:
    return data.replace(b" ", random.choice(_BLANKS), random.choice((1, 5, 50, -1)))


def _recased(random: Random, data: bytes) -> bytes:
    start, end = random.choice((_span(random, data), (0, len(data))))
    change = random.choice((bytes.lower, bytes.upper, bytes.swapcase, bytes.title))
    return data[:start] + change(data[start:end]) + data[end:]


def _lengthening(random: Random, data: bytes) -> bytes:
    """Letters that another case makes longer, which shifts what is counted in characters."""
    letter = random.choice("ßİŉǰΐﬁ").encode()
    return data.replace(random.choice((b"S", b"e", b"I", b"N")), letter, random.choice((1, 9, -1)))


def _renumbered(random: Random, data: bytes) -> bytes:
    """Other digits in some places: 99 days, month 0, year 0000."""
    share = random.choice((0.02, 0.2, 1.0))
    changed = bytearray(data)
    for place, byte in enumerate(data):
        if 48 <= byte <= 57 and random.random() < share:
            changed[place] = random.choice(b"0123456789")
    return bytes(changed)


def _foreign_digits(random: Random, data: bytes) -> bytes:
    """Digits that ``str.isdigit`` knows and ``int`` may not."""
    digits, share = random.choice(_DIGITS), random.choice((0.05, 0.5, 1.0))
    text = data.decode("utf-8", "surrogateescape")
    return "".join(
        digits[ord(one) - 48] if "0" <= one <= "9" and random.random() < share else one
        for one in text
    ).encode("utf-8", "surrogateescape")


def _long_number(random: Random, data: bytes) -> bytes:
    """A digit becomes more digits than ``int`` takes."""
    place = data.find(random.choice(b"0123456789"), random.randint(0, len(data)))
    many = random.choice((5, 20, 400, 5_000))
    return data[:place] + random.choice((b"0", b"1", b"9")) * many + data[place:]


def _with_token(random: Random, data: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 3, 20))):
        place, token = random.randint(0, len(data)), random.choice(TOKENS)
        data = data[:place] + token * random.choice((1, 1, 1, 2, 40, 600)) + data[place:]
    return data


def _token_for_token(random: Random, data: bytes) -> bytes:
    """Everywhere, one word of the trade in the place of another that the page has."""
    present = [token for token in TOKENS if token in data]
    if not present:
        return data
    return data.replace(random.choice(present), random.choice(TOKENS), random.choice((1, 3, 50)))


def _encoded(random: Random, data: bytes) -> bytes:
    start, end = random.choice(((0, len(data)), (0, len(data)), _span(random, data)))
    encoding = random.choice(_ENCODINGS)
    changed = data[start:end].decode("utf-8", "replace").encode(encoding, "replace")
    return data[:start] + changed + data[end:]


def _mojibake(random: Random, data: bytes) -> bytes:
    for _ in range(random.choice((1, 2))):
        wrong = random.choice(("cp1252", "latin-1"))
        data = data.decode(wrong, "replace").encode("utf-8")[:_MOST_BYTES]
    return data


def _tags_lost(random: Random, data: bytes) -> bytes:
    mark = random.choice((b"<", b">", b"</", b"'", b'"', b"</td>", b"</pre>", b"</code>", b"</tr>"))
    return data.replace(mark, b"", random.choice((1, 3, -1)))


def _nothing(_: Random, data: bytes) -> bytes:
    return data


KINDS: Final[dict[str, Kind]] = {
    "nothing": _nothing, "cut end": _cut_end, "cut start": _cut_start, "spliced": _spliced,
    "page put in": _put_in, "bits flipped": _flipped, "overwritten": _overwritten,
    "run lost": _without_run, "run again": _doubled, "runs swapped": _swapped,
    "lines shuffled": _lines_shuffled, "lines lost": _lines_lost, "lines again": _lines_again,
    "line ends": _line_ends, "blanks": _blanks, "recased": _recased, "lengthening": _lengthening,
    "renumbered": _renumbered, "foreign digits": _foreign_digits, "long number": _long_number,
    "words put in": _with_token, "word for word": _token_for_token, "encoded": _encoded,
    "mojibake": _mojibake, "tags lost": _tags_lost,
}  # fmt: skip
"""Every kind of damage by its name."""
