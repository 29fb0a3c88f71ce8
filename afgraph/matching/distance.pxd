# The types of distance.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Readings:
    cdef const unsigned char[::1] codes
    cdef const unsigned char[::1] lacking
    cdef const unsigned int[::1] starts
    cdef const unsigned int[::1] words_at
    cdef const double[::1] penalties
    cdef readonly Py_ssize_t longest
    cdef readonly tuple parts

@cython.final
cdef class Tables:
    cdef readonly Py_ssize_t width
    cdef readonly double swap
    cdef double near
    cdef const double[::1] flat
    cdef const double[::1] roots

    @cython.locals(longer=Py_ssize_t)
    cpdef double size(self, Py_ssize_t one, Py_ssize_t other)

    @cython.locals(
        flat="const double[::1]", width=Py_ssize_t, none=Py_ssize_t, near=double, swap=double, base=Py_ssize_t,
        far=Py_ssize_t, up=Py_ssize_t, here=Py_ssize_t, i=Py_ssize_t, k=Py_ssize_t, row=Py_ssize_t, a=Py_ssize_t,
        b=Py_ssize_t, previous=Py_ssize_t, lost=double, left=double, least=double, lower=double, best=double,
        more=double,
    )
    cdef double within(
        self, const unsigned char[::1] one, Py_ssize_t begin, Py_ssize_t high, const unsigned char[::1] other,
        Py_ssize_t start, Py_ssize_t long, Py_ssize_t kind, double limit, double[::1] room
    )

    @cython.locals(
        flat="const double[::1]", width=Py_ssize_t, none=Py_ssize_t, base=Py_ssize_t, row=Py_ssize_t, i=Py_ssize_t,
        j=Py_ssize_t, total=double, least=double, cost=double,
    )
    cdef bint _exceeds(
        self, const unsigned char[::1] one, Py_ssize_t begin, Py_ssize_t high, const unsigned char[::1] other,
        Py_ssize_t start, Py_ssize_t long, Py_ssize_t kind, double limit
    )

    cpdef double substitution(self, Py_ssize_t one, Py_ssize_t other, Py_ssize_t kind)

    cpdef double distance(self, bytes one, bytes other, Py_ssize_t kind, double limit)

    cpdef double cheapest(self, Readings one, Readings other, double limit)

    @cython.locals(
        best=double, first=Py_ssize_t, second=Py_ssize_t, i=Py_ssize_t, j=Py_ssize_t, k=Py_ssize_t, begin=Py_ssize_t,
        high=Py_ssize_t, start=Py_ssize_t, long=Py_ssize_t, kind=Py_ssize_t, penalty=double, allowed=double,
        cost=double,
    )
    cpdef double least(
        self, Readings one, Py_ssize_t mine, Readings other, Py_ssize_t theirs, double limit, double[::1] room
    )

    @cython.locals(
        room="double[::1]", best=double, plain=double, whole=Py_ssize_t, left=Py_ssize_t, right=Py_ssize_t,
        begin=Py_ssize_t, size=Py_ssize_t, one_long=Py_ssize_t, other_long=Py_ssize_t, penalty=double,
        start=Py_ssize_t, end=Py_ssize_t, cut=Py_ssize_t, kind=Py_ssize_t, root=double, one=double, other=double,
        relative=double, allowed=double, codes="const unsigned char[::1]", at=Py_ssize_t, rest=Py_ssize_t,
    )
    cpdef tuple joined(self, Readings first, Readings second, Readings word, double most)

    @cython.locals(
        room="double[::1]", length=Py_ssize_t, first=Py_ssize_t, found=list, bound=double, number=Py_ssize_t,
        root=double, cost=double, limit=double,
    )
    cpdef list alike(
        self, Readings word, Readings listed, list numbers, const unsigned char[::1] plain, double most, double slack
    )
