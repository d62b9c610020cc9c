"""What can be wrong with a query: for each code the message and the remedy."""

from typing import Final

LONGEST: Final = 8192
DEEPEST: Final = 100
MOST_CLAUSES: Final = 1024

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "empty-query": (
        "the query is empty",
        "write a word to look for, or * for all cables",
    ),
    "nothing-to-search": (
        "there is no letter or digit to search for in '{value}'",
        "write a word, or leave this out; -has:subject finds cables whose subject is empty",
    ),
    "operator-alone": (
        "{value} has nothing {side} it",
        "write a word there, or put the operator in quotes to search for it as a word",
    ),
    "unbalanced-parenthesis": (
        "this parenthesis has no partner",
        "add the other one, or write \\{value} to search for the character itself",
    ),
    "unbalanced-quote": (
        "this quotation mark has no partner",
        "add the closing one, or write \\{value} for the character itself",
    ),
    "escape-alone": (
        "the backslash at the end escapes nothing",
        "leave it out, or write \\\\ for a backslash",
    ),
    "unknown-field": (
        "there is no field '{name}'",
        "{meant}to search for it as text write \"{name}:...\" in quotes, or {name}\\:",
    ),
    "field-in-field": (
        "the field '{name}' stands inside the field '{outer}'",
        "close the first field before it, or write {name}\\: for the text itself",
    ),
    "misplaced-equals": (
        "= stands before a word or a phrase, not before a field or a parenthesis",
        "write subject:=exports, or (=exports OR =imports)",
    ),
    "minus-in-value": (
        "a minus cannot stand between a field and its value",
        "write -{name}:... to leave those cables out, or \\- for the character itself",
    ),
    "empty-value": (
        "there is no value beside this comma",
        "write the values without blanks, tag:PREL,PARM, or write \\, for the character itself",
    ),
    "bad-date": (
        "'{value}' is no date",
        "write 2008, 2008-11, 2008-11-12 or november-2008",
    ),
    "bad-number": (
        "'{value}' is no number of at most 9 digits",
        "write {name}:3, {name}:>3 or {name}:2..5",
    ),
    "bad-flag": (
        "'{value}' is neither yes nor no",
        "write {name}:yes or {name}:no",
    ),
    "bad-range": (
        "the range '{value}' is not complete",
        "write {name}:2..5, {name}:[2 TO 5], {name}:[2 TO *] or {name}:>=2, with nothing between "
        "the sign and the number",
    ),
    "range-upside-down": (
        "the range '{value}' ends before it starts",
        "write the smaller value first",
    ),
    "no-range": (
        "'{value}' is a range, and {what} has none",
        "these fields have ranges: {ranges}; put it in quotes to search for it as text",
    ),
    "not-in-field": (
        "the field '{name}' takes no {what}",
        "{instead}",
    ),
    "star-alone": (
        "fewer than two letters or digits stand beside the star in '{value}'",
        "write at least two, such as mi*; * alone means all cables, \\* the character itself",
    ),
    "literal-star": (
        "an escaped * or ? cannot stand in a word with a wildcard",
        "leave it out: words are made of letters and digits",
    ),
    "bad-fuzzy": (
        "'{value}' is no spelling distance",
        "write ~ or ~2 behind a word without wildcards, or \\~ for the character itself",
    ),
    "bad-slop": (
        "'{value}' is no number of words between 0 and 99",
        "write \"plenary statement\"~3; an exact phrase and parentheses take no ~",
    ),
    "bad-boost": (
        "the boost '{value}' is no number above 0 and up to 1000",
        "write it once and last, missile^2.5 or tag:PREL,PARM^2, or \\^ for the character itself",
    ),
    "bad-distance": (
        "{value} is not a distance between 0 and 99 words",
        "write NEAR/5, or NEAR for NEAR/10",
    ),
    "near-operand": (
        "{operator} stands between words, phrases, or alternatives of those, not beside this",
        "write missile NEAR/5 (test OR trial), or subject:(missile NEAR/5 test)",
    ),
    "bad-regex": (
        "the regular expression is not valid here: {reason}",
        "{instead}; put it in quotes to search for it as text",
    ),
    "not-text": (
        "the query holds a byte that is no text",
        "write it in UTF-8",
    ),
    "too-long": (
        "the query has {size} characters, the AND between its parts included; {most} are allowed",
        "split it, or use several values in one field: tag:PREL,PARM",
    ),
    "too-deep": (
        "parentheses and NOT are nested more than {most} deep here",
        "leave out parentheses that change nothing, or split the query",
    ),
    "too-many-clauses": (
        "the query has more than {most} words, phrases and values",
        "split it, or use a wildcard or a range",
    ),
}
