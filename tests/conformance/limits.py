"""Known limits of the judges: what each is, and why what was sent or read is right all the same.

A limit is claimed only for what was looked at by the text of OpenAPI and found right. What one
judge refuses and no limit names counts as a fault of clientsmith.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from . import reasons
from .reasons import Complaint, Trial


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


LIMITS: tuple[Limit, ...] = (
    Limit(
        "Accept-Encoding of the client",
        "document",
        "The document has Accept-Encoding as a header parameter with an enum. Where it is not "
        "given, the client says what it decodes itself: gzip and deflate.",
        takes=reasons.of_own_header,
    ),
    Limit(
        "pattern that is not checked",
        "schema",
        "The pattern looks ahead or behind, or has `\\A` or `\\Z`. pydantic's engine, which is "
        "linear in time, does not know these: the value goes out as the caller gave it.",
        takes=reasons.of_pattern,
    ),
    Limit(
        "content type as an argument",
        "this tool",
        "The caller says of what media type a file is; this tool gives any text.",
        takes=reasons.of_given_type,
    ),
    Limit(
        "enum against its type in a query",
        "document",
        "The enum has numbers or booleans, and the type beside it is a text, as every value in a "
        "query is: `enum: [true, 1]` for `?x=true`.",
        takes=reasons.of_text_enum,
    ),
    Limit(
        "media types that are none",
        "document",
        "The document has names such as `data` in place of media types; Prism ends at such an "
        "Accept header.",
        is_met=reasons.has_odd_media,
    ),
    Limit(
        "length as an argument",
        "document",
        "The document has Content-Length as a header parameter. The client refuses a value that is "
        "not the length of what is sent.",
        is_met=reasons.is_own_length,
    ),
    Limit(
        "redirection as the only success",
        "document",
        "The document has no success but a redirection. The client follows none, and raises "
        "APIStatusError with its status and headers.",
        is_met=reasons.is_redirect,
    ),
    Limit(
        "value without end",
        "document",
        "A required property leads back to its own schema, so that no value of it ends.",
        is_met=reasons.has_no_end,
    ),
    Limit(
        "text for a pattern",
        "this tool",
        "This tool finds no text that the pattern, or the format and the length, of a required "
        "value allow.",
        is_met=reasons.has_no_text,
    ),
    Limit(
        "read-only by reference",
        "jsonschema",
        "A required property is read-only by what its `$ref` leads to, so that a request does not "
        "have it (OpenAPI 3.0, 4.7.24); or a parameter or a whole body is read-only, which only a "
        "property can be.",
        takes=reasons.of_read_only,
    ),
    Limit(
        "read-only items",
        "document",
        "`readOnly` stands at the items of an array; OpenAPI has it for properties alone, and an "
        "array without items is not what the document means.",
        takes=reasons.of_read_only_items,
    ),
    Limit(
        "nested values in an array of a parameter",
        "document",
        "OpenAPI leaves open how an object or an array is written inside of an array in a query or "
        "a header (Style Values). The client sends JSON; the judges read texts alone.",
        takes=reasons.of_nested,
    ),
    Limit(
        "union with an array in a query",
        "Prism",
        "The parameter is one value or an array of them, `explode: false`: `?ids=1,2`. Prism takes "
        "only a schema that is no more than an array apart at commas.",
        takes=reasons.of_listed_union,
    ),
    Limit(
        "multipart that is a text",
        "document",
        "The document describes a multipart body as a text. It has no parts to write, and so no "
        "boundary: the text goes out as it was given.",
        takes=reasons.of_text_of_parts,
    ),
    Limit(
        "array or object in a form",
        "Prism",
        "Prism keeps the last of a form's repeated names, reads no JSON in its fields, and wants "
        "the parts of a multipart body encoded as in a URL; OpenAPI has arrays there by repeated "
        "names and objects as JSON (Encoding Object).",
        takes=reasons.of_form,
    ),
    Limit(
        "prefixItems",
        "Prism",
        "Prism judges by JSON Schema draft 7, which has no `prefixItems`: it refuses every item.",
        takes=reasons.of_tuple,
    ),
    Limit(
        "rule beyond types",
        "schema",
        "`not`, `if`, `dependentRequired`, `propertyNames`, how many of its named fields an object "
        "has, a `oneOf` whose members overlap or only require fields, and a discriminator whose "
        "property is any text, say which combinations are right; no type says so. The value goes "
        "out as the caller gave it.",
        takes=reasons.of_rule,
    ),
    Limit(
        "discriminator of a request",
        "Prism",
        "Prism knows no discriminator: it refuses a value that fits several members of a `oneOf`, "
        "of which its discriminator names one. jsonschema looks at that, and approves.",
        takes=reasons.of_tagged,
    ),
    Limit(
        "null beside a union",
        "jsonschema",
        "`nullable: true` stands beside `oneOf`, `allOf` or `$ref` without a `type`; writers of "
        "such documents mean that null is right; OpenAPI 3.0.3 says that it changes nothing, and "
        "3.1 has no such keyword.",
        takes=reasons.of_null,
    ),
    Limit(
        "field that is required and forbidden",
        "document",
        "The document requires a field that `properties` does not have and that "
        "`additionalProperties: false` forbids, or a part of an `allOf` has `additionalProperties` "
        "of a type that the fields of another part are not of: no value is right.",
        takes=reasons.of_forbidden,
    ),
    Limit(
        "keywords that exclude one another",
        "document",
        "The enum, the default or the example has values that are not of the type, the format or "
        "the pattern beside it, such as `type: string` with `enum: [Error, true]`, or `allOf` has "
        "two types. The client sends what the enum has, or any text.",
        takes=reasons.of_odd_enum,
    ),
    Limit(
        "empty array in a query",
        "document",
        "The document requires an array and allows an empty one, which is nothing at all in a "
        "query (RFC 6570, 2.3).",
        takes=reasons.of_empty_array,
    ),
    Limit(
        "enum of an array",
        "document",
        "The enum stands at the array and has the texts of its items: no array at all would fit. "
        "The client takes it as meant, for the items.",
        takes=reasons.of_array_enum,
    ),
    Limit(
        "empty text in a query",
        "Prism",
        "Prism takes `?name=` for a query without the parameter; it is one with an empty text.",
        takes=reasons.of_empty_text,
    ),
    Limit(
        "path of two templates",
        "Prism",
        "The path fits two templates of the document, and Prism takes the one that was not meant: "
        "it speaks of a parameter that the operation does not have.",
        takes=reasons.of_other_path,
    ),
    Limit(
        "Content-Type as a parameter",
        "document",
        "The document has `Content-Type` as a header of any text; Prism reads a media type in it.",
        is_met=reasons.has_odd_kind,
    ),
    Limit(
        "recursion in jsonschema",
        "jsonschema",
        "jsonschema tries every member of every union in a recursive schema, and does not end in "
        "20 seconds or meets the end of Python's stack. Prism approves.",
        takes=reasons.of_slowness,
    ),
    Limit(
        "schema that is none",
        "jsonschema",
        "Part of the schema is none, such as `schema: null`, a `type` that is an object, or in "
        "OpenAPI 3.1 `exclusiveMinimum: true`, and jsonschema fails at it. Prism approves.",
        takes=reasons.of_no_schema,
    ),
    Limit(
        "end of Prism at an array",
        "Prism",
        "Prism ends with `value.split is not a function` where an array or object in a path has "
        "several items, or one in a header, in a cookie or with delimiters is left out.",
        is_met=reasons.is_crash,
    ),
    Limit(
        "query in a path",
        "Prism",
        "The document has a path with `?` or `#`, which OpenAPI does not allow, or with `//`. "
        "Prism does not find it, or takes another operation, whose path is the same up to there.",
        takes=reasons.of_query_in_path,
        is_met=reasons.is_unroutable,
    ),
    Limit(
        "answer against the document",
        "Prism",
        "What Prism answers, also when made from the schema alone, does not fit the schema: Prism "
        "itself or jsonschema says so. The request is approved of by both.",
        is_met=reasons.has_no_answer,
    ),
    Limit(
        "example that fits a union loosely",
        "document",
        "The document's example, or what Prism makes, fits a member of a union that has none of "
        "its fields, and breaks the rules of the one that has them. An answer that this tool makes "
        "from the schema is read without drift.",
        is_met=reasons.is_of_example,
    ),
    Limit(
        "page without its total",
        "document",
        "The example lacks the total that the document describes and does not require. The client "
        "says so, and asks for pages until one is empty.",
        is_met=reasons.is_without_total,
    ),
    Limit(
        "object without fields",
        "document",
        "`additionalProperties: false` without properties allows no object but an empty one. The "
        "client takes any, since documents mean that they do not say which fields there are.",
        takes=reasons.of_no_field,
    ),
    Limit(
        "discriminator of an answer",
        "Prism",
        "Prism knows no discriminator, and makes an answer whose value for it names no schema.",
        is_met=reasons.is_of_discriminator,
    ),
    Limit(
        "no answer described",
        "document",
        "The document has no success for the operation, so that Prism has nothing to answer.",
        is_met=reasons.is_unspoken,
    ),
    Limit(
        "recursive answer",
        "Prism",
        "Prism does not make an answer of a recursive schema.",
        is_met=reasons.is_recursive,
    ),
    Limit(
        "header without a name",
        "document",
        "The document has a header whose name is the empty text, which no request can have.",
        is_met=reasons.has_no_name,
    ),
    Limit(
        "empty text in a path",
        "document",
        "The document allows nothing but an empty text in a path, which would be another path. The "
        "client refuses it.",
        is_met=reasons.is_empty_segment,
    ),
)
