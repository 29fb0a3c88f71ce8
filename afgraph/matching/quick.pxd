# The types of quick.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Quick:
    cdef const unsigned int[::1] starts
    cdef const unsigned int[::1] named
    cdef const double[::1] weights
    cdef const double[::1] factors

    @cython.locals(
        count=Py_ssize_t, mine="double[::1]", gains="double[::1]", paid="double[::1]", at=Py_ssize_t,
    )
    cpdef list estimates(self, list places, list costs, list own)

    @cython.locals(
        start=Py_ssize_t, size=Py_ssize_t, left=double, right=double, i=Py_ssize_t, j=Py_ssize_t, known=dict,
        cost=double, weight=double, width=Py_ssize_t, unlike=double,
    )
    cdef double _estimate(
        self, Py_ssize_t at, list costs, Py_ssize_t count, double[::1] own, double[::1] gains, double[::1] paid
    )

    @cython.locals(
        width=Py_ssize_t, paired=double, total=double, worst=double, pairs=Py_ssize_t, best=double, one=Py_ssize_t, other=Py_ssize_t,
        i=Py_ssize_t, j=Py_ssize_t, gain=double, weight=double, cost=double, share=double, replaced=double,
        found=double, most=double, factors="const double[::1]",
    )
    cdef double _sum(
        self, Py_ssize_t start, Py_ssize_t size, Py_ssize_t count, double left, double right, double[::1] own,
        double[::1] gains, double[::1] paid
    )
