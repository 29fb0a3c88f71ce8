# The types of likes.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Likes:
    cdef unsigned int[::1] numbers
    cdef double[::1] costs
    cdef readonly Py_ssize_t count

    @cython.locals(at=Py_ssize_t)
    cpdef list pairs(self)

    @cython.locals(at=Py_ssize_t, found=dict)
    cpdef dict by_number(self)

    cpdef double least(self) noexcept

    cpdef void put(self, unsigned int number, double cost) noexcept

    @cython.locals(at=Py_ssize_t, step=Py_ssize_t)
    cpdef void order(self) noexcept

    @cython.locals(numbers="unsigned int[::1]", costs="double[::1]", number="unsigned int", cost=double)
    cdef void _sink(self, Py_ssize_t at, Py_ssize_t step) noexcept

    @cython.locals(found=list, at=Py_ssize_t, number="unsigned int", weight=double)
    cpdef list worth(self, const double[::1] weights, double most, double unlike)
