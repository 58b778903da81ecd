"""IP addresses, networks and interfaces, of versions 4 and 6.

ip_address, ip_network, ip_interface, IPv4Address, IPv4Network, IPv4Interface, the
same of IPv6, summarize_address_range, collapse_addresses, get_mixed_type_key,
v4_int_to_packed, v6_int_to_packed, AddressValueError, NetmaskValueError.
"""

from functools import total_ordering

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A text or number is no address."""


class NetmaskValueError(ValueError):
    """A text or number is no netmask."""


def _first_of(kinds, value, strict=None):
    """Makes the first kind of object that value fits."""
    for kind in kinds:
        try:
            return kind(value) if strict is None else kind(value, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    return None


def ip_address(address):
    """Returns the address of a text, of an integer or of packed bytes."""
    found = _first_of((IPv4Address, IPv6Address), address)
    if found is None:
        raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")
    return found


def ip_network(address, strict=True):
    """Returns the network of a text as in 10.0.0.0/8, of an integer or of packed bytes."""
    found = _first_of((IPv4Network, IPv6Network), address, strict)
    if found is None:
        raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")
    return found


def ip_interface(address):
    """Returns the interface of a text as in 10.1.2.3/8, of an integer or of packed bytes."""
    found = _first_of((IPv4Interface, IPv6Interface), address)
    if found is None:
        raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")
    return found


def v4_int_to_packed(address):
    """Returns the four bytes of an integer."""
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address):
    """Returns the sixteen bytes of an integer."""
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None


def summarize_address_range(first, last):
    """Iterates over the fewest networks that are all addresses from first to last."""
    if not isinstance(first, _Address) or not isinstance(last, _Address):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    return _ranges(first, last)


def _ranges(first, last):
    network, bits = first._network, first.max_prefixlen
    start, end = int(first), int(last)
    while start <= end:
        # As large as the zeros at the end of start and the addresses left allow.
        zeros = bits if start == 0 else (start & -start).bit_length() - 1
        size = min(zeros, (end - start + 1).bit_length() - 1)
        yield network((start, bits - size))
        start += 1 << size


def _merged(networks):
    """The networks of one version, in order, pairs that are halves of one put together."""
    result = []
    for net in sorted(set(networks)):
        if result and result[-1].broadcast_address >= net.broadcast_address:
            continue
        result.append(net)
        while len(result) > 1 and result[-1].prefixlen == result[-2].prefixlen:
            above = result[-1].supernet()
            if result[-1] == result[-2] or above != result[-2].supernet() or not above.prefixlen < net.max_prefixlen:
                break
            result[-2:] = [above]
    return result


def collapse_addresses(addresses):
    """Iterates over the fewest networks that contain the same addresses."""
    networks, single = [], []
    for ip in addresses:
        for seen in networks[-1:] + single[-1:]:
            if seen.version != ip.version:
                raise TypeError(f"{ip} and {seen} are not of the same version")
        if isinstance(ip, _Network):
            networks.append(ip)
        elif isinstance(ip, _Interface) and ip.network.prefixlen < ip.max_prefixlen:
            networks.append(ip.network)
        else:
            single.append(ip)
    networks += [ip._network((int(ip), ip.max_prefixlen)) for ip in single]
    return iter(_merged(networks))


def get_mixed_type_key(obj):
    """Returns a key to sort addresses and networks together by."""
    if isinstance(obj, _Network):
        return obj._key()
    if isinstance(obj, _Address):
        return obj.version, obj
    return NotImplemented


def _quad(value):
    return ".".join([str(value >> shift & 255) for shift in (24, 16, 8, 0)])


def _parse_quad(text):
    """The integer of a dotted quad."""
    if not text:
        raise AddressValueError("Address cannot be empty")
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    value = 0
    for octet in octets:
        try:
            value = value << 8 | _parse_octet(octet)
        except ValueError as e:
            raise AddressValueError(f"{e} in {text!r}") from None
    return value


def _parse_octet(octet):
    if not octet:
        raise ValueError("Empty octet not permitted")
    if not (octet.isascii() and octet.isdigit()):
        raise ValueError(f"Only decimal digits permitted in {octet!r}")
    if len(octet) > 3:
        raise ValueError(f"At most 3 characters permitted in {octet!r}")
    if octet != "0" and octet[0] == "0":
        raise ValueError(f"Leading zeros are not permitted in {octet!r}")
    value = int(octet)
    if value > 255:
        raise ValueError(f"Octet {value} (> 255) not permitted")
    return value


def _groups(value):
    return [f"{value >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]


def _short(value):
    """The text of an IPv6 address, the longest run of zeros left out."""
    groups = _groups(value)
    best, start, n = (0, 0), 0, 0
    for i, g in enumerate(groups):
        n = n + 1 if g == "0" else 0
        if n > best[1]:
            best = (i - n + 1, n)
    start, n = best
    if n < 2:
        return ":".join(groups)
    return f"{':'.join(groups[:start])}::{':'.join(groups[start + n :])}"


def _parse_groups(text):
    """The integer of the text of an IPv6 address."""
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            low = _parse_quad(parts[-1])
        except AddressValueError as e:
            raise AddressValueError(f"{e} in {text!r}") from None
        parts[-1:] = [f"{low >> 16:x}", f"{low & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gap = None
    for i in range(1, len(parts) - 1):
        if not parts[i]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = i
    if gap is None:
        head, tail = parts, []
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
    else:
        head, tail = parts[:gap], parts[gap + 1 :]
    # Empty parts are at the very ends only, where a :: is.
    if not parts[0]:
        head = head[1:]
        if gap != 1:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
    if not parts[-1]:
        tail = tail[:-1]
        if gap != len(parts) - 2:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    missing = 8 - len(head) - len(tail)
    if gap is not None and missing < 1:
        raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    value = 0
    for group in head + ["0"] * missing + tail:
        try:
            value = value << 16 | _parse_group(group)
        except ValueError as e:
            raise AddressValueError(f"{e} in {text!r}") from None
    return value


def _parse_group(group):
    if not all(c in "0123456789abcdefABCDEF" for c in group):
        raise ValueError(f"Only hex digits permitted in {group!r}")
    if len(group) > 4:
        raise ValueError(f"At most 4 characters permitted in {group!r}")
    return int(group, 16)


class _IPv4:
    """What is particular to version 4."""

    __slots__ = ()
    version = 4
    max_prefixlen = IPV4LENGTH
    _parse = staticmethod(_parse_quad)
    _text = staticmethod(_quad)

    @classmethod
    def _long(cls, value):
        return _quad(value)

    def _reverse(self, value):
        return ".".join(reversed(_quad(value).split("."))) + ".in-addr.arpa"


class _IPv6:
    """What is particular to version 6."""

    __slots__ = ()
    version = 6
    max_prefixlen = IPV6LENGTH
    _parse = staticmethod(_parse_groups)
    _text = staticmethod(_short)

    @classmethod
    def _long(cls, value):
        digits = f"{value:032x}"
        return ":".join([digits[i : i + 4] for i in range(0, 32, 4)])

    def _reverse(self, value):
        return ".".join(reversed(f"{value:032x}")) + ".ip6.arpa"


def _prefix(bits, arg):
    """The prefix length of a mask, of a hostmask or of a number; cls is the address class."""
    if isinstance(arg, int):
        if not 0 <= arg <= bits:
            _bad_mask(arg)
        return arg
    if arg.isascii() and arg.isdigit():
        n = int(arg)
        if n > bits:
            _bad_mask(arg)
        return n
    if bits == IPV6LENGTH:
        _bad_mask(arg)
    try:
        value = _parse_quad(arg)
    except AddressValueError:
        _bad_mask(arg)
    full = (1 << bits) - 1
    for mask in (value, value ^ full):
        ones = mask.bit_count()
        if mask == full ^ (full >> ones):
            return ones
    return _bad_mask(arg)


def _bad_mask(arg):
    raise NetmaskValueError(f"{arg!r} is not a valid netmask") from None


def _split(address):
    """The two halves of a text, of a tuple or of something else before the slash."""
    if isinstance(address, (bytes, int)):
        return address, None
    if not isinstance(address, tuple):
        address = str(address).split("/")
        if len(address) > 2:
            raise AddressValueError(f"Only one '/' permitted in {'/'.join(address)!r}")
    return address[0], address[1] if len(address) > 1 else None


@total_ordering
class _Address:
    """An address of either version."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        bits = self.max_prefixlen
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self.version} address")
            if address >> bits:
                raise AddressValueError(
                    f"{address} (>= 2**{bits}) is not permitted as an IPv{self.version} address"
                )
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != bits // 8:
                raise AddressValueError(
                    f"{address!r} (len {len(address)} != {bits // 8}) is not permitted as an "
                    f"IPv{self.version} address"
                )
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            self._ip = self._parse(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self._ip == other._ip and self.version == other.version

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return self._text(self._ip)

    def __hash__(self):
        return hash(hex(self._ip))

    def __format__(self, spec):
        """As a text, or with b, n, x, X as a number of fixed width, # and _ allowed."""
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        kind = spec[-1]
        flags = spec[:-1]
        if kind not in "bnxX" or flags not in ("", "#", "_", "#_"):
            return super().__format__(spec)
        if kind == "n":
            kind = "b" if self.version == 4 else "x"
        width = self.max_prefixlen if kind == "b" else self.max_prefixlen // 4
        if "_" in flags:
            width += width // 4 - 1
        if "#" in flags:
            width += 2
        return format(self._ip, f"{'#' if '#' in flags else ''}0{width}{'_' if '_' in flags else ''}{kind}")

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def packed(self):
        """The bytes."""
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    @property
    def exploded(self):
        """The long text."""
        return self._long(self._ip)

    @property
    def compressed(self):
        """The short text."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name of the PTR record."""
        return self._reverse(self._ip)

    def _in(self, networks):
        return any(self in net for net in networks)

    @property
    def is_multicast(self):
        return self._in(self._known["multicast"])

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._in(self._known["loopback"])

    @property
    def is_link_local(self):
        return self._in(self._known["link_local"])

    @property
    def is_reserved(self):
        return self._in(self._known["reserved"])

    @property
    def is_private(self):
        return self._in(self._known["private"])


class IPv4Address(_IPv4, _Address):
    """An address as in 192.0.2.1."""

    __slots__ = ()

    @property
    def is_global(self):
        return not self.is_private and not self._in(self._known["shared"])


class IPv6Address(_IPv6, _Address):
    """An address as in 2001:db8::1, with a scope as in fe80::1%eth0."""

    __slots__ = ("_scope_id",)

    def __init__(self, address):
        self._scope_id = None
        if not isinstance(address, (int, bytes)):
            address = str(address)
            if "/" not in address:
                address, mark, scope = address.partition("%")
                if mark:
                    if not scope or "%" in scope:
                        raise AddressValueError(f'Invalid IPv6 address: "{address}%{scope}"')
                    self._scope_id = scope
        super().__init__(address)

    @property
    def scope_id(self):
        """What is behind the %; None if there is nothing."""
        return self._scope_id

    def __str__(self):
        text = self._text(self._ip)
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return super().is_private if mapped is None else mapped.is_private

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_site_local(self):
        return self._in(self._known["site_local"])

    @property
    def ipv4_mapped(self):
        """The IPv4 address of ::ffff:192.0.2.1; None of others."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def sixtofour(self):
        """The IPv4 address inside of a 2002: address; None of others."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self):
        """The IPv4 addresses of server and client inside of a 2001:0: address; None of others."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)


@total_ordering
class _Network:
    """A network of either version."""

    def __init__(self, address, strict=True):
        address, mask = _split(address)
        self.network_address = self._address(address)
        bits = self.max_prefixlen
        self._prefixlen = bits if mask is None else _prefix(bits, mask)
        self._mask = (1 << bits) - (1 << bits - self._prefixlen)
        value = int(self.network_address)
        if value & self._mask != value:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address(value & self._mask)

    @property
    def prefixlen(self):
        """How many bits all addresses have in common."""
        return self._prefixlen

    @property
    def netmask(self):
        return self._address(self._mask)

    @property
    def hostmask(self):
        return self._address(self._mask ^ (1 << self.max_prefixlen) - 1)

    @property
    def broadcast_address(self):
        """The last address."""
        return self._address(int(self.network_address) + self.num_addresses - 1)

    @property
    def num_addresses(self):
        return 1 << self.max_prefixlen - self._prefixlen

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    compressed = property(__str__)
    with_prefixlen = property(__str__)

    @property
    def exploded(self):
        return f"{self.network_address.exploded}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def reverse_pointer(self):
        return self._reverse(int(self.network_address))

    def __reduce__(self):
        return type(self), (str(self),)

    def _key(self):
        return self.version, self.network_address, self.netmask

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return self.version == other.version and self._span() == other._span()

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        self._same_version(other)
        return (int(self.network_address), self._prefixlen) < (int(other.network_address), other._prefixlen)

    def __hash__(self):
        return hash((int(self.network_address), self._mask))

    def _same_version(self, other):
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")

    def _span(self):
        first = int(self.network_address)
        return first, first + self.num_addresses - 1

    def __contains__(self, other):
        if self.version != other.version or isinstance(other, _Network):
            return False
        return int(other) & self._mask == int(self.network_address)

    def __iter__(self):
        first, last = self._span()
        return (self._address(value) for value in range(first, last + 1))

    def __getitem__(self, n):
        first, last = self._span()
        value = first + n if n >= 0 else last + n + 1
        if not first <= value <= last:
            raise IndexError("address out of range")
        return self._address(value)

    def hosts(self):
        """Returns the addresses that hosts may have."""
        first, last = self._span()
        if self._prefixlen == self.max_prefixlen:
            return [self._address(first)]
        if self._prefixlen == self.max_prefixlen - 1:
            return [self._address(first), self._address(last)]
        # There is no broadcast address in version 6.
        return (self._address(value) for value in range(first + 1, last + (self.version == 6)))

    def overlaps(self, other):
        """Tells whether some address is in both."""
        if self.version != other.version:
            return False
        mine, others = self._span(), other._span()
        return mine[0] <= others[1] and others[0] <= mine[1]

    def subnet_of(self, other):
        """Tells whether all addresses are in other."""
        return other.supernet_of(self)

    def supernet_of(self, other):
        """Tells whether all addresses of other are in this."""
        if not isinstance(other, _Network) or self.version != other.version:
            raise TypeError(f"{other} and {self} are not of the same version")
        mine, others = self._span(), other._span()
        return mine[0] <= others[0] and others[1] <= mine[1]

    def compare_networks(self, other):
        """Returns -1, 0 or 1."""
        self._same_version(other)
        return (self > other) - (self < other)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """Iterates over the networks, all of one size, that this one consists of."""
        bits = self.max_prefixlen
        if self._prefixlen == bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + prefixlen_diff
        if prefix > bits:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        first, last = self._span()
        for value in range(first, last + 1, 1 << bits - prefix):
            yield type(self)((value, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """Returns the larger network around this one."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self._prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(
                f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}"
            )
        return type(self)((int(self.network_address) & self._mask << prefixlen_diff, prefix))

    def address_exclude(self, other):
        """Iterates over the networks of which this one consists without other."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        rest = self
        while rest != other:
            left, right = rest.subnets()
            rest, apart = (left, right) if other.subnet_of(left) else (right, left)
            yield apart

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    @property
    def is_multicast(self):
        return self._both("is_multicast")

    @property
    def is_reserved(self):
        return self._both("is_reserved")

    @property
    def is_link_local(self):
        return self._both("is_link_local")

    def _within(self, name):
        """Tells whether all addresses are in one of the networks of special use."""
        first, last = self.network_address, self.broadcast_address
        return any(first in net and last in net for net in first._known.get(name, ()))

    @property
    def is_private(self):
        return self._within("private")

    @property
    def is_global(self):
        return not self.is_private and not self._within("shared")

    @property
    def is_unspecified(self):
        return self._both("is_unspecified")

    @property
    def is_loopback(self):
        return self._both("is_loopback")


class IPv4Network(_IPv4, _Network):
    """A network as in 192.0.2.0/24."""

    _address = IPv4Address


class IPv6Network(_IPv6, _Network):
    """A network as in 2001:db8::/32."""

    _address = IPv6Address

    @property
    def is_site_local(self):
        return self._both("is_site_local")


class _Interface:
    """An address together with its network."""

    def __init__(self, address):
        address, mask = _split(address)
        super().__init__(address)
        self.network = self._network((address, self.max_prefixlen if mask is None else mask), strict=False)
        self._prefixlen = self.network.prefixlen

    @property
    def netmask(self):
        return self.network.netmask

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def ip(self):
        """The address."""
        return self._plain(super().__str__() if self.version == 6 else self._ip)

    def __str__(self):
        return f"{super().__str__()}/{self._prefixlen}"

    with_prefixlen = property(__str__)

    @property
    def with_netmask(self):
        return f"{super().__str__()}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{super().__str__()}/{self.hostmask}"

    @property
    def exploded(self):
        return f"{super().exploded}/{self._prefixlen}"

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented or not isinstance(other, _Interface):
            return less
        return self.network < other.network or self.network == other.network and less

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))


class IPv4Interface(_Interface, IPv4Address):
    """An address and its network as in 192.0.2.1/24."""

    _plain = IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    """An address and its network as in 2001:db8::1/64."""

    _plain = IPv6Address

    @property
    def is_unspecified(self):
        return super().is_unspecified and self.network.is_unspecified

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


IPv4Address._network = IPv4Network
IPv6Address._network = IPv6Network


def _networks(kind, texts):
    return [kind(text) for text in texts.split()]


# The networks of special use, by RFC 6890 and the registries of IANA.
IPv4Address._known = {
    "loopback": _networks(IPv4Network, "127.0.0.0/8"),
    "link_local": _networks(IPv4Network, "169.254.0.0/16"),
    "multicast": _networks(IPv4Network, "224.0.0.0/4"),
    "reserved": _networks(IPv4Network, "240.0.0.0/4"),
    "shared": _networks(IPv4Network, "100.64.0.0/10"),
    "private": _networks(
        IPv4Network,
        "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 "
        "192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 "
        "255.255.255.255/32",
    ),
}
IPv6Address._known = {
    "loopback": _networks(IPv6Network, "::1/128"),
    "link_local": _networks(IPv6Network, "fe80::/10"),
    "multicast": _networks(IPv6Network, "ff00::/8"),
    "site_local": _networks(IPv6Network, "fec0::/10"),
    "reserved": _networks(
        IPv6Network,
        "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 "
        "e000::/4 f000::/5 f800::/6 fe00::/9",
    ),
    "private": _networks(
        IPv6Network,
        "::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 fc00::/7 fe80::/10",
    ),
}
