"""JSONEncoder."""

from _json import encode, pieces, quote

__all__ = ["JSONEncoder"]


def encode_basestring(s):
    """Returns a str as JSON."""
    return quote(s, False)


def encode_basestring_ascii(s):
    """Returns a str as JSON in ASCII."""
    return quote(s, True)


class JSONEncoder:
    """Writes values as JSON; a subclass may define default(o)."""

    item_separator = ", "
    key_separator = ": "

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Returns something that can be written instead of o."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def _written(self, write, o):
        return write(
            o,
            skipkeys=self.skipkeys,
            ensure_ascii=self.ensure_ascii,
            check_circular=self.check_circular,
            allow_nan=self.allow_nan,
            sort_keys=self.sort_keys,
            indent=self.indent,
            separators=(self.item_separator, self.key_separator),
            default=self.default,
        )

    def encode(self, o):
        """Returns o as JSON."""
        return self._written(encode, o)

    def iterencode(self, o, _one_shot=False):
        """Returns an iterator over the parts of o as JSON."""
        return iter(self._written(pieces, o))
