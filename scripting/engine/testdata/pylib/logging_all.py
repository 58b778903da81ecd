"""What logging print and raise."""

import logging, io, sys
def tr(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e)
out=io.StringIO(); sys.stderr=out
h=logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(asctime)s|%(levelname)-8s|%(name)s|%(message)s|%(filename)s|%(lineno)d|%(funcName)s|%(module)s", datefmt="%Y"))
root=logging.getLogger(); root.addHandler(h)
a=logging.getLogger("a"); abc=logging.getLogger("a.b.c"); ab=logging.getLogger("a.b")
print(abc.parent.name, ab.parent.name, logging.getLogger("a") is a, sorted(x.name for x in a.getChildren()) if hasattr(a,'getChildren') else '')
def work():
    a.warning("hello %s %d","x",3); a.info("no"); abc.error("err"); ab.critical("c",stack_info=False)
    try: 1/0
    except ZeroDivisionError as e:
        a.exception("exc %s","E"); a.error("x",exc_info=e); a.warning("w",exc_info=True)
    a.log(25,"lvl"); a.log(35,"lvl35"); a.warning("%(k)s",{"k":5}); a.warning("no args %s"); a.warning({"a":1})
work()
ad=logging.LoggerAdapter(a,{"user":"bob"}); h.setFormatter(logging.Formatter("{levelname}:{user}:{message}:{lineno:03d}",style="{")); ad.warning("hey %s",1); ad.setLevel(10); ad.debug("dbg"); print(ad, ad.isEnabledFor(5), ad.name if hasattr(ad,'name') else '')
h.setFormatter(logging.Formatter("${levelname} $message $$",style="$")); a.error("tpl")
h.setFormatter(logging.Formatter("%(message)s %(u)s",defaults={"u":"-"})); a.error("dflt"); a.error("ex",extra={"u":"U"})
print(a,abc,root,h,logging.getLevelName(10),logging.getLevelName("INFO"),logging.getLevelName(11),logging.getLevelName("X"))
logging.addLevelName(15,"FINE"); a.setLevel("FINE"); print(a, logging.getLevelNamesMapping().get("FINE")); a.log(15,"fine")
for c in r"""
a.setLevel('Q')
a.setLevel([])
logging.Formatter('x',style='q')
logging.Formatter('nothing')
logging.Formatter('%(message)q')
logging.Formatter('{message',style='{')
logging.Formatter('{}',style='{')
logging.Formatter('{message!x}',style='{')
logging.Formatter('$',style='$')
logging.Formatter('plain',style='$')
logging.Formatter('%s')
a.log('x','y')
logging.getLogger(5)
logging.basicConfig(foo=1)
a.error('x',extra={'name':1})
logging.Handler().emit(None)
a.hasHandlers()
logging.getLogger('root') is root
root.name
logging.getLogger('') is root
a.level
abc.getEffectiveLevel()
a.isEnabledFor(10)
logging.Filter('a').filter(logging.makeLogRecord({'name':'a.b'}))
logging.Filter('a').filter(logging.makeLogRecord({'name':'ab'}))
logging.makeLogRecord({'msg':'m %s','args':(1,)}).getMessage()
logging.LogRecord('n',30,'/p/q.py',5,'m',(),None)
logging.root is root
logging.lastResort.level
logging.NullHandler()
logging.BASIC_FORMAT
logging.Logger('zz')
logging.WARN
a.fatal('f')
logging.Formatter().format(logging.makeLogRecord({'msg':'q'}))
logging.Formatter('%(asctime)s').format(logging.makeLogRecord({'created':1.5,'msecs':500.0}))
logging.Formatter('%(nope)s').format(logging.makeLogRecord({}))
""".strip().split("\n"):
    print(c,tr(lambda:eval(c)))
logging.disable(logging.ERROR); a.error("off"); a.critical("on"); logging.disable(0)
class Ctx(logging.Filter):
    def filter(self,r): r.ctx='C'; return True
a.addFilter(Ctx()); h.setFormatter(logging.Formatter("%(ctx)s %(message)s")); a.warning("filt"); a.filters.clear()
h.setFormatter(None) 
root.removeHandler(h); logging.getLogger("lonely").warning("last resort"); logging.getLogger("lonely").info("nope")
logging.basicConfig(format="BC %(message)s",level=logging.INFO,stream=out); logging.info("basic"); logging.warning("w %s",1); logging.basicConfig(format="x"); logging.debug("d")
logging.basicConfig(force=True,stream=out,format="%(levelname)s"); logging.error("e")
logging.captureWarnings(True); import warnings; warnings.simplefilter("always"); warnings.warn("captured")
import re
print(re.sub(r"\n +[~^]+(?=\n)","",re.sub(r"File \".*?\"","F",out.getvalue())))
