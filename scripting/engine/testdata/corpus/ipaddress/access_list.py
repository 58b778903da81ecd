import ipaddress as ip
class ACL:
    def __init__(self, *rules):
        self.rules = [(verb, ip.ip_network(net)) for verb, net in (r.split() for r in rules)]
    def check(self, addr):
        a = ip.ip_address(addr)
        best = max((n.prefixlen, verb) for verb, n in self.rules if n.version == a.version and a in n)
        return best[1] == "allow"

acl = ACL("deny 0.0.0.0/0", "allow 10.0.0.0/8", "deny 10.9.0.0/16", "allow 10.9.9.9/32", "allow ::/0")
print([acl.check(a) for a in ("8.8.8.8", "10.1.1.1", "10.9.1.1", "10.9.9.9", "fe80::1")])
try:
    ACL("allow 10.0.0.0/99")
except ValueError as e:
    print(type(e).__name__, e)
try:
    ACL().check("1.2.3.4")
except ValueError as e:
    print(e)
