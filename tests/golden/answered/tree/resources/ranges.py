"""The calls of `client.ranges`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Ranges(core.Resource):
    """`client.ranges` of an `Answered`."""

    any = core.child(lambda: resources.RangesAny)
    beside = core.child(lambda: resources.RangesBeside)
    file = core.child(lambda: resources.RangesFile)
    moment = core.child(lambda: resources.RangesMoment)
    names = core.child(lambda: resources.RangesNames)
    number = core.child(lambda: resources.RangesNumber)
    text = core.child(lambda: resources.RangesText)
    wide = core.child(lambda: resources.RangesWide)


class AsyncRanges(core.Resource):
    """`client.ranges` of an `AsyncAnswered`."""

    any = core.child(lambda: resources.AsyncRangesAny)
    beside = core.child(lambda: resources.AsyncRangesBeside)
    file = core.child(lambda: resources.AsyncRangesFile)
    moment = core.child(lambda: resources.AsyncRangesMoment)
    names = core.child(lambda: resources.AsyncRangesNames)
    number = core.child(lambda: resources.AsyncRangesNumber)
    text = core.child(lambda: resources.AsyncRangesText)
    wide = core.child(lambda: resources.AsyncRangesWide)
