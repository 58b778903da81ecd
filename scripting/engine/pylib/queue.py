"""Queues: Queue, LifoQueue, PriorityQueue, SimpleQueue, Empty, Full.

Waiting is done by threading.Condition.
"""

import threading

from collections import deque
from heapq import heappop, heappush
from time import monotonic

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """There is nothing in the queue."""


class Full(Exception):
    """There is no room in the queue."""


def _wait(condition, ready, block, timeout, failure):
    """Waits with the lock held until ready() is true; raises failure if it does not become so."""
    if ready():
        return
    if not block:
        raise failure
    if timeout is None:
        while not ready():
            condition.wait()
        return
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    end = monotonic() + timeout
    while not ready():
        left = end - monotonic()
        if left <= 0:
            raise failure
        condition.wait(left)


class Queue:
    """First in, first out; with maxsize, put waits for room."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0

    # The kinds of queues differ in these four.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def task_done(self):
        """Says that an item that was taken is done with."""
        with self.all_tasks_done:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            if self.unfinished_tasks == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until all items are done with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """Returns the number of items."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Tells whether there are no items."""
        return self.qsize() == 0

    def full(self):
        """Tells whether there is no room."""
        return 0 < self.maxsize <= self.qsize()

    def put(self, item, block=True, timeout=None):
        """Adds an item; waits for room."""
        with self.not_full:
            if self.maxsize > 0:
                _wait(self.not_full, lambda: self._qsize() < self.maxsize, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Removes and returns an item; waits for one."""
        with self.not_empty:
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            _wait(self.not_empty, self._qsize, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """Adds an item; raises Full instead of waiting."""
        self.put(item, block=False)

    def get_nowait(self):
        """Removes and returns an item; raises Empty instead of waiting."""
        return self.get(block=False)


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without a limit and without task_done."""

    def __init__(self):
        self._queue = deque()
        self._not_empty = threading.Condition()

    def put(self, item, block=True, timeout=None):
        """Adds an item."""
        with self._not_empty:
            self._queue.append(item)
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        """Removes and returns an item; waits for one."""
        with self._not_empty:
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            _wait(self._not_empty, lambda: self._queue, block, timeout, Empty)
            return self._queue.popleft()

    def put_nowait(self, item):
        """Adds an item."""
        self.put(item)

    def get_nowait(self):
        """Removes and returns an item; raises Empty instead of waiting."""
        return self.get(block=False)

    def empty(self):
        """Tells whether there are no items."""
        return not self._queue

    def qsize(self):
        """Returns the number of items."""
        return len(self._queue)
