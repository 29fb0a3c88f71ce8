# The types of encoder.py for Cython; without a compiler nobody reads them.
cimport cython

cdef int _NONE

@cython.final
cdef class Encoder:
    cdef const unsigned char[::1] plain
    cdef const unsigned char[::1] final
    cdef const unsigned char[::1] after_vowel
    cdef const unsigned char[::1] ends
    cdef const unsigned char[::1] ends_inner
    cdef const unsigned char[::1] loud

    @cython.locals(room=bytearray, row="unsigned char *")
    cpdef bytes encoded(self, str reading, bint inner)

    @cython.locals(
        longest=Py_ssize_t, each=tuple, other=tuple, room=bytearray, row="unsigned char *", found=list, codes=bytes,
        known=bint,
    )
    cpdef tuple sounds(self, list read, bint inner)

    @cython.locals(
        ends="const unsigned char[::1]", last=Py_ssize_t, size=Py_ssize_t, loud=bint, at=Py_ssize_t, code=Py_UCS4,
        number="unsigned char",
    )
    cdef Py_ssize_t _put(self, str reading, bint inner, unsigned char *row)
