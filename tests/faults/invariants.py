"""What must hold once all is quiet. Each check gives the breaches that it found, in words."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from litink_app.config import settings
from litink_app.providers.storage import storage
from litink_app.schemas.run import RunView
from litink_app.services import sweeper
from tests.faults import toys
from tests.faults.plant import Plant
from tests.services.sql import sql


async def breaches(plant: Plant, films: Mapping[UUID, str], last_seen: Mapping[UUID, RunView], *, zombies: bool) -> list[str]:
    """All breaches for these runs (id to name of the film). With `zombies`, a frozen worker may have ordered again under the same key."""
    books = plant.ask("GET", "/books")
    found = [
        *await ended(films),
        *billed_once(films, books, zombies),
        *await ledger_is_right(films),
        *await files_are_right(films),
        *await told_once(films, books),
        *await pages_are_right(last_seen),
    ]
    return [*found, *await scratch_is_clean()]


async def ended(films: Mapping[UUID, str]) -> list[str]:
    """I1: each accepted run ends done; I2: no step is done twice."""
    rows = await sql("select id, status, error from run where id = any(:ids)", ids=list(films))
    steps = await sql("select run_id, count(*) from step where status = 'done' and run_id = any(:ids) group by 1", ids=list(films))
    wrong = [f"I1: run {films[run]} is {status} {error}" for run, status, error in rows if status != "done"]
    return wrong + [f"I2: run {films[run]} has {n} steps done" for run, n in steps if n != 2 + 2 * toys.SCENES]


def billed_once(films: Mapping[UUID, str], books: Mapping[str, Any], zombies: bool) -> list[str]:
    """I2, I3: one billed order per picture and clip, never asked for twice."""
    mine = [order for order in books["orders"].values() if UUID(order["run"]) in films]
    bill = Counter(order["what"] for order in mine)
    wanted = {f"{name} {what} {n}" for name in films.values() for what in ("picture", "clip") for n in range(toys.SCENES)}
    found = [f"I3: {what} was billed {bill[what]} times" for what in sorted(wanted | set(bill)) if bill[what] != 1]
    again = [order["what"] for order in mine if books["again"].get(order["key"])]
    return found if zombies else [*found, *(f"I3: {what} was ordered again" for what in again)]


async def ledger_is_right(films: Mapping[UUID, str]) -> list[str]:
    """I4 sums to zero, I5 purses agree and are not negative, I6 every run its charge and every charge its run."""
    found = []
    [(total,)] = await sql("select coalesce(sum(amount), 0) from ledger_entry")
    if total:
        found.append(f"I4: the ledger sums to {total}")
    unequal = await sql(
        """select p.account, p.balance, coalesce(sum(e.amount), 0) from purse p left join ledger_entry e using (account)
        group by 1, 2 having p.balance <> coalesce(sum(e.amount), 0) or p.balance < 0"""
    )
    found += [f"I5: {account} holds {balance}, its entries say {entries}" for account, balance, entries in unequal]
    paid = await sql(
        "select run_id, sum(amount) from ledger_entry where account like 'paid:%' and run_id = any(:ids) group by 1", ids=list(films)
    )
    paid_by = dict(paid)
    found += [f"I6: {name} paid {paid_by.get(run)}" for run, name in films.items() if paid_by.get(run) != toys.price()]
    held = await sql(
        "select account, balance from purse where account like 'held:%' and balance <> 0 and run_id = any(:ids)", ids=list(films)
    )
    found += [f"I6: {account} still holds {balance}" for account, balance in held if balance != Decimal(0)]
    strays = await sql(
        "select count(*) from ledger_entry e where account like 'paid:%' and not exists (select from run r where r.id = e.run_id)"
    )
    return found + [f"I6: {n} charges without a run" for (n,) in strays if n]


async def files_are_right(films: Mapping[UUID, str]) -> list[str]:
    """I7: no missing file, no orphan after the sweep; I8: the film says what it should; I11: it is its owner's."""
    await sweeper.drop_orphans(age=0)
    named = {key for (key,) in await sql("select distinct key from asset")}
    there = {key async for key in storage().keys(0.0)}
    found = [f"I7: missing {key}" for key in named - there] + [f"I7: orphan {key}" for key in there - named]
    made = await sql("select run_id, key from asset where name = 'film' and run_id = any(:ids)", ids=list(films))
    for run, key in made:
        said = b"".join([piece async for piece in storage().stream(key)]).decode()
        if said != toys.expected(films[run]):
            found.append(f"I8: {films[run]} says {said}")
    if len(made) != len(films):
        found.append(f"I8: {len(made)} films of {len(films)}")
    foreign = await sql("select count(*) from asset a join run r on r.id = a.run_id where a.owner_id <> r.owner_id")
    return found + [f"I11: {n} files of strangers" for (n,) in foreign if n]


async def told_once(films: Mapping[UUID, str], books: Mapping[str, Any]) -> list[str]:
    """I9: the outbox is empty, and every film's letter has been sent once."""
    [(left,)] = await sql("select count(*) from outbox")
    sent = {letter["name"] for letter in books["letters"].values()}
    return [f"I9: {left} messages in the outbox"] * bool(left) + [
        f"I9: no letter for {name}" for name in films.values() if name not in sent
    ]


async def pages_are_right(last_seen: Mapping[UUID, RunView]) -> list[str]:
    """I10: what a page saw last is what the database says."""
    rows = dict(await sql("select id, status from run where id = any(:ids)", ids=list(last_seen)))
    return [f"I10: the page says {view.status}, the database {rows[run]}" for run, view in last_seen.items() if view.status != rows[run]]


async def scratch_is_clean() -> list[str]:
    """Nothing of killed steps is left after the sweep."""
    await sweeper.drop_scratch(age=0)
    return [f"scratch: {folder.name}" for folder in (settings().data / "scratch").glob("*")]
