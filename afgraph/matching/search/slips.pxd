# The types of slips.py for Cython; without a compiler nobody reads them.
cimport cython

cdef unsigned long long _ALL, _ONE

@cython.final
cdef class Noted:
    cdef unsigned long long[::1] places

@cython.final
cdef class Slips:
    cdef const unsigned char[::1] heap
    cdef bint wide
    cdef const unsigned int[::1] narrow_starts
    cdef const unsigned long long[::1] wide_starts
    cdef const unsigned int[::1] rows_at
    cdef const unsigned int[::1] members
    cdef list spare

    @cython.locals(at=Py_ssize_t, noted=Noted)
    cdef Noted _noted(self, bytes text)

    @cython.locals(at=Py_ssize_t)
    cdef _forget(self, Noted noted, bytes text)

    @cython.locals(
        size=Py_ssize_t, left=Py_ssize_t, row=Py_ssize_t, place=Py_ssize_t, member=Py_ssize_t, slips=Py_ssize_t,
        noted=Noted, places="unsigned long long[::1]",
    )
    cpdef list near(self, bytes text, list rows, Py_ssize_t most, Py_ssize_t names)

    @cython.locals(size=Py_ssize_t, noted=Noted, found=list, at=Py_ssize_t)
    cpdef list nearest(self, bytes text, list members, Py_ssize_t most)

    @cython.locals(found=Py_ssize_t, noted=Noted)
    cpdef Py_ssize_t between(self, bytes text, Py_ssize_t member)

    @cython.locals(
        begin=Py_ssize_t, end=Py_ssize_t, last="unsigned long long", up="unsigned long long",
        down="unsigned long long", same="unsigned long long", before="unsigned long long", found=Py_ssize_t,
        at=Py_ssize_t, here="unsigned long long", turned="unsigned long long", grows="unsigned long long",
        shrinks="unsigned long long",
    )
    cdef Py_ssize_t _slips(
        self, const unsigned long long[::1] places, Py_ssize_t size, Py_ssize_t member, Py_ssize_t most
    ) noexcept
