"""Requests to Twilio, held against Twilio's own OpenAPI documents.

Stricter than Twilio, which lets a misspelt field pass in silence: a field that the documents do not name is refused,
and where a field's description says "Can be: ..." it can be nothing else. The documents come from Twilio's npm package
and are kept under VAR_DIR; they are no part of this repository. What passes here Twilio may still refuse.
"""

import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from django.conf import settings as configured
from jsonschema import Draft202012Validator, FormatChecker

PACKAGE, VERSION = "@twilio/cli-core", "8.3.2"
FOLDER = "package/src/services/twilio-api"
DOCUMENTS = ("twilio_api_v2010.json", "twilio_verify_v2.json")
FORM = "application/x-www-form-urlencoded"
CAN_BE = re.compile(r"[Cc]an be:?((?:,? (?:and |or )?`[^`]+`)+)")
BOOLEANS = {"true": True, "false": False}
formats = FormatChecker(formats=())


class NotToBeHad(Exception):
    """The documents are not here and could not be fetched; the message says why."""


def can_be_had():
    try:
        documents()
    except NotToBeHad:
        return False
    return True


@cache
def documents():
    """Twilio's documents, fetched once. Raises NotToBeHad."""
    folder = configured.VAR / f"twilio-openapi-{VERSION}"
    if not folder.exists():
        try:
            _fetch(folder)
        except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError) as fault:
            raise NotToBeHad(f"Twilio's OpenAPI documents could not be fetched with npm: {fault}") from fault
    return [json.loads((folder / name).read_text()) for name in DOCUMENTS]


def _fetch(folder):
    """Two at once do no harm: the folder appears whole or not at all. In another process, where a test may not go."""
    if not shutil.which("npm"):
        raise FileNotFoundError("npm is not installed")
    with tempfile.TemporaryDirectory(dir=configured.VAR) as scratch:
        command = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent", "--pack-destination", scratch]
        subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=scratch)
        whole = Path(scratch) / "whole"
        whole.mkdir()
        with tarfile.open(next(Path(scratch).glob("*.tgz"))) as package:
            for name in DOCUMENTS:
                (whole / name).write_bytes(package.extractfile(f"{FOLDER}/{name}").read())
        if not folder.exists():
            whole.rename(folder)


def check(method, path, query="", body=b""):
    """What is wrong with a request, in words; nothing for a good one."""
    given = {"query": _parsed(query), "form": _parsed(body.decode())}
    for document in documents():
        for template, item in document["paths"].items():
            if method.lower() in item and (named := _names(template).fullmatch(path)):
                given["path"] = {name: [value] for name, value in named.groupdict().items()}
                return _wrong(document, item, item[method.lower()], given)
    return [f"there is no {method} {path}"]


@cache
def _names(template):
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+?)", re.escape(template)))


def _wrong(document, item, operation, given):
    parameters = item.get("parameters", []) + operation.get("parameters", [])
    media = operation.get("requestBody", {}).get("content", {}).get(FORM, {"schema": {}})
    schemas = {
        "path": _of_parameters(parameters, "path"),
        "query": _of_parameters(parameters, "query"),
        "form": media["schema"],
    }
    return [
        f"{place} {error}" for place, schema in schemas.items() for error in _errors(document, given[place], schema)
    ]


def _parsed(text):
    return parse_qs(text, keep_blank_values=True, strict_parsing=bool(text))


def _of_parameters(parameters, place):
    ours = [each for each in parameters if each["in"] == place]
    properties = {each["name"]: {"description": each.get("description", ""), **each["schema"]} for each in ours}
    return {"properties": properties, "required": [each["name"] for each in ours if each.get("required")]}


def _errors(document, given, schema):
    properties = {name: _strict(document, each) for name, each in schema.get("properties", {}).items()}
    whole = {
        "type": "object",
        "properties": properties,
        "required": schema.get("required", []),
        "additionalProperties": False,
        "components": document["components"],
    }
    value = {name: _typed(properties.get(name, {}), values) for name, values in given.items()}
    found = Draft202012Validator(whole, format_checker=formats).iter_errors(value)
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in found]


def _strict(document, schema):
    """The schema itself, with what its description says it can be."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    values = CAN_BE.search(schema.get("description", ""))
    if not values:
        return schema
    allowed = {"enum": re.findall(r"`([^`]+)`", values[1])}
    if schema.get("type") == "array":
        return {**schema, "items": {**schema["items"], **allowed}}
    return {**allowed, **schema} if schema.get("type") == "string" else schema


def _typed(schema, values):
    """A form has only words; the schema says what they stand for. What fits nothing stays as it is, and is refused."""
    if schema.get("type") == "array":
        return [_typed(schema["items"], [value]) for value in values]
    if len(values) != 1:
        return values
    (value,) = values
    if schema.get("type") == "integer" and re.fullmatch(r"-?[0-9]+", value):
        return int(value)
    return BOOLEANS.get(value, value) if schema.get("type") == "boolean" else value


@formats.checks("uri")
def _is_address(value):
    parts = urlsplit(value) if isinstance(value, str) else None
    return not parts or (parts.scheme in ("http", "https") and bool(parts.hostname) and "_" not in parts.hostname)


@formats.checks("date-time", raises=ValueError)
def _is_time(value):
    return not isinstance(value, str) or bool(datetime.fromisoformat(value.replace("Z", "+00:00")))
