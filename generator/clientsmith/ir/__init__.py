"""The typed, frozen picture of an API that `analyze` makes of a document.

In: nothing; these are the classes of its nodes. Out: `Api` and everything it consists of, as plain
data that can be compared, pickled and cached. Text in it is data: nothing here is Python source.

Every node knows its place: its `pointer`, which `Api.place` turns into a file and a pointer in that
file, and `Document.span` into a line and a column. Most pointers are left out of `repr` and of
comparison: two APIs are equal if only places differ, and an emitter that prints a pointer names it
among its inputs. What a document says and no typed attribute holds is among a node's `facts`.
"""

from __future__ import annotations

from .api import (
    Api,
    Tag,
)
from .arguments import (
    HEADER_LINES,
    Argument,
    Location,
)
from .bodies import (
    Body,
    ChosenBody,
    FormBody,
    JsonBody,
    LinesBody,
    Part,
    RawBody,
    RequestBody,
    SingleBody,
    WholeJsonBody,
)
from .coverage import (
    Coverage,
    Reason,
)
from .facts import (
    Fact,
    Place,
    Sources,
)
from .old_names import (
    Removed,
    Renamed,
)
from .operations import (
    Operation,
    Resource,
)
from .pagination import (
    Counted,
    Cursor,
    FieldPath,
    HeaderCursor,
    LastItem,
    NextLink,
    NextUrl,
    Offset,
    PageNumber,
    Pagination,
    Plan,
)
from .responses import (
    RANGES,
    STREAMS,
    Answer,
    AnswerKind,
    Content,
    DocumentedResponse,
    Header,
    Response,
    Switch,
)
from .security import (
    ApiKey,
    ClientCredentials,
    Credential,
    CredentialArgument,
    Login,
    Requirement,
    Security,
    SecurityScheme,
)
from .servers import (
    Server,
    ServerVariable,
)
from .shapes import (
    Constant,
    Field,
    Shape,
)
from .types import (
    COMPOUND,
    NO_LIMITS,
    NULL,
    OR_TEXT,
    Among,
    Anything,
    Choice,
    Json,
    JsonScalar,
    Limits,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    Union,
    Upload,
)
from .webhooks import (
    Webhook,
    Webhooks,
)

__all__ = [
    "COMPOUND",
    "HEADER_LINES",
    "NO_LIMITS",
    "NULL",
    "OR_TEXT",
    "RANGES",
    "STREAMS",
    "Among",
    "Answer",
    "AnswerKind",
    "Anything",
    "Api",
    "ApiKey",
    "Argument",
    "Body",
    "Choice",
    "ChosenBody",
    "ClientCredentials",
    "Constant",
    "Content",
    "Counted",
    "Coverage",
    "Credential",
    "CredentialArgument",
    "Cursor",
    "DocumentedResponse",
    "Fact",
    "Field",
    "FieldPath",
    "FormBody",
    "Header",
    "HeaderCursor",
    "Json",
    "JsonBody",
    "JsonScalar",
    "LastItem",
    "Limits",
    "LinesBody",
    "ListOf",
    "Location",
    "Login",
    "MapOf",
    "NextLink",
    "NextUrl",
    "Offset",
    "Operation",
    "PageNumber",
    "Pagination",
    "Part",
    "Place",
    "Plan",
    "RawBody",
    "Reason",
    "Ref",
    "Removed",
    "Renamed",
    "RequestBody",
    "Requirement",
    "Resource",
    "Response",
    "Scalar",
    "ScalarKind",
    "Security",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Shape",
    "SingleBody",
    "Sources",
    "Switch",
    "Tag",
    "TupleOf",
    "TypeRef",
    "Union",
    "Upload",
    "Webhook",
    "Webhooks",
    "WholeJsonBody",
]
