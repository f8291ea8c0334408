"""Known limits of the judges: what each is, why what was sent or read is right all the same, and
how a try is recognized that meets it.

A limit is claimed only for what was looked at by the text of OpenAPI and found right. What one
judge refuses and no limit names counts as a fault of clientsmith.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import unquote_plus

from .judge import IN_ENUM, NULLABLE


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

    def is_alone(self, complaint: Complaint) -> bool:
        """Whether the other judge has nothing against the same part."""
        return not any(
            each.judge != complaint.judge and each.root in (complaint.root, "")
            for each in self.complaints
        )


@dataclass(frozen=True)
class Limit:
    """A limit of a judge, or of what a schema can ask of a Python type."""

    name: str
    judge: str
    reason: str
    takes: Callable[[Trial, Complaint], bool] | None = None
    """Whether it explains a complaint of a request; all of them have to be explained."""
    is_met: Callable[[Trial], bool] | None = None
    """Whether it explains a try of another class."""


def explaining(trial: Trial) -> str:
    """The name of the limit that explains a try; empty where none does."""
    if trial.kind == "request refused":
        names = {each: next(_takers(trial, each), "") for each in trial.complaints}
        for each in trial.complaints:
            names[each] = names[each] or _of_part(trial, each, names)
        return next(iter(names.values()), "") if all(names.values()) else ""
    return next((each.name for each in LIMITS if each.is_met and each.is_met(trial)), "")


def _of_part(trial: Trial, complaint: Complaint, names: Mapping[Complaint, str]) -> str:
    """The limit of a complaint that comes of another one.

    A union fits none where a part does not, and says what each of its members misses.
    """
    unions, is_alone = ("anyOf", "oneOf"), trial.is_alone(complaint)
    for each, name in names.items():
        is_same = bool(name) and each.judge == complaint.judge
        is_around = complaint.keyword in (*unions, "type") and is_alone
        if is_same and is_around and each.place.startswith(complaint.place):
            return name
        if is_same and each.keyword in unions and complaint.place.startswith(each.place):
            return name
    return ""


def _takers(trial: Trial, complaint: Complaint) -> Iterator[str]:
    for limit in LIMITS:
        if limit.takes is not None and limit.takes(trial, complaint):
            yield limit.name


_SHAPE = re.compile(r"must be (array|object)$|must be (array|object),")


def _of_form(trial: Trial, complaint: Complaint) -> bool:
    forms = ("application/x-www-form-urlencoded", "multipart/form-data")
    is_shape = complaint.keyword in ("type", "anyOf", "oneOf", "enum", "minItems", "required")
    is_shape = is_shape or "Reserved characters" in complaint.message
    is_field = complaint.judge == "Prism" and complaint.place.startswith("body")
    return trial.media in forms and is_field and is_shape and trial.is_alone(complaint)


def _of_xml(trial: Trial, complaint: Complaint) -> bool:
    is_body = complaint.judge == "Prism" and complaint.place == "body"
    return is_body and complaint.keyword == "type" and "xml" in trial.media


def _of_bytes(trial: Trial, complaint: Complaint) -> bool:
    is_body = complaint.judge == "Prism" and complaint.place == "body"
    is_raw = bool(trial.media) and not re.search("json|x-www-form|multipart|xml", trial.media)
    return is_body and complaint.keyword == "type" and is_raw


def _of_tuple(trial: Trial, complaint: Complaint) -> bool:
    is_false = complaint.keyword == "false schema"
    return complaint.judge == "Prism" and is_false and trial.is_alone(complaint)


def _of_rule(trial: Trial, complaint: Complaint) -> bool:
    if complaint.keyword in ("not", "if", "dependentRequired", "dependencies", "contains"):
        return True
    if complaint.keyword not in ("oneOf", "anyOf"):
        return False
    # Prism says no more than that; jsonschema says why.
    told = trial.complaints if complaint.judge == "Prism" else (complaint,)
    return any(re.search(_OF_UNION, each.message) for each in told if each.judge == "jsonschema")


_OF_UNION = "is valid under each of|could not be resolved|does not contain discriminating"


def _of_tagged(trial: Trial, complaint: Complaint) -> bool:
    is_union = complaint.judge == "Prism" and complaint.keyword == "oneOf"
    is_tagged = complaint.place in trial.exchange.get("tagged", ())
    return is_union and is_tagged and trial.is_alone(complaint)


def _of_array_enum(trial: Trial, complaint: Complaint) -> bool:
    return complaint.keyword == "enum" and (
        complaint.message.startswith("[")
        or any(each.keyword == "enum" and each.message.startswith("[") for each in trial.complaints)
    )


def _of_empty_text(trial: Trial, complaint: Complaint) -> bool:
    is_missing = complaint.judge == "Prism" and complaint.keyword == "required"
    named = re.search(r"required property '(.+)'", complaint.message)
    if not is_missing or complaint.place != "query" or named is None:
        return False
    sent = unquote_plus(str(trial.exchange["request"]).partition("?")[2]).lower()
    return f"{named[1]}=" in sent.split("&")


def _of_other_path(trial: Trial, complaint: Complaint) -> bool:
    place, _, name = complaint.place.partition(".")
    known = {each.lower() for each in trial.needs.get("parameters", ())}
    is_of_path = complaint.judge == "Prism" and place == "path" and bool(name)
    return is_of_path and f"path {name.partition('.')[0].lower()}" not in known


def _has_odd_kind(trial: Trial) -> bool:
    known = {each.lower() for each in trial.needs.get("parameters", ())}
    is_told = "Cannot find serializer for string" in str(trial.exchange.get("answer"))
    return trial.kind == "not judged" and ("header content-type" in known or is_told)


def _of_slowness(trial: Trial, complaint: Complaint) -> bool:
    return complaint.keyword in ("judge-slow", "judge-recursion")


def _is_crash(trial: Trial) -> bool:
    arrays = trial.needs.get("arrays", ())
    is_ended = trial.kind == "not judged" and trial.detail.startswith("Prism ended")
    styles = r"(header|path|cookie) |query (space|pipe|tab)Delimited"
    return is_ended and any(re.match(styles, each) for each in arrays)


def _is_unroutable(trial: Trial) -> bool:
    routes = ("NO_PATH_MATCHED_ERROR", "NO_METHOD_MATCHED_ERROR")
    is_lost = trial.kind == "not judged" and trial.detail.endswith(routes)
    # Another operation of this path may refuse what is right for this one.
    is_refused = trial.kind == "answer not read" and trial.exchange.get("status") in (400, 422)
    return (is_lost or is_refused) and _has_query(trial)


def _has_no_answer(trial: Trial) -> bool:
    return trial.kind == "invalid answer"


def _is_of_discriminator(trial: Trial) -> bool:
    drifts = trial.result.get("drifts") or [{"kind": ""}]
    is_told = all(drift["kind"] == "discriminator" for drift in drifts)
    return trial.kind == "answer not read" and is_told and "raised" not in trial.result


def _is_unspoken(trial: Trial) -> bool:
    names = ("NO_RESPONSE_DEFINED", "NO_SUCCESS_RESPONSE_DEFINED")
    if trial.kind == "not judged" and trial.detail.endswith(names):
        return True
    has_success = any(re.match("[23]|default", name) for name in trial.needs.get("statuses", ()))
    is_error = trial.kind == "answer not read" and int(trial.exchange.get("status", 0)) >= 400
    return is_error and not has_success


def _is_recursive(trial: Trial) -> bool:
    title = str(trial.exchange.get("answer", ""))
    is_unknown = trial.kind == "not judged" and trial.detail.endswith(" UNKNOWN")
    return is_unknown and bool(re.search("call stack|[Cc]ircular|too deep", title))


def _of_null(trial: Trial, complaint: Complaint) -> bool:
    is_old = trial.dialect.startswith(("2", "3.0"))
    says_null = re.search(r"None (is not of type|for not nullable)", complaint.message)
    is_said = bool(says_null) and (is_old or complaint.message.endswith(NULLABLE))
    return complaint.judge == "jsonschema" and is_said


def _of_odd_enum(trial: Trial, complaint: Complaint) -> bool:
    return complaint.keyword == "type" and any(
        each.message.endswith(IN_ENUM) and each.place == complaint.place
        for each in trial.complaints
    )


def _of_texts(trial: Trial, complaint: Complaint) -> bool:
    is_text = complaint.place.startswith(("path.", "query.", "header."))
    is_union = complaint.judge == "Prism" and complaint.keyword == "oneOf"
    return is_text and is_union and trial.is_alone(complaint)


def _of_empty_array(trial: Trial, complaint: Complaint) -> bool:
    named = re.search(r"required property '(.+)'", complaint.message)
    name = named[1] if named else complaint.place.removeprefix("query ")
    is_missing = complaint.keyword == "required" and complaint.place.startswith("query")
    # Arguments are in snake_case: `tag_keys` is `TagKeys` in the query.
    given = re.findall(r"'(\w+)': \[\]", str(trial.result.get("values")))
    return is_missing and name.lower() in [each.replace("_", "") for each in given]


def _of_forbidden(trial: Trial, complaint: Complaint) -> bool:
    named = re.search(r"\('(\w+)' was unexpected\)", complaint.message)
    is_extra = complaint.keyword == "additionalProperties" and complaint.judge == "jsonschema"
    return is_extra and named is not None and named[1] in trial.needs.get("impossible", ())


_FORMATS = (
    "url|hostname|uri-reference|uri-template|json-pointer|relative-json-pointer|regex|iri|"
    "iri-reference|idn-email|idn-hostname"
)


def _of_format(trial: Trial, complaint: Complaint) -> bool:
    is_format = complaint.judge == "Prism" and complaint.keyword == "format"
    return is_format and bool(re.search(f'match format "({_FORMATS})"$', complaint.message))


def _has_no_name(trial: Trial) -> bool:
    return trial.kind == "refused by the client" and "'' is not the name of" in trial.detail


def _is_empty_segment(trial: Trial) -> bool:
    said = trial.kind == "refused by the client" and "Expected a non-empty value" in trial.detail
    return said and "but received ''" in trial.detail


def _of_read_only_items(trial: Trial, complaint: Complaint) -> bool:
    is_item = bool(re.search(r"\.\d+$", complaint.place))
    return is_item and complaint.keyword == "readOnly" and complaint.judge == "jsonschema"


def _of_object_in_query(trial: Trial, complaint: Complaint) -> bool:
    is_item = bool(re.fullmatch(r"query\.[^.]+\.\d+", complaint.place))
    is_object = complaint.message.endswith("must be object")
    return complaint.judge == "Prism" and is_item and is_object and trial.is_alone(complaint)


def _of_query_in_path(trial: Trial, complaint: Complaint) -> bool:
    return complaint.judge == "Prism" and _has_query(trial) and trial.is_alone(complaint)


def _has_query(trial: Trial) -> bool:
    path = str(trial.needs.get("path", ""))
    return "?" in path or "#" in path


def _of_accept(trial: Trial, complaint: Complaint) -> bool:
    if complaint.judge != "Prism" or trial.dialect.startswith("2"):
        return False
    missing = re.search(r"required property '(.+)'", complaint.message)
    name = f"{complaint.place}.{missing[1]}" if missing else complaint.place
    return name.lower() in ("header.accept", "header.authorization", "header.content-type")


def _of_fewest(trial: Trial, complaint: Complaint) -> bool:
    return complaint.keyword == "minProperties" and complaint.place == "body"


def _is_own_length(trial: Trial) -> bool:
    return trial.kind == "refused by the client" and "`Content-Length` cannot be" in trial.detail


def _is_redirect(trial: Trial) -> bool:
    statuses = trial.needs.get("statuses", ())
    has_success = any(re.match("2|default", name) for name in statuses)
    is_redirected = any(name.startswith("3") for name in statuses) and not has_success
    kinds = ("answer not read", "not judged")
    return is_redirected and trial.kind in kinds and not trial.complaints


def _has_no_text(trial: Trial) -> bool:
    is_pattern = "a text that matches" in trial.detail
    return trial.kind == "not judged" and trial.detail.startswith("no_value") and is_pattern


LIMITS: tuple[Limit, ...] = (
    Limit(
        "headers that OpenAPI ignores",
        "Prism",
        "A header parameter called Accept, Content-Type or Authorization is ignored (OpenAPI 3.1, "
        "4.8.12.1); Prism checks it.",
        takes=_of_accept,
    ),
    Limit(
        "fewest fields of a body",
        "schema",
        "The body has `minProperties`, and the call has an argument for each property, none of "
        "them required: no type says that some argument has to be given.",
        takes=_of_fewest,
    ),
    Limit(
        "length as an argument",
        "document",
        "The document has Content-Length as a header parameter. The client refuses a value that is "
        "not the length of what is sent.",
        is_met=_is_own_length,
    ),
    Limit(
        "redirection as the only success",
        "document",
        "The document has no success but a redirection. The client follows none, and raises "
        "APIStatusError with its status and headers.",
        is_met=_is_redirect,
    ),
    Limit(
        "text for a pattern",
        "this tool",
        "This tool finds no text that the pattern of a required value matches.",
        is_met=_has_no_text,
    ),
    Limit(
        "read-only items",
        "document",
        "`readOnly` stands at the items of an array; OpenAPI has it for properties alone, and an "
        "array without items is not what the document means.",
        takes=_of_read_only_items,
    ),
    Limit(
        "objects in an array in a query",
        "document",
        "OpenAPI leaves open how an object is written inside of an array in a query (Style "
        "Values). The client sends JSON; Prism reads no object at all.",
        takes=_of_object_in_query,
    ),
    Limit(
        "array or object in a form",
        "Prism",
        "Prism keeps the last of a form's repeated names, reads no JSON in its fields, and wants "
        "the parts of a multipart body encoded as in a URL; OpenAPI has arrays there by repeated "
        "names and objects as JSON (Encoding Object).",
        takes=_of_form,
    ),
    Limit("XML body", "Prism", "Prism reads no XML, and takes it for text.", takes=_of_xml),
    Limit(
        "file as the body",
        "Prism",
        "The document describes a file as an object (`type: object, format: file`); what is sent "
        "is its bytes, which the media type is of.",
        takes=_of_bytes,
    ),
    Limit(
        "prefixItems",
        "Prism",
        "Prism judges by JSON Schema draft 7, which has no `prefixItems`: it refuses every item.",
        takes=_of_tuple,
    ),
    Limit(
        "rule beyond types",
        "schema",
        "`not`, `if`, `dependentRequired`, a `oneOf` whose members overlap, and a discriminator "
        "whose property is any text, say which combinations are right; no type says so. The value "
        "goes out as the caller gave it.",
        takes=_of_rule,
    ),
    Limit(
        "discriminator of a request",
        "Prism",
        "Prism knows no discriminator: it refuses a value that fits several members of a `oneOf`, "
        "of which its discriminator names one. jsonschema looks at that, and approves.",
        takes=_of_tagged,
    ),
    Limit(
        "null beside a union",
        "jsonschema",
        "`nullable: true` stands beside `oneOf`, `allOf` or `$ref` without a `type`; writers of "
        "such documents mean that null is right; OpenAPI 3.0.3 says that it changes nothing, and "
        "3.1 has no such keyword.",
        takes=_of_null,
    ),
    Limit(
        "field that is required and forbidden",
        "document",
        "The document requires a field that `properties` does not have and that "
        "`additionalProperties: false` forbids: no value is right.",
        takes=_of_forbidden,
    ),
    Limit(
        "format that no type has",
        "Prism",
        "Prism checks formats that are no rule in OpenAPI but a remark, such as `url`; the client "
        "sends the text as it was given.",
        takes=_of_format,
    ),
    Limit(
        "enum against its type",
        "document",
        "The enum has values that are not of the type beside it, such as `type: string` with "
        "`enum: [Error, true]`: no value is right for both. The client sends what the enum has.",
        takes=_of_odd_enum,
    ),
    Limit(
        "oneOf of texts",
        "document",
        "In a path, a query or a header every value is text: `1` fits an integer and a string, of "
        "which a `oneOf` allows but one.",
        takes=_of_texts,
    ),
    Limit(
        "empty array in a query",
        "document",
        "The document requires an array and allows an empty one, which is nothing at all in a "
        "query (RFC 6570, 2.3).",
        takes=_of_empty_array,
    ),
    Limit(
        "enum of an array",
        "document",
        "The enum stands at the array and has the texts of its items: no array at all would fit. "
        "The client takes it as meant, for the items.",
        takes=_of_array_enum,
    ),
    Limit(
        "empty text in a query",
        "Prism",
        "Prism takes `?name=` for a query without the parameter; it is one with an empty text.",
        takes=_of_empty_text,
    ),
    Limit(
        "path of two templates",
        "Prism",
        "The path fits two templates of the document, and Prism takes the one that was not meant: "
        "it speaks of a parameter that the operation does not have.",
        takes=_of_other_path,
    ),
    Limit(
        "Content-Type as a parameter",
        "document",
        "The document has `Content-Type` as a header of any text; Prism reads a media type in it.",
        is_met=_has_odd_kind,
    ),
    Limit(
        "recursion in jsonschema",
        "jsonschema",
        "jsonschema tries every member of every union in a recursive schema, and does not end in "
        "20 seconds or meets the end of Python's stack. Prism approves.",
        takes=_of_slowness,
    ),
    Limit(
        "end of Prism at an array",
        "Prism",
        "Prism ends with `value.split is not a function` where an array or object in a path has "
        "several items, or one in a header, in a cookie or with delimiters is left out.",
        is_met=_is_crash,
    ),
    Limit(
        "query in a path",
        "Prism",
        "The document has a path with `?` or `#`, which OpenAPI does not allow. Prism does not "
        "find it, or takes another operation, whose path is the same up to there.",
        takes=_of_query_in_path,
        is_met=_is_unroutable,
    ),
    Limit(
        "answer against the document",
        "Prism",
        "What Prism answers, also when made from the schema alone, does not fit the schema: Prism "
        "itself or jsonschema says so. The request is approved of by both.",
        is_met=_has_no_answer,
    ),
    Limit(
        "discriminator of an answer",
        "Prism",
        "Prism knows no discriminator, and makes an answer whose value for it names no schema.",
        is_met=_is_of_discriminator,
    ),
    Limit(
        "no answer described",
        "document",
        "The document has no success for the operation, so that Prism has nothing to answer.",
        is_met=_is_unspoken,
    ),
    Limit(
        "recursive answer",
        "Prism",
        "Prism does not make an answer of a recursive schema.",
        is_met=_is_recursive,
    ),
    Limit(
        "header without a name",
        "document",
        "The document has a header whose name is the empty text, which no request can have.",
        is_met=_has_no_name,
    ),
    Limit(
        "empty text in a path",
        "document",
        "The document allows nothing but an empty text in a path, which would be another path. The "
        "client refuses it.",
        is_met=_is_empty_segment,
    ),
)
