import ipaddress as ip
i = ip.ip_interface("192.168.1.5/24")
print(i, i.ip, i.network, i.netmask, i.with_prefixlen, i.with_netmask, i.with_hostmask, repr(i))
s = ip.ip_network("2001:db8::/126")
print(s, list(map(str, s)), s.num_addresses, s.prefixlen, ip.ip_address("2001:db8::3") in s, s.netmask)
m = ip.ip_address("::ffff:1.2.3.4")
print(m, m.ipv4_mapped, ip.ip_address("fe80::1%eth0").scope_id, ip.ip_address("64:ff9b::1").is_global,
      ip.ip_address("fe80::1").is_link_local, ip.ip_address("ff02::1").is_multicast)
for bad in ("1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", ":1", "::1/129"):
    try:
        ip.ip_interface(bad)
    except ValueError as e:
        print(e)
