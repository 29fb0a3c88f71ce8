# The types of postings.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Postings:
    cdef readonly tuple parts
    cdef object lock
    cdef const unsigned int[::1] starts
    cdef const unsigned int[::1] members
    cdef const double[::1] totals
    cdef double[::1] scores
    cdef int[::1] seen
    cdef unsigned int[::1] touched

    cpdef Py_ssize_t size(self, Py_ssize_t row)

    cpdef list best(self, list groups, Py_ssize_t most, double missed, double over)

    @cython.locals(
        starts="const unsigned int[::1]", members="const unsigned int[::1]", scores="double[::1]", seen="int[::1]",
        touched="unsigned int[::1]", count=Py_ssize_t, number=int, group=list, row=Py_ssize_t, gain=double,
        at=Py_ssize_t, member="unsigned int",
    )
    cdef Py_ssize_t _add(self, list groups)

    @cython.locals(
        scores="double[::1]", seen="int[::1]", touched="unsigned int[::1]", totals="const double[::1]",
        values="double[::1]", best="unsigned int[::1]", kept=Py_ssize_t, at=Py_ssize_t, member="unsigned int",
        total=double, value=double, place=Py_ssize_t,
    )
    cdef list _first(self, Py_ssize_t count, Py_ssize_t most, double missed, double over)

@cython.locals(place=Py_ssize_t, row=Py_ssize_t, member=Py_ssize_t, total="unsigned int", here="unsigned int")
cdef void _invert(
    const unsigned int[::1] starts, const unsigned int[::1] named, unsigned int[::1] begin,
    unsigned int[::1] members, Py_ssize_t rows, const unsigned int[::1] order
)
