"""Keeps old names of a client working for some time after they were renamed or removed.

In: the client on disk, as `changes` recorded it, the one that a run makes, and the old names that
earlier runs kept. Out: an `Api` with old names for the emitters, and the old names to keep.
"""

from .run import Since as Since, compare_with_disk as compare_with_disk
from .state import OldName as OldName, OldNames as OldNames, read as read_old_names
from .wording import deprecating as deprecating

__all__ = ["OldName", "OldNames", "Since", "compare_with_disk", "deprecating", "read_old_names"]
