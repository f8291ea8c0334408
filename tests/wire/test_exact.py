"""Numbers with every digit: as they stand in JSON, not as a double has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces
from .server import Answer, Server, json_answer, serving

LONG = "1234567890123456.78901234567890"
WIRE = {
    "share": "12.50",
    "big": '"9223372036854775807"',
    "unsigned": '"18446744073709551615"',
    "precise": '"0.10"',
    "bounded": "9.99",
    "lines": f'[{{"amount":{LONG},"parts":[{{"amount":3,"text":"1.50","count":"-7"}}]}}]',
    "rates": f'{{"a":{LONG},"b":1,"c":1E+3}}',
    "pair": '[1.10,"2.20",3.30,4]',
    "cost": '{"euros":0.30}',
}


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("formats")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=[0, 1], ids=["sync", "async"])
def face(request: pytest.FixtureRequest, package: ModuleType) -> Face:
    return faces(package, "Formats")[request.param]


@pytest.fixture
def sent(face: Face, server: Server) -> Callable[..., str]:
    """The text of the body that a call with these arguments sends."""

    def call(settings: dict[str, Any] | None = None, **arguments: Any) -> str:
        server.will(json_answer({}))
        settings = {"base_url": server.url, **(settings or {})}
        face.run(lambda client: client.things.create(**arguments), **settings)
        return server.sent[-1].body.decode()

    return call


@pytest.fixture
def read(face: Face, server: Server) -> Any:
    """The model that is read from `WIRE`."""
    pairs = ",".join(f'"{name}":{text}' for name, text in WIRE.items())
    body = f"{{{pairs}}}"
    server.will(Answer(200, body.encode(), {"Content-Type": "application/json"}))
    reported: list[object] = []
    made = face.run(
        lambda client: client.things.create(), base_url=server.url, on_drift=reported.append
    )
    assert reported == []
    return made


def test_answers_are_exact(read: Any) -> None:
    assert (str(read.share), str(read.cost.euros)) == ("12.50", "0.30")
    assert (read.big, read.unsigned) == (9223372036854775807, 18446744073709551615)
    assert str(read.lines[0].amount) == LONG
    assert (read.lines[0].parts[0].amount, read.lines[0].parts[0].count) == (3, -7)
    assert read.rates == {"a": Decimal(LONG), "b": 1, "c": 1000}
    assert list(map(str, read.pair)) == ["1.10", "2.20", "3.30", "4"]


@pytest.mark.parametrize("is_checked", [True, False])
def test_what_was_read_is_sent_as_it_came(
    read: Any, sent: Callable[..., str], is_checked: bool
) -> None:
    for name, text in WIRE.items():
        body = sent({"validate_requests": is_checked}, **{name: getattr(read, name)})
        assert body == f'{{"{name}":{text}}}'


def test_the_type_tells_the_form_and_not_the_value(sent: Callable[..., str]) -> None:
    amount = Decimal("0.10")
    assert sent(share=amount, price=amount, big=5, either=6) == (
        '{"price":"0.10","share":0.10,"big":"5","either":"6"}'
    )
    assert sent(cost={"cents": amount}, rates={"a": 1.5, "b": 2, "c": amount}) == (
        '{"rates":{"a":1.5,"b":2,"c":0.10},"cost":{"cents":"0.10"}}'
    )
    assert sent(lines=({"amount": amount, "text": amount, "count": 1},)) == (
        '{"lines":[{"amount":0.10,"text":"0.10","count":"1"}]}'
    )
    extra = {"extra_body": {"more": {"of": [amount, None]}}}
    assert sent(share=amount, **extra) == '{"share":0.10,"more":{"of":["0.10",null]}}'


def test_a_decimal_in_json_again(read: Any) -> None:
    again = read.to_dict()
    # Text where a double would lose digits.
    assert (again["share"], again["big"]) == (12.5, "9223372036854775807")
    assert again["rates"] == {"a": LONG, "b": 1, "c": 1000}
    assert read.to_dict("python")["rates"]["a"] == Decimal(LONG)


def test_what_json_has_no_number_for_is_refused(sent: Callable[..., str], package: Any) -> None:
    with pytest.raises(package.RequestValidationError, match="JSON has no number Infinity"):
        sent({"validate_requests": False}, share=Decimal("Infinity"))
