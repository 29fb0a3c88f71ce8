# The types of distance.py for Cython; without a compiler nobody reads them.
cimport cython

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
        flat="const double[::1]", width=Py_ssize_t, swap=double, near=double, beyond=double, base=Py_ssize_t,
        high=Py_ssize_t, long=Py_ssize_t, none=Py_ssize_t, far=Py_ssize_t, up=Py_ssize_t, here=Py_ssize_t,
        i=Py_ssize_t, k=Py_ssize_t, row=Py_ssize_t, a=Py_ssize_t, b=Py_ssize_t, previous=Py_ssize_t,
        up_first=Py_ssize_t, up_last=Py_ssize_t, far_first=Py_ssize_t, far_last=Py_ssize_t, first=Py_ssize_t,
        last=Py_ssize_t, lost=double, left=double, least=double, lower=double, best=double, more=double,
    )
    cpdef double within(self, bytes one, bytes other, Py_ssize_t kind, double limit, double[::1] room)

    cpdef double distance(self, bytes one, bytes other, Py_ssize_t kind, double limit)

    cpdef double cheapest(self, tuple one, tuple other, double limit)

    @cython.locals(
        i=Py_ssize_t, j=Py_ssize_t, best=double, penalty=double, allowed=double, cost=double, mine=bytes, theirs=bytes,
        before=double, behind=double, lacking=Py_ssize_t, also=Py_ssize_t,
    )
    cpdef double least(self, tuple one, tuple other, double limit, double[::1] room)

    @cython.locals(
        room="double[::1]", best=double, plain=double, whole=tuple, codes=bytes, left=tuple, right=tuple,
        penalty=double, start=Py_ssize_t, end=Py_ssize_t, cut=Py_ssize_t, root=double, one=double, other=double,
        relative=double, allowed=double,
    )
    cpdef tuple joined(self, tuple first, tuple second, tuple word, double most)

    @cython.locals(
        length=Py_ssize_t, found=list, bound=double, number=Py_ssize_t, other=tuple, root=double,
        cost=double, first=bytes,
    )
    cpdef list alike(self, tuple word, list listed, list numbers, double most, double slack, double[::1] room)
