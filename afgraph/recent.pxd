# The types of recent.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Lately:
    cdef dict _before
    cdef dict _new
    cdef Py_ssize_t _most

    cpdef get(self, key)

    cpdef put(self, key, value)
