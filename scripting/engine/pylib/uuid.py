"""UUIDs: class UUID, uuid1, uuid3, uuid4, uuid5 and the name spaces.

Differs: getnode, and so uuid1, does not look at the machine: its node is a random
multicast address, as RFC 4122 asks for where there is no other.
"""

import os

from hashlib import md5, sha1
from time import time_ns

__all__ = [
    "UUID", "SafeUUID", "getnode", "uuid1", "uuid3", "uuid4", "uuid5",
    "NAMESPACE_DNS", "NAMESPACE_URL", "NAMESPACE_OID", "NAMESPACE_X500",
    "RESERVED_NCS", "RFC_4122", "RESERVED_MICROSOFT", "RESERVED_FUTURE",
]  # fmt: skip

RESERVED_NCS = "reserved for NCS compatibility"
RFC_4122 = "specified in RFC 4122"
RESERVED_MICROSOFT = "reserved for Microsoft compatibility"
RESERVED_FUTURE = "reserved for future definition"

# Inside of UUID int is an argument.
_int = int


class SafeUUID:
    """Whether a UUID was made so that no other process makes the same one."""

    def __init__(self, name, value):
        self.name, self.value = name, value

    def __repr__(self):
        return f"<SafeUUID.{self.name}: {self.value!r}>"


SafeUUID.safe = SafeUUID("safe", 0)
SafeUUID.unsafe = SafeUUID("unsafe", -1)
SafeUUID.unknown = SafeUUID("unknown", None)

# The bits of the fields: where each ends, from the right, and how wide it is.
_LAYOUT = {
    "time_low": (96, 32), "time_mid": (80, 16), "time_hi_version": (64, 16),
    "clock_seq_hi_variant": (56, 8), "clock_seq_low": (48, 8), "node": (0, 48),
}  # fmt: skip


def _from_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    value = 0
    for i, (field, (name, (shift, width))) in enumerate(zip(fields, _LAYOUT.items()), 1):
        if not 0 <= field < 1 << width:
            a = "an" if width == 8 else "a"
            raise ValueError(f"field {i} out of range (need {a} {width}-bit value)")
        value |= field << shift
    return value


def _from_little_endian(b):
    """The bytes with the first three fields the other way round, or back."""
    return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]


class UUID:
    """A number of 128 bits that identifies something."""

    __slots__ = ("int", "is_safe")

    def __init__(
        self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=SafeUUID.unknown
    ):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(digits, 16)
        for name, value in (("bytes_le", bytes_le), ("bytes", bytes)):
            if value is not None and len(value) != 16:
                raise ValueError(f"{name} is not a 16-char string")
        if bytes_le is not None:
            bytes = _from_little_endian(bytes_le)
        if bytes is not None:
            int = _int.from_bytes(bytes, "big")
        if fields is not None:
            int = _from_fields(fields)
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xC000 << 48) & ~(0xF000 << 64) | 0x8000 << 48 | version << 76
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __getstate__(self):
        return {"int": self.int}

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID.unknown)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        digits = self.hex
        return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])

    @property
    def hex(self):
        """The 32 digits."""
        return f"{self.int:032x}"

    @property
    def bytes(self):
        """The 16 bytes, the highest first."""
        return self.int.to_bytes(16, "big")

    @property
    def bytes_le(self):
        """The 16 bytes with the first three fields the lowest byte first."""
        return _from_little_endian(self.bytes)

    @property
    def fields(self):
        """The six fields."""
        return tuple([self._field(name) for name in _LAYOUT])

    def _field(self, name):
        shift, width = _LAYOUT[name]
        return self.int >> shift & (1 << width) - 1

    @property
    def time_low(self):
        return self._field("time_low")

    @property
    def time_mid(self):
        return self._field("time_mid")

    @property
    def time_hi_version(self):
        return self._field("time_hi_version")

    @property
    def clock_seq_hi_variant(self):
        return self._field("clock_seq_hi_variant")

    @property
    def clock_seq_low(self):
        return self._field("clock_seq_low")

    @property
    def time(self):
        """The time of a version 1 UUID, in 100 ns since 1582-10-15."""
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        """What keeps UUIDs of the same time apart."""
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self._field("node")

    @property
    def urn(self):
        """The UUID as a URN."""
        return "urn:uuid:" + str(self)

    @property
    def variant(self):
        """Who says what the other bits mean."""
        top = self.int >> 61 & 7
        if top < 4:
            return RESERVED_NCS
        if top < 6:
            return RFC_4122
        return RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self):
        """The number from 1 to 5 of how it was made; None if the variant has none."""
        return self.int >> 76 & 0xF if self.variant == RFC_4122 else None


_node = None
_last = 0


def getnode():
    """Returns the node of this process's UUIDs."""
    global _node
    if _node is None:
        _node = int.from_bytes(os.urandom(6), "big") | 1 << 40
    return _node


def uuid1(node=None, clock_seq=None):
    """Makes a UUID of the time and a node."""
    global _last
    # 1582-10-15 is so many 100 ns before 1970.
    now = max(time_ns() // 100 + 0x01B21DD213814000, _last + 1)
    _last = now
    if clock_seq is None:
        clock_seq = int.from_bytes(os.urandom(2), "big") & 0x3FFF
    if node is None:
        node = getnode()
    fields = (
        now & 0xFFFFFFFF, now >> 32 & 0xFFFF, now >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F, clock_seq & 0xFF, node,
    )  # fmt: skip
    return UUID(fields=fields, version=1)


def uuid3(namespace, name):
    """Makes a UUID of the MD5 of a name in a name space."""
    digest = md5(namespace.bytes + name.encode(), usedforsecurity=False).digest()
    return UUID(bytes=digest, version=3)


def uuid4():
    """Makes a random UUID."""
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """Makes a UUID of the SHA-1 of a name in a name space."""
    return UUID(bytes=sha1(namespace.bytes + name.encode()).digest()[:16], version=5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
