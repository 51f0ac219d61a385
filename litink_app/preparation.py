"""What a start does with the database: tables, owner, sample book, vectors of a new model. Prints the owner's one-time link."""

import sys

from litink_app import db, logs, migrations
from litink_app.services import accounts, indexing, library


async def prepare() -> str:
    """The owner and the sample book are there afterwards; gives the path of the sign-in link."""
    link = await accounts.owner_link()
    await library.add_sample(await accounts.owner_id())
    await indexing.catch_up()
    return link


def main() -> None:
    logs.begin()
    migrations.upgrade(db.database_url())
    sys.stdout.write(db.once(prepare))


if __name__ == "__main__":
    main()
