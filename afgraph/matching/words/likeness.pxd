# The types of likeness.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.words.distance cimport Room, Tables
from afgraph.matching.words.readings cimport Readings
from afgraph.matching.words.edits cimport Edits
from afgraph.matching.arrays.keys cimport Gathering, Keys, KeyTable, hashed
from afgraph.matching.words.likes cimport Likes
from afgraph.matching.words.word_keys cimport near_keys, same_keys, skeleton_keys

cdef double _UNLIKE, _LISTED, _NONE, _SLACK, _SLIP, _SURE

@cython.final
cdef class Likeness:
    cdef object words
    cdef Readings heard
    cdef const unsigned char[::1] plain
    cdef KeyTable keys
    cdef Tables tables
    cdef Gathering gathering
    cdef double[::1] costs
    cdef Room room
    cdef dict named
    cdef list letters
    cdef list scripts
    cdef Edits edits
    cdef object lock

    @cython.locals(best=double, before=Py_ssize_t)
    cpdef Likes like(self, word)

    cpdef Likes same(self, word)

    @cython.locals(number=Py_ssize_t)
    cpdef Likes further(self, word, Likes like, list numbers)

    cpdef list under(self, Keys keys)

    cdef _begin(self, Keys keys)

    @cython.locals(
        gathering=Gathering, costs="double[::1]", alone=bint, at=Py_ssize_t, number="unsigned int", cost=double
    )
    cdef _compare(self, word, Py_ssize_t before, double most)

    @cython.locals(
        gathering=Gathering, costs="double[::1]", best=Py_ssize_t, at=Py_ssize_t, number="unsigned int", bound=double
    )
    cdef _compare_sounds(self, Readings word, Py_ssize_t before, double most)

    @cython.locals(root=double, cost=double)
    cdef double _compare_one(self, Readings word, unsigned int number, double bound) noexcept

    @cython.locals(best=Py_ssize_t, least=double, at=Py_ssize_t, number="unsigned int", first=Py_ssize_t, cost=double)
    cdef Py_ssize_t _likeliest(self, Readings word, Py_ssize_t before) noexcept

    @cython.locals(first=Py_ssize_t)
    cdef double _root(self, Readings word, unsigned int number) noexcept

    @cython.locals(
        gathering=Gathering, costs="double[::1]", found="const unsigned int[::1]", at=Py_ssize_t, number="unsigned int"
    )
    cdef _spell(self, word)

    cdef bint _is(self, word, listed)

    cdef _named(self, name)

    @cython.locals(at=Py_ssize_t, number="unsigned int")
    cdef _add(self, Likes like)

    @cython.locals(listed=str, key=str, longest=Py_ssize_t, most=double, least=Py_ssize_t, cost=double)
    cdef _compare_letters(self, word, Py_ssize_t number)

    cdef str _letters(self, Py_ssize_t number)

    @cython.locals(least=double, at=Py_ssize_t, cost=double)
    cdef double _least(self) noexcept

    @cython.locals(count=Py_ssize_t, at=Py_ssize_t, number="unsigned int", found=Likes)
    cdef Likes _likes(self)

@cython.locals(bit="unsigned long long", letters="unsigned long long", found=Py_ssize_t, char=Py_UCS4)
cdef Py_ssize_t _lacks(str one, str other)
