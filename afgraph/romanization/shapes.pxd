# The types of shapes.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Shapes:
    cdef const unsigned char[::1] initial
    cdef const unsigned char[::1] later
    cdef const unsigned char[::1] letters
    cdef const int[::1] ends
    cdef Py_ssize_t widest

    @cython.locals(room=bytearray, row="unsigned char *")
    cpdef str of(self, str reading)

    @cython.locals(
        longest=Py_ssize_t, each=tuple, room=bytearray, row="unsigned char *", found=set, size=Py_ssize_t
    )
    cpdef of_all(self, list read)

    @cython.locals(
        size=Py_ssize_t, last=Py_ssize_t, at=Py_ssize_t, code=Py_UCS4, each=Py_ssize_t, place=Py_ssize_t
    )
    cdef Py_ssize_t _put(self, str reading, unsigned char *row)
