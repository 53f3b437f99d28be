"""Every reference number is carried by a test, or left under its topic or with its reason: one of the two."""

import ast
from pathlib import Path

FOLDER = Path(__file__).parent


def claimed():
    """Ids named by the marker in the tests of this folder, read from their source."""
    for file in sorted(FOLDER.glob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", None) == "reproduces":
                assert node.args, f"{file.name}: a marker without ids"
                yield from (ast.literal_eval(name) for name in node.args)


def test_every_number_is_accounted_for_once(reference, left):
    carried, (later, out) = set(claimed()), left
    assert sorted((carried | set(later) | set(out)) - set(reference)) == []
    assert sorted(set(reference) - carried - set(later) - set(out)) == []
    assert sorted(carried & (set(later) | set(out))) == []
    assert sorted(set(later) & set(out)) == []


def test_every_number_left_out_has_a_reason(left):
    assert all(reason.strip() for reason in left[1].values())
