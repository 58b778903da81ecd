from typing import get_type_hints, get_origin, get_args, List, Dict, Union, Optional, overload, no_type_check
def f(a: "int", b: Optional[str] = None) -> "List[int]": ...
print(get_type_hints(f), get_origin(List[int]), get_args(Dict[str, int]),
      get_origin(Union[int, str]) is Union, get_args(Optional[int]), get_origin(int))
class A:
    x: "int"
class B(A):
    y: str
print(get_type_hints(B), B.__annotations__)
def g(a: "nope_undefined"): ...
try:
    get_type_hints(g)
except NameError as e:
    print(e)
print(list[int] == list[int], get_origin(dict[str, int]), int | str, type(int | str).__name__,
      (int | None) == Optional[int], get_args(int | str))
