# The types of slips.py for Cython; without a compiler nobody reads them.
cimport cython

cdef unsigned long long _ALL, _ONE
cdef unsigned int _ALL_LETTERS
cdef Py_ssize_t _LETTERS, _LONG, _ANY, _ROOM, _AT_ONCE

@cython.final
cdef class Noted:
    cdef unsigned long long[::1] places
    cdef Py_ssize_t size
    cdef unsigned int mark
    cdef unsigned int[::1] members
    cdef Py_ssize_t count
    cdef unsigned long long[::1] begins
    cdef unsigned long long[::1] ends
    cdef unsigned char touched

@cython.final
cdef class Slips:
    cdef const unsigned char[::1] heap
    cdef const unsigned int[::1] marks
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
        size=Py_ssize_t, left=Py_ssize_t, row=Py_ssize_t, noted=Noted, begin=Py_ssize_t, end=Py_ssize_t, found=set,
    )
    cpdef list near(self, bytes text, list rows, Py_ssize_t most, Py_ssize_t names)

    @cython.locals(mark="unsigned int", first=Py_ssize_t, last=Py_ssize_t, place=Py_ssize_t, some=bint)
    cdef _take_near(self, Noted noted, Py_ssize_t begin, Py_ssize_t end, Py_ssize_t most, set found)

    @cython.locals(at=Py_ssize_t, slips=Py_ssize_t)
    cdef _measure(self, Noted noted, Py_ssize_t most, set found)

    @cython.locals(at=Py_ssize_t, member=Py_ssize_t, touched="unsigned char")
    cdef void _find(self, Noted noted) noexcept

    @cython.locals(size=Py_ssize_t, noted=Noted, found=list, first=Py_ssize_t, at=Py_ssize_t, slips=Py_ssize_t)
    cpdef list nearest(self, bytes text, list members, Py_ssize_t most, Py_ssize_t behind=*)

    @cython.locals(found=Py_ssize_t, noted=Noted)
    cpdef Py_ssize_t between(self, bytes text, Py_ssize_t member)

    @cython.locals(
        places="unsigned long long[::1]", size=Py_ssize_t, last="unsigned long long", up="unsigned long long",
        down="unsigned long long", same="unsigned long long", before="unsigned long long", found=Py_ssize_t,
        at=Py_ssize_t, here="unsigned long long", turned="unsigned long long", grows="unsigned long long",
        shrinks="unsigned long long",
    )
    cdef Py_ssize_t _slips(self, Noted noted, Py_ssize_t begin, Py_ssize_t end, Py_ssize_t most) noexcept

@cython.locals(at=Py_ssize_t, marks="unsigned int[::1]")
cpdef marks_of(const unsigned char[::1] heap, starts, const unsigned int[::1] members)

@cython.locals(found="unsigned int", one="unsigned int", at=Py_ssize_t)
cdef unsigned int _mark(const unsigned char[::1] text, Py_ssize_t begin, Py_ssize_t end) noexcept

@cython.locals(size="unsigned int", long="unsigned int", longer="unsigned int", bits="unsigned int")
cdef bint _may_be(unsigned int one, unsigned int other, unsigned int slips) noexcept
