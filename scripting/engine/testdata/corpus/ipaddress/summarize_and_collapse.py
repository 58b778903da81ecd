import ipaddress as ip
A, N = ip.IPv4Address, ip.ip_network
print(list(map(str, ip.summarize_address_range(A("10.0.0.0"), A("10.0.0.6")))),
      list(map(str, ip.collapse_addresses([N("10.0.0.0/25"), N("10.0.0.128/25"), N("10.0.2.0/24")]))))
print(list(map(str, N("10.0.0.0/30").address_exclude(N("10.0.0.1/32")))),
      sorted([N("10.1.0.0/16"), N("10.0.0.0/8"), N("9.0.0.0/8")]),
      list(map(str, N("10.0.0.0/24").subnets(new_prefix=26))))
for call in (lambda: list(ip.summarize_address_range(A("10.0.0.9"), A("10.0.0.1"))),
             lambda: list(N("10.0.0.0/24").subnets(new_prefix=8)), lambda: N("10.0.0.0/24").supernet(new_prefix=25),
             lambda: list(N("10.0.0.0/24").address_exclude(N("11.0.0.0/32"))), lambda: A("255.255.255.255") + 1):
    try:
        call()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
