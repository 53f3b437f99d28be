"""The verbs that answer: snapshot, audit."""

from __future__ import annotations

from traitdunion.cli.program import AsOfOption, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import LANGUAGE, day, tell, tell_json, tell_lines, workspace_opened


@command("snapshot")
def snapshot(
    workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False
) -> None:
    """Freeze the ecosystem of a day."""
    from traitdunion.workspace import documents, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
    document = documents.ecosystem_document(ecosystem)
    if as_json:
        tell_json(document)
    else:
        tell("snapshot-done", **{**document, "short_key": ecosystem.key[:12], "as_of": ecosystem.as_of})


@command("audit")
def audit(workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Say who is unconnected and which clusters meet less than they should."""
    from traitdunion.workspace import analysis, documents, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        audited = analysis.audit(place, ecosystem)
    if as_json:
        tell_json(documents.audit_document(audited))
        return
    from traitdunion.language.summary import audit_lines  # noqa: PLC0415  keeps --help fast

    tell_lines(audit_lines(audited, ecosystem, LANGUAGE))
