"""Old names of the environment variables that credentials come from."""

import os
from collections.abc import Mapping

from .deprecation import warn


def old_variable(given: object, variable: str, renamed: Mapping[str, str]) -> str:
    """Return the variable of a credential: an old one, with its warning, where that alone is set.

    `renamed` has the warning for each old name. A credential that is `given` comes from none.
    """
    if given is None and not os.environ.get(variable):
        for old, message in renamed.items():
            if os.environ.get(old):
                warn(message)
                return old
    return variable
