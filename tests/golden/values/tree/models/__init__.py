"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .bus import Bus as Bus, BusData as BusData
    from .bus_event import BusEvent as BusEvent
    from .car import Car as Car, CarData as CarData
    from .car_event import CarEvent as CarEvent
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .doors import Doors as Doors, DoorsLocks as DoorsLocks
    from .level import Level as Level
    from .list_things_response import (
        AsyncListThingsPage as AsyncListThingsPage,
        ListThingsPage as ListThingsPage,
        ListThingsResponse as ListThingsResponse,
        ListThingsResponseMeta as ListThingsResponseMeta,
    )
    from .loose import (
        Loose as Loose,
        LooseClosed as LooseClosed,
        LooseRoom as LooseRoom,
        LooseRoomsItem as LooseRoomsItem,
    )
    from .pet import Pet as Pet
    from .problem import Problem as Problem
    from .rate import Rate as Rate
    from .ride import Ride as Ride
    from .sound import Sound as Sound, SoundSound as SoundSound
    from .thing import Thing as Thing, ThingOpen as ThingOpen
    from .thing_made_payload import ThingMadePayload as ThingMadePayload
    from .walk import Walk as Walk
    from .wheels import Wheels as Wheels
    from .wings import Wings as Wings
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".bus": "Bus BusData",
        ".bus_event": "BusEvent",
        ".car": "Car CarData",
        ".car_event": "CarEvent",
        ".cat": "Cat",
        ".dog": "Dog",
        ".doors": "Doors DoorsLocks",
        ".level": "Level",
        ".list_things_response": "AsyncListThingsPage ListThingsPage ListThingsResponse "
        "ListThingsResponseMeta",
        ".loose": "Loose LooseClosed LooseRoom LooseRoomsItem",
        ".pet": "Pet",
        ".problem": "Problem",
        ".rate": "Rate",
        ".ride": "Ride",
        ".sound": "Sound SoundSound",
        ".thing": "Thing ThingOpen",
        ".thing_made_payload": "ThingMadePayload",
        ".walk": "Walk",
        ".wheels": "Wheels",
        ".wings": "Wings",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
