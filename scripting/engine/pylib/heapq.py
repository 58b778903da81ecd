"""Heaps in lists: heappush, heappop, heapify, heapreplace, heappushpop, merge, nlargest, nsmallest.

In a heap no item is smaller than its parent: that of position i is at (i-1)//2.
"""

__all__ = ["heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest", "nsmallest"]


def _check(heap, what):
    if not isinstance(heap, list):
        raise TypeError(f"{what} must be list, not {type(heap).__name__}")


def _up(heap, pos):
    """Moves the item at pos up to where its parent is not bigger."""
    item = heap[pos]
    while pos > 0:
        above = (pos - 1) // 2
        parent = heap[above]
        if not item < parent:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


def _down(heap, pos):
    """Moves the item at pos down to where no child is smaller.

    It goes down to a leaf along the smaller children and up again from there: what
    comes from the end of a heap belongs near to a leaf, so that compares less.
    """
    end, start, item = len(heap), pos, heap[pos]
    child = 2 * pos + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    while pos > start:
        above = (pos - 1) // 2
        if not item < heap[above]:
            break
        heap[pos] = heap[above]
        pos = above
    heap[pos] = item


def heappush(heap, item, /):
    """Adds an item to a heap."""
    _check(heap, "heappush() argument 1")
    heap.append(item)
    _up(heap, len(heap) - 1)


def heappop(heap, /):
    """Removes and returns the smallest item of a heap."""
    _check(heap, "heappop() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    smallest, heap[0] = heap[0], last
    _down(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Removes and returns the smallest item, then adds one."""
    _check(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    smallest, heap[0] = heap[0], item
    _down(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Adds an item, then removes and returns the smallest one."""
    _check(heap, "heappushpop() argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(heap, /):
    """Makes a list a heap, in place."""
    _check(heap, "heapify() argument")
    for pos in range(len(heap) // 2 - 1, -1, -1):
        _down(heap, pos)


class _Reversed:
    """A value that sorts the other way round."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value

    def __eq__(self, other):
        return self.value == other.value


def merge(*iterables, key=None, reverse=False):
    """Iterates over sorted iterables as over one sorted one."""
    heap = []
    for order, iterable in enumerate(iterables):
        it = iter(iterable)
        for value in it:
            heap.append([_rank(value, key, reverse), order, value, it])
            break
    heapify(heap)
    while heap:
        top = heap[0]
        yield top[2]
        for value in top[3]:
            top[0], top[2] = _rank(value, key, reverse), value
            _down(heap, 0)
            break
        else:
            heappop(heap)


def _rank(value, key, reverse):
    if key is not None:
        value = key(value)
    return _Reversed(value) if reverse else value


def nsmallest(n, iterable, key=None):
    """Returns the n smallest items, smallest first."""
    if n <= 0:
        return []
    return sorted(iterable, key=key)[:n]


def nlargest(n, iterable, key=None):
    """Returns the n largest items, largest first."""
    if n <= 0:
        return []
    return sorted(iterable, key=key, reverse=True)[:n]
