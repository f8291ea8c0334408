"""Reports what a changed document means for the callers of its client.

In: the `Api` of the old client and that of the new one. Out: a `Report` of changes, each with a
class, the call as its user writes it, and its places; and the forms in which a report is shown.
"""

from .compare import Side as Side, compare as compare
from .report import (
    Change as Change,
    ChangeClass as ChangeClass,
    Report as Report,
    Step as Step,
)
