# The types of readings.py for Cython; without a compiler nobody reads them.
cimport cython

cdef double _WHOLE
cdef Py_ssize_t _READINGS, _CODES

@cython.final
cdef class Readings:
    cdef const unsigned char[::1] codes
    cdef const unsigned char[::1] lacking
    cdef const unsigned int[::1] starts
    cdef const unsigned int[::1] words_at
    cdef const double[::1] penalties
    cdef public Py_ssize_t longest
    cdef readonly tuple parts
    cdef short[::1] nearest
    cdef bint prepared
    cdef bint single

    cdef int penalty(self, Py_ssize_t at) noexcept

    @cython.locals(begin=Py_ssize_t, start=Py_ssize_t, size=Py_ssize_t, k=Py_ssize_t)
    cdef bint same(self, Py_ssize_t at, Readings other, Py_ssize_t there) noexcept

@cython.final
cdef class ReadingRoom:
    cdef Py_ssize_t words, most, most_readings, most_codes
    cdef unsigned char[::1] codes
    cdef unsigned char[::1] lacking
    cdef unsigned int[::1] starts
    cdef unsigned int[::1] words_at
    cdef double[::1] penalties
    cdef object lock
    cdef readonly Readings readings

    cpdef Py_ssize_t add(self, tuple word) except -2

    @cython.locals(
        number=Py_ssize_t, at=Py_ssize_t, end=Py_ssize_t, sounds=bytes, penalty=double, lacks=bint, code="unsigned char"
    )
    cdef Py_ssize_t _add(self, tuple word) except -2
