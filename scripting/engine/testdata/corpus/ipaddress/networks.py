import ipaddress as ip
n = ip.ip_network("10.0.0.0/29")
print(n, repr(n), n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses,
      [str(h) for h in n.hosts()], len(list(n)), n[1], n[-1])
print(ip.ip_address("10.0.0.3") in n, ip.ip_address("10.0.1.3") in n, list(map(str, n.subnets())),
      n.supernet(), n.overlaps(ip.ip_network("10.0.0.4/30")), ip.ip_network("10.0.0.4/30").subnet_of(n),
      ip.ip_network("1.2.3.4"), ip.ip_network("10.1.2.3/8", strict=False), ip.ip_network("10.0.0.0/255.0.0.0"))
for bad in ("10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/x", "nonsense", "1.2.3.4/1/2"):
    try:
        ip.ip_network(bad)
    except ValueError as e:
        print(e)
try:
    n[99]
except IndexError as e:
    print(e)
