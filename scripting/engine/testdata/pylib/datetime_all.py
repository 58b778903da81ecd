"""What datetime, time and calendar print and raise."""


import random, datetime as D, time as T, calendar as C
r=random.Random(3)
def tr(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e)
def dt():
    tz=r.choice([None,None,D.timezone.utc,D.timezone(D.timedelta(minutes=r.randrange(-1400,1400))),D.timezone(D.timedelta(seconds=r.randrange(-80000,80000)),"ZZ")])
    return D.datetime(r.randrange(1,10000),r.randrange(1,13),r.randrange(1,29),r.randrange(24),r.randrange(60),r.randrange(60),r.choice([0,0,5,120000,999999]),tz)
def td(): return D.timedelta(r.choice([0,1,-1,r.randrange(-10**4,10**4)]),r.randrange(-10**5,10**5),r.choice([0,5,-7,10**6+1]))
for i in range(60):
    a,b,t,u=dt(),dt(),td(),td()
    f=r.choice([0.1,-2.5,3.7,1e-3,r.random()*100]); n=r.choice([1,-3,7,1000])
    for x in (lambda:a+t,lambda:a-t,lambda:a-b,lambda:a<b,lambda:a==b,lambda:a.tzinfo is None or hash(a)==hash(a.astimezone(D.timezone.utc)),lambda:a.isoformat(timespec=r.choice(['auto','hours','milliseconds'])),lambda:a.date().isocalendar(),lambda:a.timetuple(),lambda:a.utctimetuple(),lambda:a.timestamp(),lambda:a.astimezone(D.timezone(D.timedelta(hours=3))),lambda:D.datetime.fromisoformat(str(a)),lambda:a.time(),lambda:a.timetz(),lambda:a.timetz()<b.timetz(),lambda:t*f,lambda:t/f,lambda:t/n,lambda:t//n,lambda:t*n,lambda:t%u,lambda:divmod(t,u),lambda:t/u,lambda:t//u,lambda:-t,lambda:abs(t),lambda:str(t),lambda:t.total_seconds(),lambda:t<u,lambda:a.ctime(),lambda:a.date()-b.date(),lambda:D.timedelta(days=f,hours=f*3,microseconds=f),lambda:D.datetime.fromtimestamp(f*1e6,r.choice([None,D.timezone.utc])),
      lambda:a.strftime("%a %A %b %B %d %j %p %I %y %Y %% %w %U %W %V %G %u %C %e %H%M%S %f %z %Z %c %x %X %D %s %-d %5m %^a"),
      lambda:D.datetime.strptime(a.strftime("%d %m %H:%M:%S ")+"%04d"%a.year,"%d %m %H:%M:%S %Y"),
      lambda:D.date.fromisocalendar(*a.date().isocalendar()), lambda:a.replace(year=n), lambda: T.gmtime(a.timestamp()), lambda: C.monthrange(a.year,a.month), lambda:T.asctime(T.gmtime(a.timestamp())),lambda:C.leapdays(a.year,b.year)):
        print(tr(x))
pats=["%d%m%Y","%H%M%S","%I:%M %p","%j %Y","%Y %U %w","%Y %W %a","%G-%V-%u","%d %b %y","%B %d","%Y-%m-%dT%H:%M:%S.%f%z","%A %d","%y%m%d","%X %x","%c","%d/%m","%Z %H","%m%d","%V %Y %a","%G %j","%H:%M:%S %z"]
for i in range(300):
    p=r.choice(pats); a=dt()
    s=a.strftime(p)
    if r.random()<.5 and s:
        k=r.randrange(len(s)); s=s[:k]+r.choice("0123456789 :-Z+aJ")+s[k+r.randrange(2):]
    print(p,s,tr(lambda:D.datetime.strptime(s,p)),tr(lambda:T.strptime(s,p)))
for i in range(300):
    s=r.choice([str(dt()),dt().date().isoformat(),dt().isoformat(),"2024-W09-4T12","2024W094","20240229T130509,123456789Z","12:30","2024-02-29T13:05:09+02:30:10.5"])
    print(s,tr(lambda:D.datetime.fromisoformat(s)),tr(lambda:D.date.fromisoformat(s)),tr(lambda:D.time.fromisoformat(s)))
for c in r"""
D.datetime(2024)
D.datetime(2024,1,1).replace(tzinfo=5)
D.time(tzinfo=5)
D.timezone(5)
D.timezone(D.timedelta(1),5)
D.timezone(D.timedelta(0))
D.timezone(D.timedelta(0),'x')
D.datetime.combine(1,2)
D.datetime.fromtimestamp(1e20)
D.datetime.fromtimestamp('x')
D.date.fromtimestamp(1e12)
D.datetime.now('x')
D.datetime(2024,1,1).isoformat(5)
D.datetime(2024,1,1).isoformat(timespec='x')
D.datetime.strptime(5,'%Y')
D.datetime(2024,1,1).strftime(5)
D.datetime(2024,1,1) < None
D.datetime(2024,1,1).year.bit_length()
D.timedelta(10**9)
D.timedelta(float('nan'))
D.timedelta(float('inf'))
D.date(2024,1,1)+D.timedelta.max
D.tzinfo().utcoffset(None)
D.datetime(2024,1,1,fold=2)
D.datetime(2024,1,1,12,0,0,0,D.timezone.utc,fold=1)
type(D.datetime.now()).__name__
D.datetime
D.timedelta.__name__
D.datetime.fromisoformat(5)
D.date.today()==D.datetime.now().date()
D.UTC is D.timezone.utc
D.timedelta(1)*D.timedelta(1)
1+D.timedelta(1)
D.datetime(2024,1,1).date().replace(2023)
setattr(D.date(2024,1,1),'year',5)
sorted([D.date(2024,1,2),D.date(2024,1,1)])
D.date(2024,1,1) < 5
D.date(2024,1,1)==5
D.datetime.min - D.timedelta(1)
f'{D.datetime(2024,1,1):%d}'
""".strip().split("\n"):
    print(c, tr(lambda: eval(c)))
