"""JSON: dump, dumps, load, loads, JSONEncoder, JSONDecoder, JSONDecodeError.

The reading and the writing are the engine's. Differs: a surrogate that stands alone
becomes U+FFFD, but for those that stand for bytes; parse_string and scan_once of
JSONDecoder are not there.
"""

from _json import encode as _encode
from _json import scan as _scan

from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ["JSONDecodeError", "JSONDecoder", "JSONEncoder", "dump", "dumps", "load", "loads"]


def dumps(
    obj,
    *,
    skipkeys=False,
    ensure_ascii=True,
    check_circular=True,
    allow_nan=True,
    cls=None,
    indent=None,
    separators=None,
    default=None,
    sort_keys=False,
    **kw,
):
    """Returns obj as JSON."""
    if cls is None and not kw:
        return _encode(
            obj,
            skipkeys=skipkeys,
            ensure_ascii=ensure_ascii,
            check_circular=check_circular,
            allow_nan=allow_nan,
            indent=indent,
            separators=separators,
            default=default,
            sort_keys=sort_keys,
        )
    return (cls or JSONEncoder)(
        skipkeys=skipkeys,
        ensure_ascii=ensure_ascii,
        check_circular=check_circular,
        allow_nan=allow_nan,
        indent=indent,
        separators=separators,
        default=default,
        sort_keys=sort_keys,
        **kw,
    ).encode(obj)


def dump(obj, fp, **kw):
    """Writes obj as JSON to a file-like object."""
    fp.write(dumps(obj, **kw))


def loads(
    s,
    *,
    cls=None,
    object_hook=None,
    parse_float=None,
    parse_int=None,
    parse_constant=None,
    object_pairs_hook=None,
    **kw,
):
    """Returns the value of a JSON text, a str or bytes."""
    if cls is None and not kw:
        return _scan(s, 0, True, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook)
    if cls is None:
        cls = JSONDecoder
    for name, value in (
        ("object_hook", object_hook),
        ("object_pairs_hook", object_pairs_hook),
        ("parse_float", parse_float),
        ("parse_int", parse_int),
        ("parse_constant", parse_constant),
    ):
        if value is not None:
            kw[name] = value
    if isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    return cls(**kw).decode(s)


def load(fp, **kw):
    """Returns the value of the JSON text that a file-like object holds."""
    return loads(fp.read(), **kw)


def detect_encoding(b):
    """Guesses the encoding of JSON bytes: UTF-8 or UTF-16."""
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(b) >= 2 and not b[0]:
        return "utf-16-be"
    if len(b) >= 2 and not b[1]:
        return "utf-16-le"
    return "utf-8"
