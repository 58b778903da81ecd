"""What ipaddress print and raise."""

import ipaddress as ip, random, copy
r=random.Random(2)
def tr(f):
    try:
        x=f()
        return repr(x if isinstance(x,(str,int,bool,tuple,bytes,type(None))) or 'IPv' in type(x).__name__ else list(x))
    except Exception as e: return type(e).__name__+': '+str(e)
props="version max_prefixlen packed exploded compressed is_multicast is_unspecified is_loopback is_link_local is_reserved is_private is_global scope_id is_site_local ipv4_mapped sixtofour teredo network ip netmask hostmask with_prefixlen with_netmask with_hostmask prefixlen num_addresses network_address broadcast_address".split()
def rnd():
    k=r.randrange(8)
    if k==0: return '.'.join(str(r.choice([0,1,10,127,169,192,168,172,16,224,240,255,256,'01','','x',100,198])) for _ in range(r.choice([4,4,4,4,3,5])))
    if k==1: return str(ip.IPv4Address(r.getrandbits(32)))+r.choice(['','/24','/33','/0','/255.255.0.0','/0.0.0.255','/255.0.255.0','/x','/8/8'])
    if k==2: return ':'.join(r.choice(['','0','1','ffff','fe80','2001','db8','12345','g']) for _ in range(r.randrange(1,10)))
    if k==3: return r.choice(['::','fe80::','2001:db8::','ff02::','::ffff:1.2.3.4','2002:c000:204::','2001:0:1:2::','fec0::1','100::','64:ff9b::','1::2:3','::1','1:2:3:4:5:6:7::','::2:3:4:5:6:7:8','::1.2.3','1.2.3.4::'])+r.choice(['','','/64','/128','/129','/0','/10'])
    if k==4: return r.getrandbits(r.choice([8,32,33,128,129]))
    if k==5: return r.getrandbits(32).to_bytes(4,'big') if r.random()<.5 else r.getrandbits(128).to_bytes(16,'big')
    if k==6: return (r.getrandbits(32)&0xffffff00, r.choice([24,8,'255.255.255.0',40]))
    return r.choice([None,b'abc',-1,1.5,'1.2.3.4/','/',' 1.2.3.4','1.2.3.4 ','١.2.3.4'])
for i in range(80):
    v=rnd()
    for f in (ip.ip_address,ip.ip_network,ip.ip_interface,lambda v:ip.ip_network(v,strict=False),ip.IPv4Address,ip.IPv6Address,ip.IPv4Network,ip.IPv6Network):
        s=tr(lambda:f(v)); print(v,s)
        if 'Error' in s: continue
        x=f(v)
        for p in props: print(p,tr(lambda:getattr(x,p)) if hasattr(x,p) else '')
        print(tr(lambda:str(x)),tr(lambda:x+1),tr(lambda:x-1),tr(lambda:x<f(rnd())),tr(lambda:x==f(rnd())), hash(x)==hash(f(v)), tr(lambda: f"{x:#_b}"+f"{x:n}"+f"{x:>50}"), tr(lambda:copy.copy(x)==x))
        if hasattr(x,'subnets'):
            print(tr(lambda:list(x.subnets(2))), tr(lambda:x.supernet(3)),tr(lambda:x[3]),tr(lambda:x[-2]),tr(lambda:list(__import__('itertools').islice(x.hosts(),3))),tr(lambda:list(x.address_exclude(list(x.subnets(3))[2]))), tr(lambda:x.overlaps(f(rnd()))),tr(lambda:x.subnet_of(f(rnd()))), tr(lambda:list(x.subnets(new_prefix=3))),tr(lambda:x.supernet(new_prefix=30)),tr(lambda: ip.ip_address('10.0.0.1') in x))
for i in range(30):
    a,b=sorted([r.getrandbits(32),r.getrandbits(32)])
    if r.random()<.5: b=a+r.randrange(500)
    if b<2**32: print(tr(lambda:list(ip.summarize_address_range(ip.IPv4Address(a),ip.IPv4Address(b)))))
    nets=[ip.ip_network((r.randrange(0,256)<<24 | r.randrange(4)<<22,r.choice([10,9,8,12])),strict=False) for _ in range(r.randrange(40))]+[ip.ip_address(r.randrange(64)) for _ in range(r.randrange(40))]
    print(tr(lambda:list(ip.collapse_addresses(nets))), tr(lambda:sorted(nets,key=ip.get_mixed_type_key)))
