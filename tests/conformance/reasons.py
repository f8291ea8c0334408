"""What a judge says of a try, and how a try is recognized that meets a known limit of a judge.

The reasons why each is no fault are in `limits.LIMITS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import unquote_plus

from .judge import (
    BY_FIELDS,
    BY_TAG,
    IMPOSSIBLE,
    IN_ENUM,
    NO_FIELD,
    NULLABLE,
    ODD_DEFAULT,
    OF_NAMES,
    OF_PART,
    READ_ONLY,
    REQUIRED,
)


@dataclass(frozen=True)
class Complaint:
    """What a judge says of a part of a request."""

    judge: Literal["Prism", "jsonschema"]
    place: str
    keyword: str
    message: str

    @property
    def root(self) -> str:
        """The parameter, field or property that it is about, by its first name."""
        return re.split(r"[. ]", self.place)[1] if re.search(r"[. ]", self.place) else ""


@dataclass(frozen=True)
class Trial:
    """A try that did not come out clean."""

    kind: str
    detail: str
    result: Mapping[str, Any]
    dialect: str
    complaints: tuple[Complaint, ...]
    needs: Mapping[str, Any]
    """What the document says of the operation, as far as a limit turns on it."""

    @property
    def exchange(self) -> Mapping[str, Any]:
        """The first request and its answer."""
        exchanges = self.result.get("exchanges") or [{}]
        return exchanges[0]

    @property
    def media(self) -> str:
        """The media type of what was sent."""
        return str(self.exchange.get("content_type", "")).partition(";")[0].strip().lower()

    def is_excused(self, complaint: Complaint, *remarks: str) -> bool:
        """Whether jsonschema makes one of these remarks on the same part."""
        return any(
            each.message.endswith(remarks) and each.place == complaint.place
            for each in self.complaints
        )

    def is_alone(self, complaint: Complaint) -> bool:
        """Whether the other judge has nothing against the same part."""
        return not any(
            each.judge != complaint.judge and each.root in (complaint.root, "")
            # An enum beside an array is one of its items.
            and not (each.keyword == "enum" and each.message.startswith("["))
            for each in self.complaints
        )


_OF_RULES = (BY_FIELDS, BY_TAG, OF_NAMES)


def of_form(trial: Trial, complaint: Complaint) -> bool:
    forms = ("application/x-www-form-urlencoded", "multipart/form-data")
    is_shape = complaint.keyword in ("type", "anyOf", "oneOf", "enum", "minItems", "required")
    is_shape = is_shape or "Reserved characters" in complaint.message
    # How a union of objects and arrays is written in a form, OpenAPI leaves open.
    if complaint.place.startswith("form.") and complaint.keyword in ("anyOf", "oneOf"):
        return trial.media in forms and trial.is_alone(complaint)
    is_field = complaint.judge == "Prism" and complaint.place.startswith("body")
    return trial.media in forms and is_field and is_shape and trial.is_alone(complaint)


def of_tuple(trial: Trial, complaint: Complaint) -> bool:
    is_false = complaint.keyword == "false schema"
    return complaint.judge == "Prism" and is_false and trial.is_alone(complaint)


_RULES = (
    *("not", "if", "dependentRequired", "dependencies", "contains", "propertyNames"),
    *("minProperties", "maxProperties"),
)


def of_rule(trial: Trial, complaint: Complaint) -> bool:
    if complaint.keyword in _RULES or complaint.message.endswith(_OF_RULES):
        return True
    # Prism gives the reasons of each member beside that of the union.
    is_reason = complaint.keyword in ("required", "pattern", "anyOf", "oneOf")
    if complaint.judge == "Prism" and is_reason:
        around = (each for each in trial.complaints if each.message.endswith(_OF_RULES))
        if any(f"{complaint.place}.".startswith(f"{each.place}.") for each in around):
            return True
    if complaint.keyword not in ("oneOf", "anyOf"):
        return False
    # Prism says no more than that; jsonschema says why.
    reported = trial.complaints if complaint.judge == "Prism" else (complaint,)
    return any(
        re.search(_OF_UNION, each.message) for each in reported if each.judge == "jsonschema"
    )


_OF_UNION = "is valid under ea|could not be resolved|does not contain discriminating"


def of_tagged(trial: Trial, complaint: Complaint) -> bool:
    is_tagged = complaint.place in trial.exchange.get("tagged", ())
    if complaint.judge != "Prism" or not is_tagged:
        return False
    reported = [each.message for each in trial.complaints if each.judge == "jsonschema"]
    is_of_tag = bool(reported) and all(re.search(_OF_UNION, message) for message in reported)
    return is_of_tag or (complaint.keyword == "oneOf" and trial.is_alone(complaint))


def of_array_enum(trial: Trial, complaint: Complaint) -> bool:
    return complaint.keyword == "enum" and (
        complaint.message.startswith("[")
        or any(each.keyword == "enum" and each.message.startswith("[") for each in trial.complaints)
    )


def of_empty_text(trial: Trial, complaint: Complaint) -> bool:
    is_missing = complaint.judge == "Prism" and complaint.keyword == "required"
    named = re.search(r"required property '(.+)'", complaint.message)
    if not is_missing or complaint.place != "query" or named is None:
        return False
    sent = unquote_plus(str(trial.exchange["request"]).partition("?")[2]).lower()
    return f"{named[1]}=" in sent.split("&")


def of_other_path(trial: Trial, complaint: Complaint) -> bool:
    place, _, name = complaint.place.partition(".")
    known = {each.lower() for each in trial.needs.get("parameters", ())}
    is_of_path = complaint.judge == "Prism" and place == "path" and bool(name)
    return is_of_path and f"path {name.partition('.')[0].lower()}" not in known


def has_odd_kind(trial: Trial) -> bool:
    known = {each.lower() for each in trial.needs.get("parameters", ())}
    is_reported = "Cannot find serializer for string" in str(trial.exchange.get("answer"))
    return trial.kind == "not judged" and ("header content-type" in known or is_reported)


def of_slowness(trial: Trial, complaint: Complaint) -> bool:
    return complaint.keyword in ("judge-slow", "judge-recursion")


def of_no_schema(trial: Trial, complaint: Complaint) -> bool:
    # In OpenAPI 3.1 the limit is a number; `exclusiveMinimum: true` is what 3.0 had.
    is_old = re.search("(minimum|maximum) of True", complaint.message)
    is_none = complaint.keyword == "judge-failed" or bool(is_old)
    return complaint.judge == "jsonschema" and is_none and trial.is_alone(complaint)


def is_crash(trial: Trial) -> bool:
    arrays = trial.needs.get("arrays", ())
    is_ended = trial.kind == "not judged" and trial.detail.startswith("Prism ended")
    styles = r"(header|path|cookie) |(query|form) (space|pipe|tab)Delimited"
    return is_ended and any(re.match(styles, each) for each in arrays)


def is_unroutable(trial: Trial) -> bool:
    routes = ("NO_PATH_MATCHED_ERROR", "NO_METHOD_MATCHED_ERROR")
    is_lost = trial.kind == "not judged" and trial.detail.endswith(routes)
    # Another operation of this path may refuse what is right for this one.
    is_refused = trial.kind == "answer not read" and trial.exchange.get("status") in (400, 422)
    return (is_lost or is_refused) and has_query(trial)


def has_no_answer(trial: Trial) -> bool:
    drifts = trial.result.get("drifts") or [{"kind": ""}]
    is_empty = all(drift["kind"] == "no-body" for drift in drifts) and not trial.exchange["answer"]
    return trial.kind == "invalid answer" or (trial.kind == "answer not read" and is_empty)


def has_no_end(trial: Trial) -> bool:
    said = "is required where a body is sent (missing)"
    return trial.kind == "refused by the client" and trial.detail.endswith(said)


def is_of_discriminator(trial: Trial) -> bool:
    drifts = trial.result.get("drifts") or [{"kind": ""}]
    is_reported = all(drift["kind"] == "discriminator" for drift in drifts)
    return trial.kind == "answer not read" and is_reported and "raised" not in trial.result


def is_unspoken(trial: Trial) -> bool:
    names = ("NO_RESPONSE_DEFINED", "NO_SUCCESS_RESPONSE_DEFINED")
    if trial.kind == "not judged" and trial.detail.endswith(names):
        return True
    has_success = any(re.match("[23]|default", name) for name in trial.needs.get("statuses", ()))
    is_error = trial.kind == "answer not read" and int(trial.exchange.get("status", 0)) >= 400
    return is_error and not has_success


def is_recursive(trial: Trial) -> bool:
    title = str(trial.exchange.get("answer", ""))
    is_unknown = trial.kind == "not judged" and trial.detail.endswith(" UNKNOWN")
    return is_unknown and bool(re.search("call stack|[Cc]ircular|too deep", title))


def of_null(trial: Trial, complaint: Complaint) -> bool:
    is_old = trial.dialect.startswith(("2", "3.0"))
    says_null = re.search(r"None (is not of type|for not nullable)", complaint.message)
    is_said = complaint.message.endswith(NULLABLE) or (is_old and bool(says_null))
    return complaint.judge == "jsonschema" and is_said


def of_odd_enum(trial: Trial, complaint: Complaint) -> bool:
    def place(each: Complaint) -> str:
        return each.place.lower().replace(" ", ".")

    return complaint.keyword in ("type", "enum", "format", "pattern") and any(
        each.message.endswith((IN_ENUM, IMPOSSIBLE, ODD_DEFAULT))
        and place(each) == place(complaint)
        for each in trial.complaints
    )


def of_listed_union(trial: Trial, complaint: Complaint) -> bool:
    if complaint.judge != "Prism" or not re.fullmatch(r"query\.\w+", complaint.place):
        return False
    name = complaint.place.partition(".")[2]
    sent = str(trial.exchange["request"]).partition("?")[2].lower()
    is_list = bool(re.search(f"(^|&){re.escape(name)}=[^&]*,", sent))
    wants = any(
        each.place == complaint.place and each.message.endswith("must be array")
        for each in trial.complaints
    )
    return is_list and wants and trial.is_alone(complaint)


def of_text_of_parts(trial: Trial, complaint: Complaint) -> bool:
    """Whether a multipart body is a text: `boundary` is missing, since nobody knows the parts."""
    is_whole = trial.exchange.get("content_type") == "multipart/form-data"
    return is_whole and (complaint.place == "parts" or "Boundary parameter" in complaint.message)


def of_empty_array(trial: Trial, complaint: Complaint) -> bool:
    named = re.search(r"required property '(.+)'", complaint.message)
    name = named[1] if named else complaint.place.removeprefix("query ")
    is_missing = complaint.keyword == "required" and complaint.place.startswith("query")
    # Arguments are in snake_case: `tag_keys` is `TagKeys` in the query.
    given = re.findall(r"'(\w+)': \[\]", str(trial.result.get("values")))
    return is_missing and name.lower() in [each.replace("_", "") for each in given]


def of_forbidden(trial: Trial, complaint: Complaint) -> bool:
    named = re.search(r"\('(\w+)' was unexpected\)", complaint.message)
    if complaint.message.endswith(OF_PART):
        return True
    if complaint.keyword != "additionalProperties":
        return False
    is_known = named is not None and named[1] in trial.needs.get("impossible", ())
    return is_known or trial.is_excused(complaint, REQUIRED)


def has_no_name(trial: Trial) -> bool:
    return trial.kind == "refused by the client" and "'' is not the name of" in trial.detail


def is_empty_segment(trial: Trial) -> bool:
    said = trial.kind == "refused by the client" and "Expected a non-empty value" in trial.detail
    return said and bool(re.search(r"but received (''|\{\}|\[\])", trial.detail))


def of_read_only_items(trial: Trial, complaint: Complaint) -> bool:
    is_item = bool(re.search(r"\.\d+$", complaint.place))
    return is_item and complaint.keyword == "readOnly" and complaint.judge == "jsonschema"


def of_nested(trial: Trial, complaint: Complaint) -> bool:
    def is_nested(each: Complaint) -> bool:
        is_item = bool(re.fullmatch(r"(query|header)[. ][^.]+\.\d+", each.place))
        return is_item and bool(re.search("(must be|of type) '?(object|array)", each.message))

    # Texts that stand for parts of such a value may be equal.
    is_of_texts = complaint.keyword == "uniqueItems" and any(
        is_nested(each) and each.place.startswith(complaint.place) for each in trial.complaints
    )
    return is_nested(complaint) or is_of_texts


def of_query_in_path(trial: Trial, complaint: Complaint) -> bool:
    return complaint.judge == "Prism" and has_query(trial) and trial.is_alone(complaint)


def has_query(trial: Trial) -> bool:
    return bool(re.search('[?#"<> ]|//', str(trial.needs.get("path", ""))))


def of_own_header(trial: Trial, complaint: Complaint) -> bool:
    is_own = complaint.place.lower().replace(" ", ".") == "header.accept-encoding"
    return is_own and "accept_encoding" not in str(trial.result.get("values"))


def of_pattern(trial: Trial, complaint: Complaint) -> bool:
    return complaint.keyword == "pattern" and bool(
        re.search(r"\(\?<?[!=]|\\[AZ]", complaint.message)
    )


def of_given_type(trial: Trial, complaint: Complaint) -> bool:
    is_type = complaint.judge == "jsonschema" and complaint.keyword == "content-type"
    return is_type and "'content_type'" in str(trial.result.get("values"))


def of_read_only(trial: Trial, complaint: Complaint) -> bool:
    is_no_property = re.match("path|query|header|body$", complaint.place)
    is_written = bool(is_no_property) and "Tried to write read-only" in complaint.message
    return complaint.judge == "jsonschema" and (is_written or complaint.message.endswith(READ_ONLY))


def of_text_enum(trial: Trial, complaint: Complaint) -> bool:
    if complaint.keyword != "enum" or not re.match("query|path|header", complaint.place):
        return False
    name = re.split("[. ]", complaint.place)[1].lower()
    sent = unquote_plus(str(trial.exchange["request"]).partition("?")[2]).lower().split("&")
    listed = re.findall(
        r"\w+", complaint.message.rpartition("values: ")[2].rpartition(" not one of ")[2]
    )
    return any(f"{name}={value.lower()}" in sent for value in listed)


def has_odd_media(trial: Trial) -> bool:
    named = f"{trial.exchange.get('accept') or '*/*'},{trial.media or '*/*'}"
    is_odd = any("/" not in each for each in named.split(","))
    is_lost = trial.kind == "not judged"
    return is_odd and (is_lost or trial.exchange.get("status") == 500)


def is_own_length(trial: Trial) -> bool:
    return trial.kind == "refused by the client" and "`Content-Length` cannot be" in trial.detail


def is_redirect(trial: Trial) -> bool:
    statuses = trial.needs.get("statuses", ())
    has_success = any(re.match("2|default", name) for name in statuses)
    is_redirected = any(name.startswith("3") for name in statuses) and not has_success
    kinds = ("answer not read", "not judged")
    return is_redirected and trial.kind in kinds and not trial.complaints


def has_no_text(trial: Trial) -> bool:
    is_text = bool(re.search(r"a text that matches|a \w+String of \d+ to \d+", trial.detail))
    return trial.kind == "not judged" and trial.detail.startswith("no_value") and is_text


def is_of_example(trial: Trial) -> bool:
    return trial.kind == "answer not read" and trial.result.get("reads_made") is True


def of_no_field(trial: Trial, complaint: Complaint) -> bool:
    def of_body(place: str) -> str:
        return re.sub("^(parts|form)", "body", place.lower().replace(" ", "."))

    # No value of such an object is right, whatever else is said of it or its fields.
    return any(
        each.message.endswith(NO_FIELD) and of_body(complaint.place).startswith(of_body(each.place))
        for each in trial.complaints
    )


def is_without_total(trial: Trial) -> bool:
    said = "was not sent, so that pages are asked for until one is empty"
    drifts = trial.result.get("drifts") or [{"said": ""}]
    is_reported = all(str(drift["said"]).endswith(said) for drift in drifts)
    return trial.kind == "answer not read" and is_reported and "raised" not in trial.result
