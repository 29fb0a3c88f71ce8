# The types of encoder.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Encoder:
    cdef const unsigned char[::1] plain
    cdef const unsigned char[::1] final
    cdef const unsigned char[::1] after_vowel
    cdef const unsigned char[::1] ends
    cdef const unsigned char[::1] ends_inner
    cdef const unsigned char[::1] loud

    @cython.locals(
        room=bytearray, row="unsigned char *", ends="const unsigned char[::1]", last=Py_ssize_t, size=Py_ssize_t,
        loud=bint, at=Py_ssize_t, code=Py_UCS4, number="unsigned char",
    )
    cpdef bytes encoded(self, str reading, bint inner)

    @cython.locals(known=set, found=list, each=tuple, codes=bytes, way=tuple)
    cpdef tuple sounds(self, read, bint inner)
