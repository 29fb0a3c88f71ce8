# The types of shapes.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Shapes:
    cdef const unsigned char[::1] initial
    cdef const unsigned char[::1] later
    cdef const unsigned char[::1] letters
    cdef const int[::1] ends
    cdef Py_ssize_t widest

    @cython.locals(
        room=bytearray, row="unsigned char *", size=Py_ssize_t, last=Py_ssize_t, at=Py_ssize_t, code=Py_UCS4,
        each=Py_ssize_t, place=Py_ssize_t,
    )
    cpdef str of(self, str reading)

    @cython.locals(found=set, each=tuple, shape=str)
    cpdef of_all(self, read)
