# The types of distance.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.words.readings cimport Readings

cdef double _WHOLE
cdef int _FAR

@cython.final
cdef class Room:
    cdef int[::1] cells

@cython.final
cdef class Tables:
    cdef readonly Py_ssize_t width
    cdef int swap
    cdef int near
    cdef Py_ssize_t steps
    cdef const short[::1] whole
    cdef const double[::1] roots
    cdef const unsigned long long[::1] sounds
    cdef const short[::1] levels

    @cython.locals(longer=Py_ssize_t)
    cpdef double size(self, Py_ssize_t one, Py_ssize_t other) noexcept

    @cython.locals(
        cells="int[::1]", none=Py_ssize_t, near=int, swap=int, base=Py_ssize_t, far=Py_ssize_t, up=Py_ssize_t,
        here=Py_ssize_t, gaps=Py_ssize_t, i=Py_ssize_t, k=Py_ssize_t, row=Py_ssize_t, a=Py_ssize_t, b=Py_ssize_t,
        previous=Py_ssize_t, lost=int, left=int, least=int, lower=int, best=int, more=int,
    )
    cdef int within(
        self, Readings one, Py_ssize_t begin, Py_ssize_t high, Readings other, Py_ssize_t start, Py_ssize_t long,
        Py_ssize_t kind, int limit, Room room
    ) noexcept

    @cython.locals(
        cells="int[::1]", far=Py_ssize_t, up=Py_ssize_t, gaps=Py_ssize_t, left=int, lost=int, k=Py_ssize_t
    )
    cdef void _begin(
        self, Readings other, Py_ssize_t start, Py_ssize_t long, Py_ssize_t base, Room room
    ) noexcept

    @cython.locals(total=int, row=Py_ssize_t, at=Py_ssize_t, cost=short)
    cdef int lowest(self, Readings one, Py_ssize_t i, Readings other, Py_ssize_t j) except -1

    @cython.locals(none=Py_ssize_t, base=Py_ssize_t, least=short, cost=short, at=Py_ssize_t)
    cdef short _nearest(self, Readings one, Py_ssize_t i, Py_ssize_t lacks, Py_ssize_t code) noexcept

    cdef double missed(self, Readings one, Py_ssize_t i, Readings other, Py_ssize_t j) noexcept

    @cython.locals(
        steps=Py_ssize_t, base=Py_ssize_t, sounds="unsigned long long", bit="unsigned long long", total=int,
        at=Py_ssize_t, step=Py_ssize_t, last=Py_ssize_t,
    )
    cdef int _missed(self, Readings one, Py_ssize_t i, Readings other, Py_ssize_t j, int limit) noexcept

    cpdef double substitution(self, Py_ssize_t one, Py_ssize_t other, Py_ssize_t kind) noexcept

    @cython.locals(words=Readings, room=Room, cost=int)
    cpdef double distance(self, bytes one, bytes other, Py_ssize_t kind, double limit)

    cpdef double cheapest(self, Readings one, Readings other, double limit)

    @cython.locals(most=int, found=int)
    cpdef double least(
        self, Readings one, Py_ssize_t mine, Readings other, Py_ssize_t theirs, double limit, Room room
    ) noexcept

    @cython.locals(
        best=int, first=Py_ssize_t, second=Py_ssize_t, last=Py_ssize_t, end=Py_ssize_t, i=Py_ssize_t, j=Py_ssize_t,
        begin=Py_ssize_t, high=Py_ssize_t, start=Py_ssize_t, long=Py_ssize_t, kind=Py_ssize_t, penalty=int,
        own=int,
    )
    cdef int _least(self, Readings one, Py_ssize_t mine, Readings other, Py_ssize_t theirs, int limit, Room room) noexcept

    @cython.locals(
        room=Room, best=double, plain=double, whole=Py_ssize_t, left=Py_ssize_t, right=Py_ssize_t,
        begin=Py_ssize_t, size=Py_ssize_t, one_long=Py_ssize_t, other_long=Py_ssize_t, penalty=double,
        start=Py_ssize_t, end=Py_ssize_t, cut=Py_ssize_t, kind=Py_ssize_t, root=double, one=int, other=int,
        relative=double, limit=int, at=Py_ssize_t, rest=Py_ssize_t,
    )
    cpdef tuple joined(
        self, Readings first, Py_ssize_t here, Readings second, Py_ssize_t there, Readings word, Py_ssize_t place,
        double most
    )

@cython.locals(found=int)
cpdef int whole_limit(double limit) noexcept

cpdef Room room_for(Py_ssize_t longest)
