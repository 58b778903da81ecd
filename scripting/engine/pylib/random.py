"""Random numbers: class Random, SystemRandom, and the functions of one Random that all share.

_random.Random of the engine is the generator. Where it is CPython's Mersenne
Twister, the same seed gives the same numbers as there: all draws are made in the
order in which CPython makes them.

Differs: a str, bytes or bytearray is seeded by its SHA-512 as in CPython; there is
no seeding version 1 for them.
"""

import os

from _random import Random as _Generator
from bisect import bisect
from hashlib import sha512
from itertools import accumulate
from math import acos, ceil, cos, e, exp, floor, isfinite, log, pi, sin, sqrt

__all__ = [
    "Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
    "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
    "random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform",
    "vonmisesvariate", "weibullvariate",
]  # fmt: skip

_VERSION = 3
_NV_MAGIC = 4 * exp(-0.5) / sqrt(2.0)
_SG_MAGIC = 1.0 + log(4.5)


def _index(value):
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"{type(value).__name__!r} object cannot be interpreted as an integer")
    return method(value)


class Random(_Generator):
    """A generator of random numbers. Subclasses may replace random, or getrandbits too."""

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Starts anew: the same seed gives the same numbers."""
        if isinstance(a, (str, bytes, bytearray)):
            data = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(data + sha512(data).digest(), "big")
        elif a is not None and not isinstance(a, (int, float)):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """Returns what setstate takes."""
        return _VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes back to the state that getstate returned."""
        version, inner, self.gauss_next = state
        if version != _VERSION:
            raise ValueError(f"state with version {version} passed to Random.setstate() of version {_VERSION}")
        super().setstate(inner)

    def __reduce__(self):
        return type(self), (), self.getstate()

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def _below(self, n):
        """An integer from 0 to before n, all equally likely."""
        if type(self).random is not Random.random and type(self).getrandbits is Random.getrandbits:
            # A subclass with a random of its own: everything comes from that.
            if n >= 1 << 53:
                return floor(self.random() * n)
            limit = 1.0 - (1 << 53) % n / (1 << 53)
            r = self.random()
            while r >= limit:
                r = self.random()
            return floor(r * (1 << 53)) % n
        bits = n.bit_length()
        r = self.getrandbits(bits)
        while r >= n:
            r = self.getrandbits(bits)
        return r

    def randbytes(self, n):
        """Returns n bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        """Returns an item of range(start, stop, step)."""
        start = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._below(start)
        stop, step = _index(stop), _index(step)
        width = stop - start
        if step == 1:
            if width <= 0:
                raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
            return start + self._below(width)
        if step == 0:
            raise ValueError("zero step for randrange()")
        n = (width + step + (-1 if step > 0 else 1)) // step
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(n)

    def randint(self, a, b):
        """Returns an integer from a to b, both included."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """Returns an item of a sequence."""
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        """Puts the items of a list into random order, in place."""
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """Returns k items of different positions."""
        if not hasattr(population, "__getitem__") or hasattr(population, "keys"):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            return self._sample_counted(population, k, counts)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        # A set of what is taken costs less than a copy if k is small.
        set_size = 21
        if k > 5:
            set_size += 4 ** ceil(log(k * 3) / log(4))
        if n <= set_size:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = self._below(n)
                while j in taken:
                    j = self._below(n)
                taken.add(j)
                result[i] = population[j]
        return result

    def _sample_counted(self, population, k, counts):
        ends = list(accumulate(counts))
        if len(ends) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = ends.pop()
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[bisect(ends, s)] for s in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """Returns k items, each chosen from all of them."""
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[floor(self.random() * (n + 0.0))] for _ in range(k)]
            try:
                cum_weights = list(accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError(
                    f"The number of choices must be a keyword argument: k={weights!r}"
                ) from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        """Returns a number between a and b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Returns a number between low and high, most likely near mode."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u, c = 1.0 - u, 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Returns a number of the normal distribution."""
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = _NV_MAGIC * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Returns a number of the normal distribution; they are made in pairs."""
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * 2.0 * pi
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """Returns a number whose logarithm is normally distributed."""
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        """Returns a number of the exponential distribution; its mean is 1/lambd."""
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """Returns an angle near mu."""
        if kappa <= 1e-6:
            return 2.0 * pi * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + acos(f)) % (2.0 * pi)
        return (mu - acos(f)) % (2.0 * pi)

    def gammavariate(self, alpha, beta):
        """Returns a number of the gamma distribution; its mean is alpha*beta."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        if alpha > 1.0:
            return self._gamma_above_1(alpha) * beta
        return self._gamma_below_1(alpha) * beta

    def _gamma_above_1(self, alpha):
        ainv = sqrt(2.0 * alpha - 1.0)
        bbb = alpha - log(4.0)
        ccc = alpha + ainv
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - self.random()
            v = log(u1 / (1.0 - u1)) / ainv
            x = alpha * exp(v)
            z = u1 * u1 * u2
            r = bbb + ccc * v - x
            if r + _SG_MAGIC - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def _gamma_below_1(self, alpha):
        b = (e + alpha) / e
        while True:
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u = self.random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    return x
            elif u <= exp(-x):
                return x

    def betavariate(self, alpha, beta):
        """Returns a number between 0 and 1; its mean is alpha/(alpha+beta)."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """Returns a number of the Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Returns a number of the Weibull distribution."""
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    """A generator that takes its numbers from the system: nothing repeats them."""

    def random(self):
        """Returns a number from 0 to before 1."""
        return (int.from_bytes(os.urandom(7), "big") >> 3) / (1 << 53)

    def getrandbits(self, k):
        """Returns an integer of k random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        n = (k + 7) // 8
        return int.from_bytes(os.urandom(n), "big") >> (n * 8 - k)

    def randbytes(self, n):
        """Returns n bytes."""
        return os.urandom(n)

    def seed(self, *args, **kwds):
        """Does nothing."""

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_shared = Random()
betavariate = _shared.betavariate
choice = _shared.choice
choices = _shared.choices
expovariate = _shared.expovariate
gammavariate = _shared.gammavariate
gauss = _shared.gauss
getrandbits = _shared.getrandbits
getstate = _shared.getstate
lognormvariate = _shared.lognormvariate
normalvariate = _shared.normalvariate
paretovariate = _shared.paretovariate
randbytes = _shared.randbytes
randint = _shared.randint
random = _shared.random
randrange = _shared.randrange
sample = _shared.sample
seed = _shared.seed
setstate = _shared.setstate
shuffle = _shared.shuffle
triangular = _shared.triangular
uniform = _shared.uniform
vonmisesvariate = _shared.vonmisesvariate
weibullvariate = _shared.weibullvariate
