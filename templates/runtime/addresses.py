"""String formats of addresses: `email`, `ipv4` and `ipv6`."""

import re
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated

from .formats import checked

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")

EmailString = Annotated[str, checked("an email address", _EMAIL)]
IPv4String = Annotated[str, checked("an IPv4 address", None, IPv4Address)]
IPv6String = Annotated[str, checked("an IPv6 address", None, IPv6Address)]
