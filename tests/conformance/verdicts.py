"""What came of a try: its class, and whose fault a disagreement is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from . import limits, reasons

CLASSES = {
    "clean": "both judges approve of the request, and the answer is read without drift",
    "refused by the client": "the client refuses a value of its own type",
    "request refused": "Prism or jsonschema refuses the request",
    "answer not read": "the client raises, or tells drift, on an answer that fits the document",
    "invalid answer": "what Prism answers does not fit the document itself",
    "not judged": "Prism or this tool cannot make, route or answer the call",
    "failed": "the client raises before or after the exchange for another reason",
}


@dataclass(frozen=True)
class Verdict:
    """The class of a try; the limit of a judge that explains it, else it counts as ours."""

    kind: str
    detail: str = ""
    limit: str = ""

    @property
    def is_ours(self) -> bool:
        return self.kind != "clean" and not self.limit


def verdict(result: Mapping[str, Any], dialect: str) -> Verdict:
    """The verdict on a try that the session wrote down."""
    kind, detail = _classed(result)
    if kind == "clean":
        return Verdict(kind)
    said = tuple(complaints(result))
    trial = reasons.Trial(kind, detail, result, dialect, said, result.get("needs", {}))
    return Verdict(kind, detail, limits.explaining(trial))


def complaints(result: Mapping[str, Any]) -> Iterator[reasons.Complaint]:
    """What the judges say of the requests."""
    for exchange in result.get("exchanges", ()):
        for violation in exchange["violations"]:
            first, *place = violation["location"]
            if first == "request":
                at, code = ".".join(map(str, place)), str(violation.get("code", ""))
                yield reasons.Complaint("Prism", at, code, violation["message"])
        for place, keyword, message in exchange["findings"]:
            yield reasons.Complaint("jsonschema", place, keyword, message)


def _classed(result: Mapping[str, Any]) -> tuple[str, str]:
    for key in ("tool", "unread", "no_value"):
        if key in result:
            return "not judged", f"{key}: {result[key]}"
    if said := result.get("refused_by_client"):
        return "refused by the client", said
    exchanges = result.get("exchanges", ())
    if not exchanges:
        return "failed", f"{result.get('raised')}: {result.get('message')}"
    exchange = exchanges[0]
    if reported := [
        f"{each.judge} {each.place}: {each.keyword}: {each.message}" for each in complaints(result)
    ]:
        return "request refused", " | ".join(reported[:4])
    if not exchange["status"]:
        return "not judged", f"Prism ended: {result.get('message')}"
    own = [each for each in exchange["violations"] if each["location"][0] == "response"]
    if own:
        return "invalid answer", f"Prism of its own answer: {own[0]['message']}"
    if exchange["problem"] and exchange["example"]:
        return "invalid answer", f"Prism of its own answer: {exchange['example']}"
    if exchange["problem"]:
        return "not judged", f"Prism answers {exchange['problem']}"
    raised = result.get("raised")
    if raised or result.get("drifts"):
        said = (
            f"{raised}: {result['message']}"
            if raised
            else " | ".join(drift["said"] for drift in result["drifts"][:3])
        )
        if exchange["answer_findings"]:
            place, keyword, message = exchange["answer_findings"][0]
            return "invalid answer", f"jsonschema {place}: {keyword}: {message}; client: {said}"
        return "answer not read", said
    return "clean", ""
