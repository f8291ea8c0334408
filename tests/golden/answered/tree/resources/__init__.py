"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .counts import AsyncCounts as AsyncCounts, Counts as Counts
    from .either import AsyncEither as AsyncEither, Either as Either
    from .last import AsyncLast as AsyncLast, Last as Last
    from .names import AsyncNames as AsyncNames, Names as Names
    from .orders import AsyncOrders as AsyncOrders, Orders as Orders
    from .ranges import AsyncRanges as AsyncRanges, Ranges as Ranges
    from .ranges_any import AsyncRangesAny as AsyncRangesAny, RangesAny as RangesAny
    from .ranges_beside import AsyncRangesBeside as AsyncRangesBeside, RangesBeside as RangesBeside
    from .ranges_file import AsyncRangesFile as AsyncRangesFile, RangesFile as RangesFile
    from .ranges_moment import AsyncRangesMoment as AsyncRangesMoment, RangesMoment as RangesMoment
    from .ranges_names import AsyncRangesNames as AsyncRangesNames, RangesNames as RangesNames
    from .ranges_number import AsyncRangesNumber as AsyncRangesNumber, RangesNumber as RangesNumber
    from .ranges_text import AsyncRangesText as AsyncRangesText, RangesText as RangesText
    from .ranges_wide import AsyncRangesWide as AsyncRangesWide, RangesWide as RangesWide
    from .set import AsyncSet as AsyncSet, Set as Set
    from .set_document import AsyncSetDocument as AsyncSetDocument, SetDocument as SetDocument
    from .set_events import AsyncSetEvents as AsyncSetEvents, SetEvents as SetEvents
    from .set_file import AsyncSetFile as AsyncSetFile, SetFile as SetFile
    from .set_lines import AsyncSetLines as AsyncSetLines, SetLines as SetLines
    from .set_text import AsyncSetText as AsyncSetText, SetText as SetText
    from .set_words import AsyncSetWords as AsyncSetWords, SetWords as SetWords
    from .total import AsyncTotal as AsyncTotal, Total as Total
    from .whatever import AsyncWhatever as AsyncWhatever, Whatever as Whatever
    from .word import AsyncWord as AsyncWord, Word as Word
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".counts": "AsyncCounts Counts",
        ".either": "AsyncEither Either",
        ".last": "AsyncLast Last",
        ".names": "AsyncNames Names",
        ".orders": "AsyncOrders Orders",
        ".ranges": "AsyncRanges Ranges",
        ".ranges_any": "AsyncRangesAny RangesAny",
        ".ranges_beside": "AsyncRangesBeside RangesBeside",
        ".ranges_file": "AsyncRangesFile RangesFile",
        ".ranges_moment": "AsyncRangesMoment RangesMoment",
        ".ranges_names": "AsyncRangesNames RangesNames",
        ".ranges_number": "AsyncRangesNumber RangesNumber",
        ".ranges_text": "AsyncRangesText RangesText",
        ".ranges_wide": "AsyncRangesWide RangesWide",
        ".set": "AsyncSet Set",
        ".set_document": "AsyncSetDocument SetDocument",
        ".set_events": "AsyncSetEvents SetEvents",
        ".set_file": "AsyncSetFile SetFile",
        ".set_lines": "AsyncSetLines SetLines",
        ".set_text": "AsyncSetText SetText",
        ".set_words": "AsyncSetWords SetWords",
        ".total": "AsyncTotal Total",
        ".whatever": "AsyncWhatever Whatever",
        ".word": "AsyncWord Word",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
