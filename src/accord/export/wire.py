"""The JSON that programs read: provisions one a line, a comparison as one object. See docs/json.md."""

from __future__ import annotations

from typing import Any

import msgspec

from accord.records import Comparison, Document, Provision, Quote, Row


def provision_line(document: str, p: Provision) -> bytes:
    """One provision as a line of JSON, without the line break."""
    return msgspec.json.encode({"doc": document, **provision(p)})


def provision(p: Provision) -> dict[str, Any]:
    """A provision with flat offsets."""
    return {
        "id": p.id,
        "start": p.quote.start,
        "end": p.quote.end,
        "quote": p.quote.exact,
        "trigger_start": p.trigger.start,
        "trigger_end": p.trigger.end,
        "trigger": p.trigger.exact,
        "act": p.act,
        "actors": p.actors,
        "addressees": p.addressees,
        "commissive": p.commissive,
        "polarity": p.polarity,
        "by": p.by,
        "money": p.money,
        "firmness": p.firmness,
        "subjects": p.subjects,
        "about": p.about,
        "group": p.group,
        "fields": p.fields,
        "because": p.because,
        "heading": p.heading,
    }


def comparison(c: Comparison) -> bytes:
    """A comparison as one JSON object."""
    return msgspec.json.encode(
        {
            "accounts": [account(r.document, label) for r, label in zip(c.accounts, c.labels, strict=True)],
            "rows": [_row(r) for r in c.rows],
        }
    )


def account(document: Document, label: str) -> dict[str, Any]:
    """What a reader needs to know of a document beside its provisions."""
    return {
        "doc": document.id,
        "label": label,
        "title": document.title,
        "date": document.date,
        "kind": document.kind,
        "issuer": document.issuer,
        "identifiers": document.identifiers,
        "notes": [_quote(n) for n in document.notes],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "topic": row.topic,
        "relation": row.relation,
        "cells": [[provision(p) for p in cell] for cell in row.cells],
        "differences": [
            {"kind": d.kind, "text": d.text, "quotes": [{"account": i, **_quote(q)} for i, q in d.quotes]}
            for d in row.differences
        ],
        "rank": row.rank,
        "because": row.because,
    }


def _quote(q: Quote) -> dict[str, Any]:
    return {"start": q.start, "end": q.end, "quote": q.exact}
