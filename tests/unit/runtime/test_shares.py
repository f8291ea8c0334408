"""The pools of httpx2 that a client spreads its connections over."""

from __future__ import annotations

from telnyx_external_connections._runtime.transports.shares import SHARE, Shares


class Sender:
    """What httpx2 would be; it counts how often it is closed."""

    closed = 0

    def handle_request(self) -> None: ...

    def close(self) -> None:
        self.closed += 1


def test_all_are_closed_though_one_of_them_goes_meanwhile() -> None:
    made: list[Sender] = []

    def make() -> Sender:
        made.append(Sender())
        return made[-1]

    shares = Shares("handle_request", make, 1_000)
    taken = [shares.take(None) for _ in range(8 * SHARE)]
    assert len(made) == 8
    for number, sender in enumerate(shares.senders()):
        if number == 5:
            # As of a response that is dropped: its pool is one too many, and closed by it.
            for share in [each for each in taken if each.sender is made[5]]:
                if (left := shares.give(share)) is not None:
                    left.close()
        sender.close()
    assert [sender.closed for sender in made] == [1, 1, 1, 1, 1, 2, 1, 1]
