# The types of edits.py for Cython; without a compiler nobody reads them.
cimport cython

@cython.final
cdef class Edits:
    cdef int[::1] room

    @cython.locals(before=Py_ssize_t, high=Py_ssize_t, long=Py_ssize_t, behind=Py_ssize_t)
    cpdef Py_ssize_t turned(self, str one, str other) except -1

    @cython.locals(
        wide=Py_ssize_t, last=Py_ssize_t, room="int[::1]", i=Py_ssize_t, j=Py_ssize_t, letter=Py_UCS4, here=Py_ssize_t,
        same=Py_ssize_t, alike=bint, best=int, row=Py_ssize_t, more=int,
    )
    cdef Py_ssize_t _turned(self, str one, str other, Py_ssize_t begin, Py_ssize_t high, Py_ssize_t long) except -1

    @cython.locals(
        high=Py_ssize_t, long=Py_ssize_t, room="int[::1]", i=Py_ssize_t, j=Py_ssize_t, letter=Py_UCS4, corner=int,
        left=int, best=int,
    )
    cpdef Py_ssize_t plain(self, str one, str other) except -1

    cdef _make_room(self, Py_ssize_t cells)

@cython.locals(size=Py_ssize_t, at=Py_ssize_t)
cdef Py_ssize_t _before(str one, str other) noexcept

@cython.locals(end=Py_ssize_t, close=Py_ssize_t, at=Py_ssize_t)
cdef Py_ssize_t _behind(str one, str other, Py_ssize_t most) noexcept
