from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.domain.rule import Rule, decided, rivals
from traitdunion.errors import InputError


@pytest.mark.parametrize("kind", ["must", "must-not"])
def test_a_rule_on_two_holds_for_both_alike(kind: Any) -> None:
    made = [decided(kind, *sides, by="mv", reason="why") for sides in (("b", "a"), ("a", "b"))]
    assert made[0] == made[1]
    assert (made[0].organization, made[0].partner) == ("a", "b")
    with pytest.raises(ValueError, match="alphabetical"):
        Rule(kind, "b", "a", "mv", "", "why")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("option-choice", {"kind": "perhaps"}),
        ("rule-partner-missing", {"partner": ""}),
        ("rule-partner-unasked", {"kind": "no-rivals"}),
        ("pair-itself", {"partner": "a"}),
        ("wish-without-owner", {"by": " "}),
        ("wish-names-person", {"by": "jan.peeters@example.be"}),
        ("rule-without-reason", {"reason": "\t"}),
        ("wish-names-person", {"reason": "ask jan@example.be first"}),
    ],
)
def test_a_rule_without_owner_reason_or_sides_is_refused(key: str, said: dict[str, Any]) -> None:
    whole = {"kind": "must", "organization": "a", "partner": "b", "by": "mv", "at": "", "reason": "why"}
    Rule(**whole)
    with pytest.raises(InputError) as caught:
        Rule(**whole | said)
    assert caught.value.key == key


CODES = st.lists(
    st.builds(
        "{}:{}".format,
        st.sampled_from(["nace-rev2", "nace-rev2.1"]),
        st.text("12", min_size=2, max_size=6),
    )
)


@given(CODES, CODES)
def test_rivals_share_the_first_four_digits_of_one_edition(ours: list[str], theirs: list[str]) -> None:
    def whole(code: str) -> bool:
        return len(code.partition(":")[2]) >= 4

    def cut(code: str) -> str:
        edition, _, digits = code.partition(":")
        return f"{edition}:{digits[:4]}"

    meet = any(cut(a) == cut(b) for a in ours for b in theirs if whole(a) and whole(b))
    assert rivals(ours, theirs) == rivals(theirs, ours) == meet
