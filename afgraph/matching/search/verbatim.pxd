# The types of verbatim.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.arrays.keys cimport KeyTable, mixed

cdef int _LONGEST, _SPACE, _APOSTROPHE, _A, _Z, _LOWER

@cython.final
cdef class Verbatim:
    cdef KeyTable table
    cdef const unsigned char[::1] heap
    cdef const unsigned char[::1] plain
    cdef const unsigned char[::1] folded
    cdef bint wide, alike
    cdef const unsigned int[::1] narrow_starts
    cdef const unsigned long long[::1] wide_starts
    cdef unsigned char[::1] key

    @cython.locals(size=Py_ssize_t, slot=Py_ssize_t, first=Py_ssize_t, end=Py_ssize_t, at=Py_ssize_t)
    cpdef Py_ssize_t of(self, str text) except? -9

    @cython.locals(
        key="unsigned char[::1]", folded="const unsigned char[::1]", size=Py_ssize_t, alike=bint,
        at=Py_ssize_t, letter="unsigned char", found="unsigned char",
    )
    cdef Py_ssize_t _fold(self, bytes text) except -1

    @cython.locals(begin=Py_ssize_t, end=Py_ssize_t, at=Py_ssize_t)
    cdef bint _is(self, Py_ssize_t member, Py_ssize_t size) noexcept
