"""One open rule for each family of rules: pairs, rivals, consent."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Let consent stand beside the wish to meet no rivals."""

    dependencies = [("store", "0002_rules_and_answers")]

    operations = [
        migrations.RemoveConstraint(model_name="rulerow", name="one_rule_a_pair_is_open"),
        migrations.AddConstraint(
            model_name="rulerow",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True), ("kind__in", ["must", "must-not"])),
                fields=("organization", "partner"),
                name="one_rule_a_pair_is_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="rulerow",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True), ("kind", "no-rivals")),
                fields=("organization",),
                name="one_rule_on_rivals_is_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="rulerow",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("closed_at__isnull", True), ("kind__in", ["may-be-proposed", "not-proposed"])
                ),
                fields=("organization",),
                name="one_consent_is_open",
            ),
        ),
    ]
