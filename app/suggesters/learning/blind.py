"""On which articles suggestions are hidden, so that what is marked there is the annotator's own.

People shown an answer tend to take it (automation bias: Parasuraman and Manzey, "Complacency and Bias in
Human Use of Automation", Human Factors 52, 2010). So on a share of the articles nothing is suggested, and
what is marked there can be compared with the rest.
"""

import hashlib


def hidden(article: int | str, share: float, salt: str = "") -> bool:
    """Tell whether suggestions are hidden on an article: the same answer every time, on every machine.

    `article` is its id or the hash of its text. With a greater share (0 to 1), those that were hidden stay
    so. ValueError: `share` is not within 0 and 1.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"the share of articles must be between 0 and 1, not {share}")
    digest = hashlib.sha256(f"{salt}\n{article}".encode()).digest()
    return int.from_bytes(digest[:8]) < share * 2**64
