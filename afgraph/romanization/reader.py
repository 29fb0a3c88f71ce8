# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True, annotation_typing=False
"""A word read in every way that the rules of a script have for its letters: the part of reading that takes the time.

Letters are small numbers here, rules are rows of flat arrays by orthography and first letter, and what they sound like
is spelled byte by byte: one phoneme, one byte. What is said here of readings is what `graphemes.py` says of them.
This module may be compiled: the types of its variables stand in `reader.pxd`, and the same source runs as it is.
"""

from collections.abc import Sequence

from afgraph.romanization.rows import Rows, Script, Weighed

Read = tuple[str, float, bool]  # sounds, how unlikely, whether it has its vowels

_MOST = 8  # readings of one word
_ROOM = 128  # readings that are held at a time
_PAGE = 2 * _MOST  # of them those that are being spelled: so far, and with a grapheme more


class Reader:
    """Reads the words of a script."""

    def __init__(self, script: Script) -> None:
        rows = Rows(script)
        self.rows, self.script = rows, script
        self.orthographies = len(script.orthographies)
        self.vocalised = bytes([vocalised for _, vocalised, _ in script.orthographies])
        self.geminates = bytes([geminates for _, _, geminates in script.orthographies])
        self.numbers, self.letters, self.ascii, self.kinds = rows.numbers, rows.letters, rows.ascii, rows.kinds
        self.sounds, self.sounds_at, self.ways_at, self.costs = rows.sounds, rows.sounds_at, rows.ways_at, rows.costs
        self.graphs, self.graphs_at, self.places, self.gives = rows.graphs, rows.graphs_at, rows.places, rows.gives
        self.firsts, self.plain, self.widest = rows.firsts, rows.plain, rows.widest
        self.known: dict[object, Weighed] = {}
        self.others: dict[str, list[int]] = {}
        if _PAGE + self.orthographies * _MOST > _ROOM:
            msg = "more orthographies than there is room for"
            raise ValueError(msg)

    def _other(self, letter: str) -> list[int]:
        """In which ways a letter sounds that no rule knows, in each orthography."""
        found = self.others.get(letter)
        if found is None:
            found = self.others[letter] = self.rows.other(letter)
        return found

    def read(self, word: str, lang: str | None) -> list[Read]:
        """The likeliest readings of a word, likeliest first, eight at most; how unlikely is beside the likeliest."""
        size = len(word)
        if size == 0:
            return []
        letters = bytearray(size * (1 + self.orthographies))
        parts = letters
        weighed = self._weighed(word, lang, self._shown(word, parts, size))
        width = size * self.widest
        room = bytearray(width * (_PAGE + _MOST * len(weighed)))
        rows = room
        costs, sizes, lacks = [0.0] * 128, [0] * 128, [0] * 128
        begins, numbers = [0] * 17, [0] * 16
        begins[0] = size
        count, done = _PAGE, 0
        for number, before in weighed:
            numbers[done] = number
            begins[done + 1] = self._parsed(word, parts, size, number, begins[done])
            if not self._again(parts, begins, numbers, done):
                end = self._spelled(parts, begins[done], begins[done + 1], rows, width, costs, sizes)
                count = self._kept(end, number, before, rows, width, costs, sizes, lacks, count)
                done += 1
        return _ranked(rows, width, costs, sizes, lacks, count)

    def _shown(self, word: str, parts: bytearray, size: int) -> int:
        """What the letters of a word show, as bits; the lowest is whether it may be read in the last orthography.

        The numbers of the letters are written into `parts` on the way.
        """
        kinds = shown = run = longest = 0
        for at in range(size):
            code = ord(word[at])
            number = self.ascii[code] if code < 128 else self.numbers.get(word[at], 0)
            parts[at] = number
            kinds |= self.kinds[number]
            run = 0 if self.kinds[number] & 4 else run + 1
            longest = max(longest, run)
        base = self.orthographies * self.letters
        for at in range(size):
            first = base + parts[at]
            for rule in range(self.firsts[first], self.firsts[first + 1]):
                if self._fits(rule, parts, at, size):
                    shown |= self.gives[rule]
        return shown * 2 + (not kinds & 2 and (longest > 2 or longest == size))

    def _weighed(self, word: str, lang: str | None, shown: int) -> Weighed:
        """The orthographies that a word is read in, each with its penalty."""
        bare = shown & 1 and self.script.bare is not None and self.script.bare(word)
        key = lang if lang in self.script.langs else None, shown >> 1, bare
        found = self.known.get(key)
        if found is None:
            last = ((self.orthographies - 1, 0.0),) if bare else ()
            found = self.known[key] = (*self.script.weighed(key[0], key[1]), *last)
        return found

    def _fits(self, rule: int, parts: bytearray, at: int, size: int) -> bool:
        """`graphemes.fits`, but for the first letter, which is known to be that of the rule."""
        place = self.places[rule]
        if at > 0 and place in (1, 3, 5):
            return False
        begin = self.graphs_at[rule]
        end = at + self.graphs_at[rule + 1] - begin
        if end > size:
            return False
        for each in range(at + 1, end):
            if parts[each] != self.graphs[begin + each - at]:
                return False
        stands = True
        if place == 2:
            stands = end == size and at > 0
        elif place == 3:
            stands = end == size
        elif place == 4:
            kinds = self.kinds
            stands = at > 0 and not kinds[parts[at - 1]] & 1 and (end == size or not kinds[parts[end]] & 1)
        elif place == 5:
            stands = size - end >= 4
        return stands

    def _parsed(self, word: str, parts: bytearray, size: int, number: int, to: int) -> int:
        """Write into `parts`, from `to` on, in which ways the graphemes of a word sound, and say where they end."""
        at = 0
        base = number * self.letters
        while at < size:
            letter = parts[at]
            first = base + letter
            step = 1
            ways = self.plain[first] if letter else self._other(word[at])[number]
            for rule in range(self.firsts[first], self.firsts[first + 1]):
                if self._fits(rule, parts, at, size):
                    ways = self.gives[rule]
                    step = self.graphs_at[rule + 1] - self.graphs_at[rule]
                    break
            parts[to] = ways
            to += 1
            at += step
        return to

    def _again(self, parts: bytearray, begins: Sequence[int], numbers: Sequence[int], done: int) -> bool:
        """Whether an orthography before, a likelier one, reads the graphemes of a word in the same ways."""
        begin, number = begins[done], numbers[done]
        count = begins[done + 1] - begin
        for other in range(done):
            first = begins[other]
            if begins[other + 1] - first != count or self.vocalised[numbers[other]] != self.vocalised[number]:
                continue
            if self.geminates[numbers[other]] != self.geminates[number]:
                continue
            at = 0
            while at < count and parts[first + at] == parts[begin + at]:
                at += 1
            if at == count:
                return True
        return False

    def _spelled(
        self,
        parts: bytearray,
        begin: int,
        end: int,
        rows: bytearray,
        width: int,
        costs: list[float],
        sizes: list[int],
    ) -> int:
        """The row behind the likeliest ways to sound, found from the left: they fill one of the first two pages."""
        here, count = 0, 1
        costs[0] = 0.0
        sizes[0] = 0
        for at in range(begin, end):
            first, last = self.ways_at[parts[at]], self.ways_at[parts[at] + 1]
            if last - first == 1:
                for row in range(here, here + count):
                    costs[row] += self.costs[first]
                    sizes[row] = self._sounding(first, rows, row * width, sizes[row])
            else:
                count = self._parting(first, last, here, count, rows, width, costs, sizes)
                here = _MOST - here
        return here + count

    def _sounding(self, way: int, rows: bytearray, row: int, size: int) -> int:
        """Put the sounds of a way at the end of a row that is so long, and say how long it is then."""
        for at in range(self.sounds_at[way], self.sounds_at[way + 1]):
            rows[row + size] = self.sounds[at]
            size += 1
        return size

    def _parting(
        self,
        first: int,
        last: int,
        here: int,
        count: int,
        rows: bytearray,
        width: int,
        costs: list[float],
        sizes: list[int],
    ) -> int:
        """Go on from each row in each of several ways, on the other page, and say how many rows are there then."""
        there = _MOST - here
        all_fit = count * (last - first) <= _MOST
        froms, ways = [0] * 8, [0] * 8
        found = 0
        for row in range(here, here + count):
            for way in range(first, last):
                cost = costs[row] + self.costs[way]
                if found == _MOST and costs[there + found - 1] <= cost:
                    continue
                at = found if found < _MOST else found - 1
                found = at + 1
                while not all_fit and at > 0 and costs[there + at - 1] > cost:
                    costs[there + at] = costs[there + at - 1]
                    froms[at] = froms[at - 1]
                    ways[at] = ways[at - 1]
                    at -= 1
                costs[there + at] = cost
                froms[at] = row
                ways[at] = way
        for at in range(found):
            row = froms[at]
            size = sizes[row]
            for place in range(size):
                rows[(there + at) * width + place] = rows[row * width + place]
            sizes[there + at] = self._sounding(ways[at], rows, (there + at) * width, size)
        return found

    def _kept(
        self,
        end: int,
        number: int,
        before: float,
        rows: bytearray,
        width: int,
        costs: list[float],
        sizes: list[int],
        lacks: list[int],
        count: int,
    ) -> int:
        """Put the readings of an orthography behind those of others, each once, and say how many rows are full then."""
        for row in range((end - 1) // _MOST * _MOST, end):
            size = sizes[row]
            if self.geminates[number]:
                size = _single(rows, row * width, size)
            if size == 0:
                continue
            cost = before + costs[row]
            lacking = not self.vocalised[number]
            at = _PAGE
            while at < count and (lacks[at] != lacking or _order(rows, at * width, sizes[at], row * width, size) != 0):
                at += 1
            if at < count:
                costs[at] = min(costs[at], cost)
                continue
            for place in range(size):
                rows[at * width + place] = rows[row * width + place]
            costs[at] = cost
            sizes[at] = size
            lacks[at] = lacking
            count += 1
        return count


def _single(rows: bytearray, row: int, size: int) -> int:
    """Write doubled sounds of a row once, and say how long it is then."""
    kept = 0
    for at in range(row, row + size):
        if kept == 0 or rows[at] != rows[row + kept - 1]:
            rows[row + kept] = rows[at]
            kept += 1
    return kept


def _order(rows: bytearray, one: int, one_size: int, other: int, other_size: int) -> int:
    """Less than 0 where one row is to be sorted before another, 0 where they are the same."""
    at = 0
    while at < one_size and at < other_size:
        if rows[one + at] != rows[other + at]:
            return rows[one + at] - rows[other + at]
        at += 1
    return one_size - other_size


def _ranked(
    rows: bytearray, width: int, costs: list[float], sizes: list[int], lacks: list[int], count: int
) -> list[Read]:
    """The likeliest of the readings found; those as likely by their sounds, one without its vowels first."""
    order = [0] * 8
    found = 0
    for row in range(_PAGE, count):
        at = found if found < _MOST else _MOST
        while at > 0:
            other = order[at - 1]
            after = costs[row] > costs[other]
            if costs[row] == costs[other]:
                turn = _order(rows, row * width, sizes[row], other * width, sizes[other])
                after = turn > 0 or (turn == 0 and lacks[row] < lacks[other])
            if after:
                break
            if at < _MOST:
                order[at] = other
            at -= 1
        if at < _MOST:
            order[at] = row
            if found < _MOST:
                found += 1
    read = []
    for at in range(found):
        row = order[at]
        sounds = rows[row * width : row * width + sizes[row]].decode("ascii")
        read.append((sounds, costs[row] - costs[order[0]], not lacks[row]))
    return read
