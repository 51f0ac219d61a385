"""Badges without a node: an append-only ledger of signed Algorand transactions, ready to submit when a node is configured.

A badge is an asset of one unit with ARC-3 metadata whose SHA-256 stands in the transaction. The platform's key is made once and
kept in the data folder.
"""

import base64
import hashlib
import json
from typing import Any

from algosdk import account, encoding, transaction
from algosdk.atomic_transaction_composer import AccountTransactionSigner, sign_transaction_with_signer
from sqlalchemy import text
from sqlmodel import col, select

from litink_app import db
from litink_app.config import kept, settings
from litink_app.errors import NotFound
from litink_app.models.chain import ChainEntry
from litink_app.providers.ports import Minted

_LOCK = 7_201_154
_NO_NETWORK = base64.b64encode(bytes(32)).decode()


class LocalLedger:
    """The embedded twin of the Chain port; entries stay unconfirmed until a node has them."""

    async def mint(self, *, name: str, metadata: dict[str, Any], key: str) -> Minted:
        """Add the badge; the same key gives the same entry."""
        async with db.session() as unit:
            await (await unit.connection()).execute(text("select pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            known = (await unit.exec(select(ChainEntry).where(col(ChainEntry.key) == key))).first()
            if known:
                return Minted(known.tx, 0, confirmed=False)
            last = (await unit.exec(select(ChainEntry).order_by(col(ChainEntry.number).desc()).limit(1))).first()
            tx, signed = _signed(name, metadata, key, last.tx if last else "")
            unit.add(ChainEntry(key=key, tx=tx, previous=last.tx if last else "", name=name, info=metadata, signed=signed))
        return Minted(tx, 0, confirmed=False)

    async def confirm(self, tx: str) -> Minted:
        async with db.session() as unit:
            known = (await unit.exec(select(ChainEntry).where(col(ChainEntry.tx) == tx))).first()
        if known is None:
            raise NotFound("There is no such transaction.")
        return Minted(tx, 0, confirmed=False)


def _signed(name: str, metadata: dict[str, Any], key: str, previous: str) -> tuple[str, str]:
    private = kept(settings().data / "chain.key", lambda: account.generate_account()[0])
    digest = hashlib.sha256(json.dumps(metadata, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).digest()
    params = transaction.SuggestedParams(fee=1000, first=1, last=1000, gh=_NO_NETWORK, flat_fee=True)
    note = json.dumps({"standard": "arc3", "key": hashlib.sha256(key.encode()).hexdigest(), "previous": previous}).encode()
    asset = transaction.AssetCreateTxn(
        sender=account.address_from_private_key(private),
        sp=params,
        total=1,
        decimals=0,
        default_frozen=False,
        unit_name="LITINK",
        asset_name=name.encode()[:32].decode(errors="ignore"),
        metadata_hash=digest,
        note=note,
    )
    signed = sign_transaction_with_signer(asset, AccountTransactionSigner(private))
    return asset.get_txid(), str(encoding.msgpack_encode(signed))
