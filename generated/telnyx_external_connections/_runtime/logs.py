"""What a client logs, through the standard `logging`, under the package's own name.

INFO has a line a try; DEBUG adds sizes and headers, without credentials.
"""

import logging

from .transport import Request, Response


def configure(package: str, level: str) -> None:
    """Show the log on stderr, when `level` is `info` or `debug`."""
    logger, level = logging.getLogger(package), level.strip().upper()
    if level in ("INFO", "DEBUG"):
        logger.setLevel(level)
        if not logger.hasHandlers():
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
            logger.addHandler(handler)


def attempt(
    logger: logging.Logger,
    request: Request,
    response: Response | None,
    failure: OSError | None,
    seconds: float,
    retries: int,
) -> None:
    """One try: what was sent, how it ended, how long it took."""
    outcome = "no answer" if response is None else str(response.status_code)
    outcome += "" if failure is None else f", {type(failure).__name__}"
    said = "%s %s: %s in %d ms, try %d"
    url = request.url.partition("?")[0]
    logger.info(said, request.method, url, outcome, seconds * 1000, retries + 1)
    logger.debug("sent %d bytes with %r", len(request.content or b""), request.headers)
    if response is not None:
        size = len(response.content) if response.is_read else "unread"
        logger.debug("received %s bytes with %r", size, response.headers)
