import ipaddress as ip
for text in ("10.1.2.3", "8.8.8.8", "127.0.0.1", "169.254.1.1", "224.0.0.1", "0.0.0.0", "255.255.255.255",
             "240.0.0.1", "172.32.0.1", "::", "fc00::1"):
    a = ip.ip_address(text)
    print(text, [n for n in ("is_private", "is_loopback", "is_link_local", "is_multicast", "is_reserved",
                             "is_unspecified") if getattr(a, n)])
try:
    ip.ip_address("1.1.1.1") < ip.ip_address("::1")
except TypeError as e:
    print(e)
print(ip.ip_address("1.1.1.1") == ip.ip_address("::1"), ip.ip_address("1.1.1.1") == "1.1.1.1")
