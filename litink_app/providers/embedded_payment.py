"""Payment where nothing is sold: the owner of the place sets tiers by hand, and the pages say so."""

from litink_app.errors import ProviderRefused

WORDS = "Nothing is sold here: the owner of this place sets the tiers."


class SelfHosted:
    """The embedded twin of the Payment port."""

    enabled = False

    async def checkout(self, *, customer: str, price: str, success_url: str, cancel_url: str, key: str) -> str:
        raise ProviderRefused(WORDS)

    async def portal(self, *, customer: str, return_url: str) -> str:
        raise ProviderRefused(WORDS)
