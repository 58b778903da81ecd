from dataclasses import dataclass, make_dataclass, field
@dataclass
class Node:
    v: int
    kids: list = field(default_factory=list)
    parent: object = None

n = Node(1, [Node(2)])
n.parent = n
print(n)
D = make_dataclass("D", ["a", ("b", int), ("c", int, field(default=9))],
                   namespace={"sum": lambda self: self.b + self.c})
print(D(1, 2), D(1, 2).sum(), D.__name__)
match D(5, 6, 7):
    case D(a, b, c): print(a, b, c)
try:
    make_dataclass("E", ["1a"])
except TypeError as e:
    print(e)
def visit(node, depth=0):
    yield depth, node.v
    for k in node.kids:
        yield from visit(k, depth + 1)
print(list(visit(n)))
