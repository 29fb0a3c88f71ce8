# The types of leading.py for Cython; without a compiler nobody reads them.
cimport cython

cdef double _GRID, _WITHIN
cdef unsigned long long _HASH

@cython.final
cdef class Leading:
    cdef object lock
    cdef const unsigned int[::1] starts
    cdef const unsigned int[::1] members
    cdef const double[::1] totals
    cdef Py_ssize_t count, room
    cdef unsigned long long mask
    cdef int[::1] slots
    cdef unsigned int[::1] found
    cdef double[::1] gains
    cdef int[::1] turns
    cdef double[::1] rows

    cdef _make_room(self, Py_ssize_t room)

    cpdef Py_ssize_t size(self, Py_ssize_t row)

    @cython.locals(row=Py_ssize_t)
    cpdef list rarest(self, list rows)

    cpdef list near_best(self, list groups, Py_ssize_t most, double missed, double share)

    @cython.locals(total=Py_ssize_t, row=Py_ssize_t)
    cdef Py_ssize_t _sum(self, list group)

    @cython.locals(
        starts="const unsigned int[::1]", members="const unsigned int[::1]", worth=double, row=Py_ssize_t,
        gain=double, left=Py_ssize_t, at=Py_ssize_t, member="unsigned int", slot="unsigned long long",
        place=Py_ssize_t, late=int, first=Py_ssize_t,
    )
    cdef _add(self, list group, int turn, Py_ssize_t most, bint last)

    @cython.locals(mask="unsigned long long", slot="unsigned long long", place=Py_ssize_t)
    cdef unsigned long long _slot(self, unsigned int member) noexcept

    @cython.locals(place=Py_ssize_t)
    cdef _put(self, unsigned long long slot, unsigned int member, double gain, int turn)

    @cython.locals(
        found="unsigned int[::1]", gains="double[::1]", turns="int[::1]", rows="double[::1]", place=Py_ssize_t,
        slot="unsigned long long",
    )
    cdef _grow(self)

    @cython.locals(slots="int[::1]", slot="unsigned long long", mask="unsigned long long", place=Py_ssize_t)
    cdef _clear(self)

    @cython.locals(
        values="double[::1]", best="int[::1]", kept=Py_ssize_t, place=Py_ssize_t, value=double,
        member="unsigned int", at=Py_ssize_t, row_worth=double, behind=double,
    )
    cdef list _best(self, Py_ssize_t most, double missed, double share)

    cdef bint _before(self, double value, unsigned int member, double other_value, Py_ssize_t other) noexcept

    @cython.locals(near=list, least=double, at=Py_ssize_t, place=Py_ssize_t)
    cdef list _near(self, int[::1] best, Py_ssize_t kept, double share)
