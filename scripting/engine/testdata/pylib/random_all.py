"""What random print and raise."""

import random, copy
r=random.Random(5)
def tr(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e)
for seed in (5,-3,1.5,"x",b"y",None.__class__.__name__,2**70):
    r.seed(seed)
    for i in range(12):
        for f in (lambda:r.random(),lambda:r.randint(1,10**i),lambda:r.randrange(0,100,7),lambda:r.choice("abcdef"),lambda:r.sample(range(1000),i),lambda:r.sample("abcdefgh",3,counts=[1,2,3,1,1,1,1,1]),lambda:r.choices("abc",[1,2,3],k=4),lambda:r.choices(range(9),k=2),lambda:r.gauss(0,1),lambda:r.normalvariate(1,2),lambda:r.expovariate(2),lambda:r.betavariate(.5,2),lambda:r.gammavariate(3,1),lambda:r.triangular(1,5,2),lambda:r.vonmisesvariate(1,2),lambda:r.paretovariate(3),lambda:r.weibullvariate(1,2),lambda:r.lognormvariate(0,1),lambda:r.randbytes(3),lambda:r.getrandbits(i),lambda:r.uniform(1,3)):
            print(tr(f))
        l=list(range(i)); r.shuffle(l); print(l)
class S(random.Random):
    def random(self): return super().random()/2
s=S(3); print([s.randrange(100) for _ in range(10)], s.sample(range(50),5))
for c in r"""
r.randint(2,1)
r.randrange(0)
r.randrange(1,1)
r.randrange(1,10,0)
r.randrange(5,1,2)
r.choice([])
r.sample({1},1)
r.sample([1],2)
r.choices([],k=1)
r.choices('ab',2)
r.choices('ab',[1,2],cum_weights=[1])
r.shuffle((1,2))
r.sample([1,2],1,counts=[1])
r.getrandbits(-1)
random.Random([])
random.SystemRandom().getstate()
copy.copy(r).random()==r.random()
r.randrange(10, step=2)
""".strip().split("\n"):
    print(c, tr(lambda: eval(c)))
