"""Pages and telegrams made up on the spot: what tests read."""


def telegram(
    serial: int, post: str = "NOWHERE", subject: str = "FISH QUOTAS",
    words: str = "The fleet sailed.",
) -> tuple[str, str]:
    """Header and body of a short telegram."""
    header = f"R 121833Z NOV 08\nFM AMEMBASSY {post}\nTO SECSTATE WASHDC 0012\n"
    body = (
        f"UNCLAS {post} {serial:06}\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EFIS PREL\n"
        f"SUBJECT: {subject}\n\nREF: A. STATE 77\n\n1. {words}\n\n2. No action is asked.\nDOE\n"
    )
    return header, body


def text_page(serial: int, post: str = "NOWHERE", words: str = "The fleet sailed.") -> bytes:
    """The same as a plain text."""
    header, body = telegram(serial, post, words=words)
    return f"{header}\n{body}\nNNNN\n".encode()


def html_page(
    serial: int, post: str = "NOWHERE", subject: str = "FISH QUOTAS",
    words: str = "The fleet sailed.", released: str = "2011-08-30 01:44",
) -> bytes:
    """The same as a page of Cablegate."""
    header, body = (part.replace("\n", "&#x000A;") for part in
                    telegram(serial, post, subject, words))
    number = f"08{post}{serial}"
    cells = (number, "2008-11-12 18:33", released, "UNCLASSIFIED", f"Embassy {post.title()}")
    heads = ("Reference ID", "Created", "Released", "Classification", "Origin")
    head_row = "".join(f"<th>{head}</th>" for head in heads)
    row = "".join(f"<td><a href='/x'>{cell}</a></td>" for cell in cells)
    return (
        "<html><head><title>Cable Viewer</title></head><body>"
        f"<div class='main'><a href='/x'>x</a></div><h3>Viewing cable {number}, {subject}</h3>"
        f"<table class='cable'><tr>{head_row}</tr><tr>{row}</tr></table>"
        f"<code><pre>{header}</pre></code><code><pre>{body}</pre></code></body></html>"
    ).encode()
