import ipaddress as ip
a, b = ip.ip_address("192.168.1.10"), ip.ip_address("::1")
print(a, repr(a), b, int(a), a.packed, a.version, b.version, a.is_private, b.is_loopback, a + 5, a - 1,
      a < ip.ip_address("192.168.1.11"), a == ip.IPv4Address(3232235786),
      hash(a) == hash(ip.IPv4Address("192.168.1.10")))
print(ip.ip_address(1), ip.ip_address(b"\x7f\0\0\1"), a.reverse_pointer, a.exploded, b.exploded,
      ip.ip_address("2001:db8::0001").compressed, f"{a!s:>15}|", f"{a:#x}", str(a), sorted([a + 1, a])[0],
      ip.ip_address(2**40))
for bad in ("256.1.1.1", "1.2.3", "::g", "", "01.2.3.4", -1, 2**128, b"abc", "1.2.3.4/8", None):
    try:
        ip.ip_address(bad)
    except ValueError as e:
        print(repr(bad), "->", e)
