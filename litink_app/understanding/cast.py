"""Names gathered into persons: "Mr. Bennet", "Elizabeth Bennet", "Lizzy" and who of them is one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from litink_app.understanding.evidence import Evidence
from litink_app.understanding.names import ANIMATE, FIRST, PARTICLES, Name
from litink_app.understanding.words import listed, people
from litink_app.understanding.words.grammar import ADJECTIVES, PLACE_HEADS
from litink_app.understanding.words.names import FEMALE, MALE, SHORT
from litink_app.understanding.words.titles import SOFT, TITLES

Key = tuple[tuple[str, ...], tuple[str, ...]]
MARRIED = frozenset(["mrs", "madame", "mme", "frau", "señora", "senora", "signora", "mistress", "missus", "missis"])
UNMARRIED = frozenset(["miss", "mademoiselle", "mlle", "fraulein", "fräulein", "signorina", "señorita", "senorita"])
BEFORE_FIRST = listed(
    """
    sir lady dame miss master uncle aunt auntie cousin king queen prince princess saint st brother sister father mother lord don doña
    grandma grandpa mistress emperor
    """
)


@dataclass(slots=True)
class Person:
    """One member of the cast while it is gathered; `keys` are the forms of name that mean it."""

    number: int
    firsts: set[str] = field(default_factory=set[str])
    lasts: set[str] = field(default_factory=set[str])
    titles: Counter[str] = field(default_factory=Counter[str])
    keys: dict[Key, int] = field(default_factory=dict[Key, int])
    evidence: Evidence = field(default_factory=Evidence)
    head: str = ""

    @property
    def count(self) -> int:
        return self.evidence.count

    @property
    def gender(self) -> str:
        """From titles and the head noun, else from first names, else from the pronouns that follow."""
        told = Counter(dict.fromkeys("mf", 0))
        for title, count in self.titles.items():
            if TITLES[title]:
                told[TITLES[title]] += 3 * count
        if self.head in people.FEMALE:
            told["f"] += 5
        elif self.head in people.MALE:
            told["m"] += 5
        if not any(told.values()):
            for first in self.firsts:
                told["f"] += 3 * (first in FEMALE and first not in MALE)
                told["m"] += 3 * (first in MALE and first not in FEMALE)
        told.update(self.evidence.pronouns)
        if not told["m"] + told["f"] or told["m"] == told["f"]:
            return ""
        sex = "m" if told["m"] > told["f"] else "f"
        return sex if told[sex] >= 0.6 * sum(told.values()) else ""

    @property
    def fixed_gender(self) -> str:
        """What title, head noun or first name tell by themselves."""
        for title in self.titles:
            if TITLES[title]:
                return TITLES[title]
        if self.head in people.FEMALE or self.head in people.MALE:
            return "f" if self.head in people.FEMALE else "m"
        sexes = {sex for first in self.firsts for sex in (("f",) if first in FEMALE - MALE else ("m",) if first in MALE - FEMALE else ())}
        return sexes.pop() if len(sexes) == 1 else ""

    def is_married(self) -> bool:
        return any(title in MARRIED for title in self.titles)

    def take(self, key: Key, evidence: Evidence) -> None:
        self.keys[key] = self.keys.get(key, 0) + evidence.count
        self.evidence.add(evidence)
        for title in key[0]:
            if title not in SOFT:
                self.titles[title] += evidence.count


def key_of(name: Name) -> Key:
    return tuple(title for title in name.titles if title not in SOFT or title == "m"), name.parts


class Gathering:
    """Takes forms of names, the most telling first, and gives each to a person."""

    def __init__(self, evidence: dict[Key, Evidence]) -> None:
        self.evidence = evidence
        self.people: list[Person] = []
        self.by_first: dict[str, list[Person]] = defaultdict(list)
        self.by_last: dict[str, list[Person]] = defaultdict(list)
        self.owner: dict[Key, Person] = {}

    def gather(self) -> None:
        ordered = sorted(self.evidence, key=lambda key: (-self.evidence[key].count, key))
        for key in ordered:
            if len(_core(key[1])) > 1 or key[1][0] == "of":
                self._full(key)
        for key in ordered:
            if len(_core(key[1])) <= 1 and key[0] and key not in self.owner:
                self._titled(key)
        for key in ordered:
            if len(_core(key[1])) <= 1 and not key[0] and key not in self.owner:
                self._single(key)

    def _give(self, key: Key, person: Person | None, first: str = "", last: str = "", head: str = "") -> None:
        if person is None:
            person = Person(len(self.people))
            self.people.append(person)
        person.take(key, self.evidence[key])
        if head and not person.head:
            person.head = head
        if first and first not in person.firsts:
            person.firsts.add(first)
            self.by_first[first].append(person)
        if last and last not in person.lasts:
            person.lasts.add(last)
            self.by_last[last].append(person)
        self.owner[key] = person

    def _full(self, key: Key) -> None:
        core = _core(key[1])
        first, last = core[0], core[-1]
        if key[1][0] == "of" and key[0]:
            self._give(key, None, head=key[0][-1])
            return
        if last in ANIMATE and (first in ADJECTIVES or first not in FIRST):
            same = [person for person in self.by_last[last] if person.head == last and _core_of(person) == core]
            self._give(key, _best(same), last=last, head=last)
            return
        sex = _sex(key)
        fitting = [
            person
            for person in self.by_last[last]
            if any(_same_first(first, other) for other in person.firsts) and _agree(sex, person.fixed_gender) and _wedlock(key, person)
        ]
        self._give(key, _best(fitting), first=first, last=last)

    def _titled(self, key: Key) -> None:
        titles, parts = key
        word = _core(parts)[0] if _core(parts) else "".join(parts)
        sex = _sex(key)
        by_last = [person for person in self.by_last[word] if _agree(sex, person.fixed_gender) and not person.head]
        if any(title in BEFORE_FIRST for title in titles) and self.by_first[word]:
            fitting = [person for person in self.by_first[word] if _agree(sex, person.fixed_gender)]
            if fitting and (word in FIRST or not by_last):
                self._give(key, _best(fitting))
                return
        if any(title in MARRIED for title in titles):
            by_last = [person for person in by_last if person.is_married()]
        elif any(title in UNMARRIED for title in titles):
            by_last = [person for person in by_last if not person.is_married() and (person.fixed_gender == "f" or not person.firsts)]
        else:
            by_last = [person for person in by_last if not person.is_married()]
        if any(title in UNMARRIED for title in titles):
            by_last = [person for person in by_last if not self._has_own_style(person, titles)]
        same_title = [person for person in by_last if any(title in person.titles for title in titles)]
        full = [person for person in by_last if person.firsts]
        choice = _best(same_title) or (_best(by_last) if len(full) <= 1 or any(title in UNMARRIED for title in titles) else None)
        is_first = word in FIRST and any(title in BEFORE_FIRST for title in titles)
        self._give(key, choice, first=word if is_first and not choice else "", last="" if is_first and not choice else word)

    def _has_own_style(self, person: Person, titles: tuple[str, ...]) -> bool:
        """Who is called "Miss Jemima" is not "Miss Pinkerton"."""
        return any(self.evidence[(titles, (first,))].count > 1 for first in sorted(person.firsts) if (titles, (first,)) in self.evidence)

    def _single(self, key: Key) -> None:
        word = key[1][-1]
        if word in ANIMATE and word not in FIRST:
            titled = [person for person in self.people if word in person.titles and len(person.titles) == 1 and not person.firsts]
            self._give(key, _best(self.by_last[word]) or _best(titled), last=word, head=word)
            return
        firsts = self.by_first[word] or [
            person
            for long in sorted(SHORT.get(word, ()))
            for person in self.by_first[long]
            if person.lasts - person.firsts and not _clash(word, person)
        ]
        if not firsts:
            firsts = [
                person
                for first in sorted(self.by_first)
                if word in SHORT and _same_first(word, first)
                for person in self.by_first[first]
                if person.lasts
            ]
        if firsts:
            self._give(key, _best(firsts), first=word)
            return
        lasts = self.by_last[word]
        if lasts:
            men = [person for person in lasts if person.fixed_gender != "f"]
            self._give(key, _best(men) or _best(lasts))
            return
        long_forms = [person for person in self.people if word in FIRST and any(_same_first(word, other) for other in person.firsts)]
        self._give(key, _best(long_forms), first=word)


def _core(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in parts if part not in PARTICLES)


def _core_of(person: Person) -> tuple[str, ...]:
    return _core(next(iter(person.keys))[1])


def _best(persons: Iterable[Person]) -> Person | None:
    return max(persons, key=lambda person: (person.count, -person.number), default=None)


def _same_first(one: str, other: str) -> bool:
    if one == other or one in SHORT.get(other, ()) or other in SHORT.get(one, ()):
        return True
    return (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))


def _clash(word: str, person: Person) -> bool:
    return (word in FEMALE - MALE and person.fixed_gender == "m") or (word in MALE - FEMALE and person.fixed_gender == "f")


def _sex(key: Key) -> str:
    for title in key[0]:
        if TITLES.get(title):
            return TITLES[title]
    core = _core(key[1])
    if len(core) > 1:
        return "f" if core[0] in FEMALE - MALE else "m" if core[0] in MALE - FEMALE else ""
    return ""


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _wedlock(key: Key, person: Person) -> bool:
    return not (any(title in UNMARRIED for title in key[0]) and person.is_married())


def is_person(person: Person) -> bool:
    """Somebody rather than a place, a people, a day or an emphasis."""
    evidence = person.evidence
    if person.head:
        return evidence.speaks + evidence.acts + evidence.vocative > 0 or evidence.count > 2
    if evidence.middle == 0 and evidence.titled == 0 and not person.firsts & FIRST:
        return False
    if any(_core(key[1]) and _core(key[1])[-1] in PLACE_HEADS for key in person.keys) and not evidence.titled:
        return False
    if evidence.titled or (person.firsts & FIRST and evidence.person + 1 >= evidence.other):
        return True
    if evidence.speaks + evidence.vocative > 0 and evidence.person > evidence.other:
        return True
    return evidence.person >= max(1.0, 0.08 * evidence.count) and evidence.person > 1.2 * evidence.other
