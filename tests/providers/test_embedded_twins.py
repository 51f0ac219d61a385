import base64

import pytest
from algosdk import encoding
from nacl.signing import VerifyKey

from litink_app.errors import ProviderRefused
from litink_app.providers.embedded_chain import LocalLedger
from litink_app.providers.embedded_llm import Extract
from litink_app.providers.embedded_mail import OutboxMail
from litink_app.providers.embedded_payment import SelfHosted
from litink_app.providers.ports import LLM, Chain, Letter, Mail, Message, Payment


async def test_a_letter_with_the_same_key_is_kept_once(database: str) -> None:
    mail: Mail = OutboxMail()
    letter = Letter(to="reader@example.org", subject="Welcome", text="Good evening", key="welcome:1")

    first, second = await mail.send(letter), await mail.send(letter)

    assert first == second


async def test_letters_without_a_key_are_all_kept(database: str) -> None:
    mail: Mail = OutboxMail()
    letter = Letter(to="reader@example.org", subject="Welcome", text="Good evening")

    first, second = await mail.send(letter), await mail.send(letter)

    assert first != second


async def test_a_badge_is_minted_once_and_its_signature_holds(database: str) -> None:
    chain: Chain = LocalLedger()

    first = await chain.mint(name="First film", metadata={"name": "First film"}, key="badge:1")
    again = await chain.mint(name="First film", metadata={"name": "First film"}, key="badge:1")
    other = await chain.mint(name="Second film", metadata={"name": "Second film"}, key="badge:2")

    assert first == again
    assert other.tx != first.tx
    assert (await chain.confirm(first.tx)).confirmed is False
    await _signature_holds(first.tx)


async def _signature_holds(tx: str) -> None:
    from sqlmodel import select

    from litink_app import db
    from litink_app.models.chain import ChainEntry

    async with db.session() as unit:
        entry = (await unit.exec(select(ChainEntry).where(ChainEntry.tx == tx))).one()
    signed = encoding.msgpack_decode(entry.signed)
    message = b"TX" + base64.b64decode(encoding.msgpack_encode(signed.transaction))
    VerifyKey(encoding.decode_address(signed.transaction.sender)).verify(message, base64.b64decode(signed.signature))


async def test_where_nothing_is_sold_a_checkout_is_refused_in_words() -> None:
    payment: Payment = SelfHosted()

    with pytest.raises(ProviderRefused, match="Nothing is sold here"):
        await payment.checkout(customer="c", price="p", success_url="/", cancel_url="/", key="k")

    assert payment.enabled is False


async def test_the_embedded_writer_quotes_and_never_invents() -> None:
    llm: LLM = Extract()
    text = "The fox ran into the wood. It rained. The fox found the wood full of foxes. Nobody cared."

    answer = await llm.answer([Message("user", text)], max_tokens=12)

    assert answer.text
    assert all(sentence.strip() in text for sentence in answer.text.split(". "))
    assert answer.cost.usd == 0
    with pytest.raises(ProviderRefused):
        await llm.answer([Message("user", text)], schema={"type": "object"})


async def test_a_streamed_answer_is_the_answer() -> None:
    llm: LLM = Extract()
    asked = [Message("user", "One thing is true. Another thing is not.")]

    parts = [part async for part in llm.stream(asked, max_tokens=50)]

    assert "".join(parts).strip() == (await llm.answer(asked, max_tokens=50)).text
