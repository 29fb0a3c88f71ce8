# The types of keys.py for Cython; without a compiler nobody reads them.
cimport cython

cdef unsigned long long _PRIME, _BASIS, _ALL

@cython.locals(found="unsigned long long", at=Py_ssize_t, char="Py_UCS4")
cdef unsigned long long _hashed(str kind, str form, Py_ssize_t without) noexcept

cdef unsigned long long _finished(unsigned long long found) noexcept

cpdef unsigned long long hashed(str kind, str form)

@cython.locals(at=Py_ssize_t)
cpdef list shortened(str kind, str form)

@cython.locals(found="unsigned long long", at=Py_ssize_t)
cpdef unsigned long long mixed(bytes kind, const unsigned char[::1] form, Py_ssize_t size)

@cython.locals(found="unsigned long long", char="Py_UCS4", at=Py_ssize_t)
cpdef unsigned long long coded(str kind, const unsigned int[::1] codes, Py_ssize_t size, Py_ssize_t without=*)

@cython.final
cdef class Keys:
    cdef unsigned long long[::1] held
    cdef Py_ssize_t count

    cpdef add(self, str kind, str form, Py_ssize_t without=*)

    @cython.locals(more="unsigned long long[::1]")
    cpdef put(self, unsigned long long key)

    cpdef clear(self)

    @cython.locals(at=Py_ssize_t)
    cpdef add_shortened(self, str kind, str form)

    @cython.locals(at=Py_ssize_t)
    cdef bint has(self, unsigned long long key) noexcept

    @cython.locals(at=Py_ssize_t)
    cpdef list all(self)

@cython.final
cdef class KeyTable:
    cdef const unsigned long long[::1] hashes
    cdef readonly const unsigned int[::1] starts
    cdef readonly const unsigned int[::1] members
    cdef readonly tuple parts
    cdef Py_ssize_t mask

    @cython.locals(at=Py_ssize_t, mask=Py_ssize_t, known="unsigned long long")
    cpdef Py_ssize_t slot(self, unsigned long long key) noexcept

    @cython.locals(at=Py_ssize_t, place=Py_ssize_t)
    cpdef list under(self, unsigned long long key)

@cython.final
cdef class Lookup:
    cdef KeyTable table
    cdef const unsigned char[::1] heap
    cdef object starts

    @cython.locals(table=KeyTable, at=Py_ssize_t, code=bytes, place=Py_ssize_t, member=Py_ssize_t)
    cpdef list of(self, str kind, str text)

    @cython.locals(heap="const unsigned char[::1]", start=Py_ssize_t, at=Py_ssize_t)
    cdef bint _is(self, Py_ssize_t member, const unsigned char[::1] code, Py_ssize_t size)

@cython.final
cdef class Gathering:
    cdef KeyTable table
    cdef Py_ssize_t most
    cdef unsigned int[::1] seen
    cdef unsigned int[::1] found
    cdef readonly Py_ssize_t count
    cdef unsigned int turn

    cpdef begin(self)

    @cython.locals(table=KeyTable, place=Py_ssize_t, at=Py_ssize_t, there=Py_ssize_t, member="unsigned int")
    cpdef add(self, Keys keys)

    @cython.locals(number=Py_ssize_t)
    cpdef take(self, list numbers)

    cpdef void add_one(self, unsigned int number) noexcept

    cpdef bint has(self, Py_ssize_t number) noexcept

    @cython.locals(at=Py_ssize_t)
    cpdef list numbers(self)

@cython.locals(
    mask=Py_ssize_t, number=Py_ssize_t, key="unsigned long long", at=Py_ssize_t, total="unsigned int",
    here="unsigned int",
)
cdef void _placed(
    const unsigned long long[::1] keys, unsigned long long[::1] hashes, unsigned int[::1] slots,
    unsigned int[::1] starts, Py_ssize_t count, Py_ssize_t size
)

@cython.locals(number=Py_ssize_t, at=Py_ssize_t)
cdef void _filled(
    const unsigned int[::1] members, const unsigned int[::1] slots, unsigned int[::1] starts,
    unsigned int[::1] placed, Py_ssize_t count, Py_ssize_t size
)
