"""JSONDecoder and JSONDecodeError."""

from _json import JSONDecodeError, scan

__all__ = ["JSONDecodeError", "JSONDecoder"]


class JSONDecoder:
    """Reads JSON texts."""

    def __init__(
        self,
        *,
        object_hook=None,
        parse_float=None,
        parse_int=None,
        parse_constant=None,
        strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _scan(self, s, start, whole):
        return scan(
            s,
            start,
            whole,
            self.object_hook,
            self.parse_float,
            self.parse_int,
            self.parse_constant,
            self.object_pairs_hook,
            self.strict,
        )

    def decode(self, s):
        """Returns the value of a text that is nothing else."""
        return self._scan(s, 0, True)

    def raw_decode(self, s, idx=0):
        """Returns the value that begins at idx, and where it ends."""
        return self._scan(s, idx, False)
