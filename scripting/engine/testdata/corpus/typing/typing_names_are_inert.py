from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple, Union, cast, TYPE_CHECKING

def f(a: Optional[int], b: List[str] = None, *c: Any) -> Dict[str, Union[int, str]]:
    return {"a": a}
x: Tuple[int, ...] = (1,)
cb: Callable[[int], str] = str
print(f(1), x, cb(5), cast(int, "not converted"), TYPE_CHECKING)
print(List[int], Optional[int], Union[int, str], Dict[str, int], Any, Callable[[int], str], Tuple[int, ...],
      Iterable[str])
print(f.__annotations__["a"], Union[int, None] == Optional[int], Union[int], List)
