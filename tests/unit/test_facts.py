"""Every fact of a document that a caller can notice is in the IR, with its place."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from clientsmith.analyze import analyze
from clientsmith.config import Target
from clientsmith.document import Document, read, split_pointer
from clientsmith.document.convert import convert
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api, Choice, Operation, Place

DOCUMENT = """
openapi: 3.1.0
info:
  title: Zoo
  version: 1.2.0
  summary: Animals
  description: Keeps animals.
  termsOfService: https://example.com/terms
  contact: {name: Ann, email: ann@example.com}
  license: {name: MIT, identifier: MIT}
  x-audience: public
externalDocs: {url: https://example.com/docs}
x-root: 1
tags:
  - {name: animals, description: Of animals, externalDocs: {url: https://example.com/animals}}
  - {name: keepers, x-group: people}
servers:
  - url: https://{region}.example.com/v1
    description: Production
    x-tier: gold
    variables:
      region: {default: eu, enum: [eu, us], description: Where it runs, x-short: true}
  - {url: https://sandbox.example.com/v1, description: Sandbox}
security:
  - key: []
paths:
  /animals:
    summary: Everything about animals
    x-path: 1
    get:
      operationId: listAnimals
      tags: [animals]
      summary: List animals
      description: Lists all animals.
      externalDocs: {url: https://example.com/list}
      x-quota: 10
      parameters:
        - $ref: '#/components/parameters/Limit'
        - name: page
          in: query
          description: The page
          schema: {type: integer, minimum: 1, default: 1, title: Page, description: A number}
        - name: species
          in: query
          required: true
          allowEmptyValue: true
          deprecated: true
          style: form
          explode: true
          x-indexed: true
          schema:
            type: array
            minItems: 1
            maxItems: 9
            uniqueItems: true
            items: {type: string, minLength: 2, maxLength: 20, pattern: '^[a-z]+$', title: One}
        - name: filter
          in: query
          style: deepObject
          allowReserved: true
          schema:
            type: object
            properties:
              name: {type: string, description: By name}
              age: {type: number, multipleOf: 0.5, exclusiveMinimum: 0, exclusiveMaximum: 90}
        - name: where
          in: query
          content:
            application/json: {schema: {type: object, additionalProperties: {type: integer}}}
        - {name: X-Trace, in: header, schema: {type: string, format: uuid}}
        - {name: session, in: cookie, schema: {type: string}}
      responses:
        '200':
          description: The animals
          x-cached: true
          headers:
            X-Total:
              description: How many
              required: true
              deprecated: true
              x-unit: animals
              schema: {type: integer, minimum: 0}
            X-Kind:
              schema:
                type: object
                properties: {name: {type: string}}
          links:
            next: {operationId: listAnimals}
          content:
            application/json:
              x-media: 1
              schema:
                type: object
                required: [data, meta]
                properties:
                  data: {type: array, items: {$ref: '#/components/schemas/Animal'}}
                  meta:
                    type: object
                    properties:
                      page_number: {type: integer}
                      total_pages: {type: integer}
        '304': {description: Not modified}
        '404':
          description: Nobody here
          content:
            application/problem+json:
              schema: {$ref: '#/components/schemas/Problem'}
            text/plain:
              schema: {type: string}
        '410': {description: Gone}
        5XX:
          description: Broken
          headers: {Retry-After: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}
        default: {description: Anything else}
    post:
      operationId: createAnimal
      tags: [animals, keepers]
      deprecated: true
      security:
        - oauth: [read, write]
        - key: []
          login: []
      servers:
        - {url: https://upload.example.com}
      requestBody:
        description: The new animal
        required: true
        x-body: 1
        content:
          application/json:
            x-media: 2
            schema:
              type: object
              x-schema: 1
              minProperties: 1
              required: [name, kind]
              additionalProperties: {type: string}
              properties:
                name:
                  type: string
                  description: Its name
                  pattern: '^\\p{Lu}'
                  default: Rex
                  deprecated: true
                  x-hint: short
                  examples: [Rex]
                kind: {type: string, enum: [cat, dog], x-enum-descriptions: [Meows, Barks]}
                born: {type: string, format: date}
                tags: {type: array, items: {type: string, x-item: 1, description: One tag}}
                owner: {$ref: '#/components/schemas/Keeper'}
                size: {type: [integer, 'null'], format: int32, maximum: 500}
                code: {type: string, pattern: '(?=a)b', minLength: 2}
                note: {oneOf: [{type: string}, {type: integer}]}
      responses:
        '201':
          description: Created
          content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}
        '202': {description: Accepted}
      callbacks:
        born:
          '{$request.body#/url}':
            post:
              summary: An animal is born
              requestBody:
                content: {application/json: {schema: {$ref: '#/components/schemas/Born'}}}
              responses: {'200': {description: Thanks}}
  /animals/{id}:
    parameters:
      - {name: id, in: path, required: true, description: Which, schema: {type: string}}
    get:
      operationId: getAnimal
      responses:
        '200':
          description: It
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
    delete:
      operationId: deleteAnimal
      security: []
      responses:
        '204': {description: Deleted}
  /animals/{id}/photo:
    put:
      operationId: putPhoto
      parameters:
        - {name: id, in: path, required: true, style: label, schema: {type: string}}
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                meta: {type: object, properties: {title: {type: string}}}
            encoding:
              file:
                contentType: image/png
                headers: {X-Sum: {description: Its sum, schema: {type: string}}}
      responses:
        '200':
          description: The photo
          content: {image/png: {}}
    post:
      operationId: rawPhoto
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      requestBody:
        content:
          text/csv: {schema: {type: string}}
      responses:
        '200':
          description: Lines
          content: {text/event-stream: {schema: {$ref: '#/components/schemas/Keeper'}}}
webhooks:
  moved:
    post:
      operationId: onMoved
      summary: An animal moved
      description: Sent at once.
      deprecated: true
      tags: [keepers]
      x-hook: 1
      parameters:
        - {name: X-Event, in: header, schema: {type: string, const: moved}}
      requestBody:
        description: What moved
        content: {application/json: {schema: {$ref: '#/components/schemas/Moved'}}}
      responses: {'200': {description: Thanks}}
components:
  parameters:
    Limit:
      name: limit
      in: query
      description: How many
      schema: {type: integer, minimum: 1, maximum: 100, default: 10}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key, description: Your key, x-scheme: 1}
    login: {type: http, scheme: basic}
    oauth:
      type: oauth2
      description: Tokens
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes: {read: Reads, write: Writes}
  schemas:
    Animal:
      type: object
      title: An animal
      description: An animal of the zoo.
      x-table: animals
      minProperties: 2
      externalDocs: {url: https://example.com/animal}
      required: [id, kind]
      properties:
        id: {type: string, readOnly: true, description: Its id}
        kind: {type: string, enum: [cat, dog, owl], description: What it is}
        state: {$ref: '#/components/schemas/State'}
        weight: {type: number, format: double, description: In kg, x-unit: kg}
        secret: {type: string, writeOnly: true}
        old: {type: string, deprecated: true}
        extra: {type: object, additionalProperties: {type: integer}, maxProperties: 5}
        maybe: {type: [string, 'null']}
        point:
          type: array
          prefixItems: [{type: number}, {type: number}]
          items: false
        words: {type: array, contains: {const: a}, items: {type: string}}
        email: {$ref: '#/components/schemas/Email'}
        either:
          anyOf: [{$ref: '#/components/schemas/Keeper'}, {$ref: '#/components/schemas/Cage'}]
        level: {type: integer, enum: [1, 2], x-enum-varnames: [LOW, HIGH]}
        data: {type: string, contentEncoding: base64, contentMediaType: image/png}
        big: {type: string, format: uint64}
        never: {type: string, not: {const: x}}
        long: {type: string, pattern: '^a{1}(?:b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w)\
+(?:b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w)+$'}
    Email: {type: string, format: email, x-pii: true, description: An address}
    State: {type: string, enum: [asleep, awake], default: awake, description: Its state}
    Keeper:
      type: object
      additionalProperties: false
      dependentRequired: {first: [last]}
      properties:
        first: {type: string}
        last: {type: string}
        boss: {$ref: '#/components/schemas/Keeper'}
        cages:
          type: object
          patternProperties: {'^c': {type: string}}
    Cage: {type: object, required: [size], properties: {size: {type: integer}}}
    Problem:
      type: object
      properties: {detail: {type: string, description: What is wrong}}
    Fault: {type: object, properties: {code: {type: integer}}}
    Base: {type: object, x-base: 1, properties: {type: {type: string}}}
    Cat:
      allOf:
        - {$ref: '#/components/schemas/Base'}
        - {type: object, x-own: 1, properties: {lives: {type: integer}}}
    Dog:
      allOf:
        - {$ref: '#/components/schemas/Base'}
        - {type: object, properties: {barks: {type: boolean}}}
    Pet:
      x-union: 1
      description: A cat or a dog
      oneOf:
        - {$ref: '#/components/schemas/Cat'}
        - {$ref: '#/components/schemas/Dog'}
      discriminator:
        propertyName: type
        mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}
    Born: {type: object, properties: {at: {type: string, format: date-time}}}
    Moved: {type: object, properties: {event: {type: string, const: moved}, to: {type: string}}}
    Unused: {type: object, properties: {name: {type: string}}}
"""


class Drop:
    """The value of a fact that is removed."""


LIST = "/paths/~1animals/get"
CREATE = "/paths/~1animals/post"
PHOTO = "/paths/~1animals~1{id}~1photo/put"
PARAMETERS = f"{LIST}/parameters"
RESPONSES = f"{LIST}/responses"
JSON_BODY = f"{CREATE}/requestBody/content/application~1json"
BODY = f"{JSON_BODY}/schema"
SCHEMAS = "/components/schemas"
ANIMAL = f"{SCHEMAS}/Animal"
HOOK = "/webhooks/moved/post"

FACTS: list[tuple[str, Any]] = [
    # The document.
    ("/info/title", "Park"),
    ("/info/version", "1.3.0"),
    ("/info/summary", "Beasts"),
    ("/info/description", "Keeps beasts."),
    ("/info/termsOfService", "https://example.com/other"),
    ("/info/contact/email", "bob@example.com"),
    ("/info/license", {"name": "ISC"}),
    ("/info/x-audience", "internal"),
    ("/externalDocs/url", "https://example.com/guide"),
    ("/x-root", 2),
    ("/tags/0/description", "About animals"),
    ("/tags/0/externalDocs/url", "https://example.com/beasts"),
    ("/tags/1/name", "people"),
    ("/tags/1/x-group", "staff"),
    ("/servers/0/url", "https://{region}.example.com/v2"),
    ("/servers/0/description", "Live"),
    ("/servers/0/x-tier", "silver"),
    ("/servers/0/variables/region/default", "us"),
    ("/servers/0/variables/region/enum", ["eu", "us", "ap"]),
    ("/servers/0/variables/region/description", "The region"),
    ("/servers/0/variables/region/x-short", False),
    ("/servers/1/description", "Tests"),
    ("/servers/1", Drop),
    ("/security", [{"login": []}]),
    # Operations.
    ("/paths/~1animals/summary", "All of animals"),
    ("/paths/~1animals/x-path", 2),
    (f"{LIST}/operationId", "findAnimals"),
    (f"{LIST}/tags", ["keepers"]),
    (f"{LIST}/summary", "Find animals"),
    (f"{LIST}/description", "Finds animals."),
    (f"{LIST}/externalDocs/url", "https://example.com/find"),
    (f"{LIST}/x-quota", 11),
    (f"{LIST}/deprecated", True),
    (f"{LIST}/security", []),
    (LIST, Drop),
    (f"{CREATE}/deprecated", Drop),
    (f"{CREATE}/security/0/oauth", ["read"]),
    (f"{CREATE}/security/1/login", Drop),
    (f"{CREATE}/servers/0/url", "https://files.example.com"),
    (f"{CREATE}/callbacks/born/{{$request.body#~1url}}/post/summary", "One is born"),
    ("/paths/~1animals~1{id}/delete/security", Drop),
    # Parameters.
    (f"{PARAMETERS}/0", Drop),
    ("/components/parameters/Limit/description", "The size of a page"),
    ("/components/parameters/Limit/schema/maximum", 50),
    ("/components/parameters/Limit/schema/minimum", 0),
    ("/components/parameters/Limit/schema/default", 20),
    ("/components/parameters/Limit/required", True),
    ("/components/parameters/Limit/name", "size"),
    (f"{PARAMETERS}/1/description", "Which page"),
    (f"{PARAMETERS}/1/in", "header"),
    (f"{PARAMETERS}/1/schema/title", "Number"),
    (f"{PARAMETERS}/1/schema/description", "A page"),
    (f"{PARAMETERS}/1/schema/default", Drop),
    (f"{PARAMETERS}/2/required", False),
    (f"{PARAMETERS}/2/allowEmptyValue", False),
    (f"{PARAMETERS}/2/deprecated", False),
    (f"{PARAMETERS}/2/style", "pipeDelimited"),
    (f"{PARAMETERS}/2/explode", False),
    (f"{PARAMETERS}/2/x-indexed", False),
    (f"{PARAMETERS}/2/schema/minItems", 0),
    (f"{PARAMETERS}/2/schema/maxItems", 10),
    (f"{PARAMETERS}/2/schema/uniqueItems", False),
    (f"{PARAMETERS}/2/schema/items/type", "integer"),
    (f"{PARAMETERS}/2/schema/items/minLength", 3),
    (f"{PARAMETERS}/2/schema/items/maxLength", 30),
    (f"{PARAMETERS}/2/schema/items/pattern", "^[A-Z]+$"),
    (f"{PARAMETERS}/2/schema/items/title", "Each"),
    (f"{PARAMETERS}/3/allowReserved", False),
    (f"{PARAMETERS}/3/schema/properties/name/description", "By its name"),
    (f"{PARAMETERS}/3/schema/properties/age/multipleOf", 0.25),
    (f"{PARAMETERS}/3/schema/properties/age/exclusiveMinimum", 1),
    (f"{PARAMETERS}/3/schema/properties/age/exclusiveMaximum", 99),
    (f"{PARAMETERS}/4/content/application~1json/schema/additionalProperties/type", "string"),
    (f"{PARAMETERS}/5/schema/format", "date"),
    (f"{PARAMETERS}/6/schema/type", "integer"),
    ("/paths/~1animals~1{id}/parameters/0/description", "The animal"),
    (f"{PHOTO}/parameters/0/style", "matrix"),
    # Responses.
    (f"{RESPONSES}/200/description", "Animals"),
    (f"{RESPONSES}/200/x-cached", False),
    (f"{RESPONSES}/200/links/next/operationId", "createAnimal"),
    (f"{RESPONSES}/200/headers/X-Total/description", "The count"),
    (f"{RESPONSES}/200/headers/X-Total/required", False),
    (f"{RESPONSES}/200/headers/X-Total/deprecated", False),
    (f"{RESPONSES}/200/headers/X-Total/x-unit", "pieces"),
    (f"{RESPONSES}/200/headers/X-Total/schema/type", "string"),
    (f"{RESPONSES}/200/headers/X-Total/schema/minimum", 1),
    (f"{RESPONSES}/200/headers/X-Total", Drop),
    (f"{RESPONSES}/200/headers/X-Kind/schema/properties/name/type", "integer"),
    (f"{RESPONSES}/200/content/application~1json/x-media", 3),
    (f"{RESPONSES}/200/content/application~1json/schema/required", ["data"]),
    (f"{RESPONSES}/200/content/application~1json/schema/properties/meta", Drop),
    (f"{RESPONSES}/304", Drop),
    (f"{RESPONSES}/304/description", "As before"),
    (f"{RESPONSES}/404/description", "Empty"),
    (f"{RESPONSES}/404/content/text~1plain", Drop),
    (f"{RESPONSES}/404/content/application~1problem+json/schema/$ref", f"#{SCHEMAS}/Fault"),
    (f"{RESPONSES}/410", Drop),
    (f"{RESPONSES}/410/description", "Long gone"),
    (f"{RESPONSES}/5XX/headers/Retry-After/schema/type", "string"),
    (f"{RESPONSES}/5XX/content", Drop),
    (f"{RESPONSES}/default", Drop),
    (f"{CREATE}/responses/202", Drop),
    (f"{PHOTO}/responses/200/content/image~1png", Drop),
    # Request bodies.
    (f"{CREATE}/requestBody/description", "An animal"),
    (f"{CREATE}/requestBody/required", False),
    (f"{CREATE}/requestBody/x-body", 2),
    (f"{JSON_BODY}/x-media", 4),
    (f"{BODY}/x-schema", 2),
    (f"{BODY}/minProperties", 2),
    (f"{BODY}/required", ["name"]),
    (f"{BODY}/additionalProperties/type", "integer"),
    (f"{BODY}/properties/name/description", "The name"),
    (f"{BODY}/properties/name/pattern", "^[A-Z]"),
    (f"{BODY}/properties/name/default", "Max"),
    (f"{BODY}/properties/name/deprecated", False),
    (f"{BODY}/properties/name/x-hint", "long"),
    (f"{BODY}/properties/kind/enum", ["cat", "dog", "cow"]),
    (f"{BODY}/properties/kind/x-enum-descriptions", ["Purrs", "Barks"]),
    (f"{BODY}/properties/born/format", "date-time"),
    (f"{BODY}/properties/tags/items/x-item", 2),
    (f"{BODY}/properties/tags/items/description", "A tag"),
    (f"{BODY}/properties/owner", Drop),
    (f"{BODY}/properties/size/maximum", 400),
    (f"{BODY}/properties/size/type", "integer"),
    (f"{BODY}/properties/code/pattern", "(?=b)b"),
    (f"{BODY}/properties/code/minLength", 3),
    (f"{BODY}/properties/note/oneOf/1/type", "boolean"),
    (f"{PHOTO}/requestBody/content/multipart~1form-data/encoding/file/contentType", "image/gif"),
    (
        f"{PHOTO}/requestBody/content/multipart~1form-data/encoding/file/headers/X-Sum/description",
        "The sum",
    ),
    (f"{PHOTO}/requestBody/content/multipart~1form-data/schema/required", []),
    # Schemas.
    (f"{ANIMAL}/title", "A beast"),
    (f"{ANIMAL}/description", "A beast of the zoo."),
    (f"{ANIMAL}/x-table", "beasts"),
    (f"{ANIMAL}/minProperties", 3),
    (f"{ANIMAL}/externalDocs/url", "https://example.com/beast"),
    (f"{ANIMAL}/required", ["id"]),
    (f"{ANIMAL}/additionalProperties", {"type": "string"}),
    (f"{ANIMAL}/properties/id/readOnly", False),
    (f"{ANIMAL}/properties/id/description", "The id"),
    (f"{ANIMAL}/properties/id/type", "integer"),
    (f"{ANIMAL}/properties/kind/enum/2", "bat"),
    (f"{ANIMAL}/properties/kind/enum", ["cat", "dog"]),
    (f"{ANIMAL}/properties/weight/format", "decimal"),
    (f"{ANIMAL}/properties/weight/x-unit", "g"),
    (f"{ANIMAL}/properties/secret/writeOnly", False),
    (f"{ANIMAL}/properties/old/deprecated", False),
    (f"{ANIMAL}/properties/old", Drop),
    (f"{ANIMAL}/properties/extra/additionalProperties/type", "number"),
    (f"{ANIMAL}/properties/extra/maxProperties", 6),
    (f"{ANIMAL}/properties/maybe/type", "string"),
    (f"{ANIMAL}/properties/point/prefixItems/1/type", "string"),
    (f"{ANIMAL}/properties/point/items", True),
    (f"{ANIMAL}/properties/words/contains/const", "b"),
    (f"{ANIMAL}/properties/either/anyOf/1", Drop),
    (f"{ANIMAL}/properties/level/x-enum-varnames", ["LOW", "TOP"]),
    (f"{ANIMAL}/properties/data/contentMediaType", "image/gif"),
    (f"{ANIMAL}/properties/data/contentEncoding", "base64url"),
    (f"{ANIMAL}/properties/big/format", "int64"),
    (f"{ANIMAL}/properties/never/not/const", "y"),
    (f"{ANIMAL}/properties/long/pattern", f"^{'b' * 110}$"),
    (f"{SCHEMAS}/Email/x-pii", False),
    (f"{SCHEMAS}/Email/format", "uri"),
    (f"{SCHEMAS}/Email/description", "A mail address"),
    (f"{SCHEMAS}/State/enum", ["asleep", "awake", "gone"]),
    (f"{SCHEMAS}/State/default", "asleep"),
    (f"{SCHEMAS}/State/description", "The state"),
    (f"{SCHEMAS}/Keeper/additionalProperties", Drop),
    (f"{SCHEMAS}/Keeper/dependentRequired/first", []),
    (f"{SCHEMAS}/Keeper/properties/boss", Drop),
    (f"{SCHEMAS}/Keeper/properties/cages/patternProperties", {"^d": {"type": "string"}}),
    (f"{SCHEMAS}/Problem/properties/detail/description", "The reason"),
    (f"{SCHEMAS}/Fault/properties/code/type", "string"),
    (f"{SCHEMAS}/Base/x-base", 2),
    (f"{SCHEMAS}/Cat/allOf/1/x-own", 2),
    (f"{SCHEMAS}/Cat/allOf/1/properties/lives/type", "string"),
    (f"{SCHEMAS}/Pet/x-union", 2),
    (f"{SCHEMAS}/Pet/description", "A pet"),
    (f"{SCHEMAS}/Pet/oneOf/1", Drop),
    (f"{SCHEMAS}/Pet/discriminator/mapping/cat", f"#{SCHEMAS}/Dog"),
    # Security schemes.
    ("/components/securitySchemes/key/name", "X-Token"),
    ("/components/securitySchemes/key/in", "query"),
    ("/components/securitySchemes/key/description", "A key"),
    ("/components/securitySchemes/key/x-scheme", 2),
    ("/components/securitySchemes/login/scheme", "bearer"),
    ("/components/securitySchemes/oauth/description", "OAuth"),
    (
        "/components/securitySchemes/oauth/flows/clientCredentials/tokenUrl",
        "https://example.com/tokens",
    ),
    ("/components/securitySchemes/oauth/flows/clientCredentials/scopes/read", "Reads all"),
    # Webhooks and callbacks.
    (f"{HOOK}/summary", "An animal went"),
    (f"{HOOK}/description", "Sent later."),
    (f"{HOOK}/deprecated", False),
    (f"{HOOK}/tags", ["animals"]),
    (f"{HOOK}/x-hook", 2),
    (f"{HOOK}/parameters/0/schema/const", "went"),
    (f"{HOOK}/requestBody/description", "The animal"),
    (f"{HOOK}/requestBody/content/application~1json/schema/$ref", f"#{SCHEMAS}/Born"),
    (f"{SCHEMAS}/Moved/properties/to/type", "integer"),
    (f"{SCHEMAS}/Born/properties/at/format", "date"),
]

INVISIBLE: list[tuple[str, Any, str]] = [
    ("/openapi", "3.1.1", "the version of the specification, not of the API"),
    (f"{BODY}/properties/name/examples", ["Max"], "a call's example has the default first"),
    (f"{BODY}/$comment", "For authors.", "a comment for the authors of the document"),
    (f"{ANIMAL}/xml", {"name": "animal"}, "XML is given and returned as text"),
    (
        f"{SCHEMAS}/Unused/properties/name/type",
        "integer",
        "no operation and no webhook reaches the schema",
    ),
    (f"{LIST}/summary", "List animals ", "space around a text"),
    (f"{PARAMETERS}/4/style", "form", "a parameter with `content` has no style"),
    (f"{PARAMETERS}/5/name", "X-Trace", "the same value"),
    ("/components/securitySchemes/unused", {"type": "http", "scheme": "basic"}, "none requires it"),
    (
        f"{RESPONSES}/404/content/text~1plain/schema/maxLength",
        9,
        "the schema of a media type that calls do not read",
    ),
    (
        f"{ANIMAL}/properties/level/type",
        ["integer"],
        "a `type` with one member is that member",
    ),
]


def changed(data: dict[str, Any], pointer: str, value: Any) -> dict[str, Any]:
    """Return the data with another value at a pointer, or with none."""
    made = deepcopy(data)
    *above, last = split_pointer(pointer)
    holder: Any = made
    for key in above:
        holder = holder[int(key) if isinstance(holder, list) else key]
    key = int(last) if isinstance(holder, list) else last
    if value is Drop:
        del holder[key]
    else:
        holder[key] = value
    return made


def api_of(folder: Path, data: dict[str, Any]) -> tuple[Document, Api]:
    path = folder / "zoo.json"
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
    document = convert(read(path))
    target = Target(name="zoo", document=path, package="zoo", output=folder)
    return document, analyze(document, target, NameLock())


@cache
def original() -> dict[str, Any]:
    return yaml.safe_load(DOCUMENT)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Api:
    _, api = api_of(tmp_path_factory.mktemp("before"), original())
    return api


def differences(old: Any, new: Any, place: str = "") -> Iterator[str]:
    """Yield the pointer of the nearest node of each difference; of what is new or gone, its own."""
    if dataclasses.is_dataclass(old) and type(old) is type(new):
        place = getattr(old, "pointer", "") or place
        for field in dataclasses.fields(old):
            if field.compare and field.name != "pointer":
                yield from differences(getattr(old, field.name), getattr(new, field.name), place)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        mine, others = _named(old), _named(new)
        for key in {**mine, **others}:
            if key in mine and key in others:
                yield from differences(mine[key], others[key], place)
            else:
                yield getattr(mine.get(key, others.get(key)), "pointer", "") or place
    elif old != new:
        yield place


def _named(values: tuple[Any, ...]) -> dict[Any, Any]:
    return {getattr(each, "pointer", "") or at: each for at, each in enumerate(values)}


def nodes(value: Any) -> Iterator[Any]:
    """Yield every node of an IR."""
    if dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from nodes(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from nodes(each)


def pointers(api: Api) -> set[str]:
    return {node.pointer for node in nodes(api) if getattr(node, "pointer", "")}


def test_the_table_is_long_enough() -> None:
    assert len(FACTS) >= 120
    assert len({pointer for pointer, _ in FACTS}) >= 120


@pytest.mark.parametrize(("pointer", "value"), FACTS, ids=[pointer for pointer, _ in FACTS])
def test_a_changed_fact_changes_the_ir_at_its_place(
    pointer: str, value: Any, before: Api, tmp_path: Path
) -> None:
    document, after = api_of(tmp_path, changed(original(), pointer, value))
    found = set(differences(before, after))
    assert found
    # The nearest node around the fact, or one in it.
    known = pointers(before)
    near = pointer
    while near and near not in known:
        near = near.rpartition("/")[0]
    assert any(place.startswith(near) for place in found), (near, found)
    assert all(document.span(place).line > 0 for place in found)


@pytest.mark.parametrize(
    ("pointer", "value", "reason"), INVISIBLE, ids=[pointer for pointer, *_ in INVISIBLE]
)
def test_what_no_caller_notices_is_not_in_the_ir(
    pointer: str, value: Any, reason: str, before: Api, tmp_path: Path
) -> None:
    _, after = api_of(tmp_path, changed(original(), pointer, value))
    assert reason
    assert not set(differences(before, after))
    assert before == after


def test_every_node_knows_its_place(before: Api) -> None:
    placed = {type(node).__name__ for node in nodes(before) if hasattr(node, "pointer")}
    assert placed >= {
        *("Answer", "Argument", "Choice", "Constant", "Content", "DocumentedResponse", "Field"),
        *("FormBody", "Header", "JsonBody", "Operation", "RawBody", "RequestBody"),
        *("SecurityScheme", "Server", "ServerVariable", "Shape", "Tag", "Webhook"),
    }
    assert [node for node in nodes(before) if not getattr(node, "pointer", "x")] == []


def test_an_enum_value_knows_its_place(before: Api) -> None:
    animal = next(shape for shape in before.models if shape.name == "Animal")
    kind = next(field.type for field in animal.fields if field.wire == "kind")
    assert isinstance(kind, Choice)
    assert kind.pointer_of("owl") == f"{ANIMAL}/properties/kind/enum/2"


def test_an_enum_value_behind_a_repeated_one_knows_its_place(tmp_path: Path) -> None:
    pointer = f"{ANIMAL}/properties/kind"
    made = changed(original(), f"{pointer}/enum", ["cat", "cat", None, "dog"])
    _, api = api_of(tmp_path, made)
    choices = (node for node in nodes(api) if isinstance(node, Choice))
    choice = next(node for node in choices if node.pointer == f"{pointer}/enum")
    assert choice.values == ("cat", "dog")
    assert [choice.pointer_of(value) for value in choice.values] == [
        f"{pointer}/enum/0",
        f"{pointer}/enum/3",
    ]


def test_places_are_plain_data(before: Api) -> None:
    copy = pickle.loads(pickle.dumps(before))
    assert copy == before
    assert copy.place(f"{ANIMAL}/properties/id") == Place("zoo.json", f"{ANIMAL}/properties/id")


def test_moved_places_change_nothing_else(before: Api, tmp_path: Path) -> None:
    made = deepcopy(original())
    parameters = made["paths"]["/animals"]["get"]["parameters"]
    parameters[4:6] = reversed(parameters[4:6])
    _, after = api_of(tmp_path, made)
    old, new = ({item.wire: item for item in _list(api).arguments} for api in (before, after))
    assert old == new
    assert old["X-Trace"].pointer == f"{PARAMETERS}/5"
    assert new["X-Trace"].pointer == f"{PARAMETERS}/4"


def _list(api: Api) -> Operation:
    return next(operation for operation in api.operations() if operation.key == "GET /animals")


def test_the_place_of_a_node_in_another_file(tmp_path: Path) -> None:
    made = deepcopy(original())
    schemas = made["components"]["schemas"]
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "state.json").write_text(json.dumps({"State": schemas["State"]}))
    schemas["Animal"]["properties"]["state"]["$ref"] = "shared/state.json#/State"
    schemas["Keeper"] = {"$ref": "shared/keeper.json"}
    keeper = {"type": "object", "properties": {"first": {"type": "string"}}}
    (tmp_path / "shared" / "keeper.json").write_text(json.dumps(keeper))
    document, api = api_of(tmp_path, made)
    keeper_shape = next(shape for shape in api.models if shape.name == "Keeper")
    (first,) = keeper_shape.fields
    assert api.place(first.pointer) == Place("shared/keeper.json", "/properties/first")
    assert document.span(first.pointer).file.endswith("shared/keeper.json")


def test_the_place_of_a_node_of_swagger(tmp_path: Path) -> None:
    pet = {"type": "object", "properties": {"name": {"type": "string"}}}
    operation = {
        "parameters": [{"name": "pet", "in": "body", "schema": {"$ref": "#/definitions/Pet"}}],
        "responses": {"200": {"description": "A pet", "schema": {"$ref": "#/definitions/Pet"}}},
    }
    swagger = {
        "swagger": "2.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/pets": {"post": operation}},
        "definitions": {"Pet": pet},
    }
    document, api = api_of(tmp_path, swagger)
    (model,) = api.models
    place = Place("zoo.json", "/definitions/Pet/properties/name")
    assert api.place(model.fields[0].pointer) == place
    assert document.span(model.fields[0].pointer).pointer == place.pointer
    (call,) = api.operations()
    assert call.request_body is not None
    assert api.place(call.request_body.pointer).pointer == "/paths/~1pets/post/parameters/0"
