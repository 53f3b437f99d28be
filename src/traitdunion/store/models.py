"""The tables of the memory. Rows are closed or added to, never overwritten."""

from django.db import models


class Batch(models.Model):
    """One load: all or nothing, named by the hash of what was loaded, undone by a date."""

    content = models.CharField(max_length=64, db_index=True)
    source = models.CharField(max_length=200)
    format = models.CharField(max_length=40)
    files = models.JSONField()
    mapping = models.TextField(blank=True)
    rows_read = models.PositiveIntegerField()
    counts = models.JSONField()
    loaded_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content"],
                condition=models.Q(undone_at__isnull=True),
                name="a_content_is_loaded_once",
            )
        ]


class Part(models.Model):
    """Records of one noun in one batch, as Parquet. A part is written once and never changed."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="parts")
    noun = models.CharField(max_length=20)
    position = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()
    parquet = models.BinaryField()

    class Meta:
        ordering = ["batch_id", "noun", "position"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "noun", "position"], name="a_part_has_a_place")
        ]


class Ruling(models.Model):
    """A person's judgment of two records; a new one closes the old."""

    left = models.CharField(max_length=400, db_index=True)
    right = models.CharField(max_length=400, db_index=True)
    verdict = models.CharField(max_length=10)
    by = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["left", "right"],
                condition=models.Q(closed_at__isnull=True),
                name="one_ruling_a_pair_is_open",
            )
        ]


class RuleRow(models.Model):
    """What holds for introductions, between records; a new one of its family and sides closes the old."""

    kind = models.CharField(max_length=20)
    organization = models.CharField(max_length=400, db_index=True)
    partner = models.CharField(max_length=400, blank=True)
    by = models.CharField(max_length=200)
    reason = models.TextField()
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "partner"],
                condition=models.Q(closed_at__isnull=True, kind__in=["must", "must-not"]),
                name="one_rule_a_pair_is_open",
            ),
            models.UniqueConstraint(
                fields=["organization"],
                condition=models.Q(closed_at__isnull=True, kind="no-rivals"),
                name="one_rule_on_rivals_is_open",
            ),
            models.UniqueConstraint(
                fields=["organization"],
                condition=models.Q(closed_at__isnull=True, kind__in=["may-be-proposed", "not-proposed"]),
                name="one_consent_is_open",
            ),
        ]


class AnswerRow(models.Model):
    """What became of an introduction on a day; one told anew for the same day closes the old."""

    organization = models.CharField(max_length=400, db_index=True)
    partner = models.CharField(max_length=400, db_index=True)
    outcome = models.CharField(max_length=20)
    day = models.DateField()
    by = models.CharField(max_length=200)
    reason = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "partner", "outcome", "day"],
                condition=models.Q(closed_at__isnull=True),
                name="one_answer_a_day_is_open",
            )
        ]


class EcosystemRow(models.Model):
    """A snapshot; its tables lie as Parquet in the workspace, under the key."""

    key = models.CharField(max_length=64, unique=True)
    as_of = models.DateField()
    inputs = models.CharField(max_length=64)
    counts = models.JSONField()
    version = models.CharField(max_length=40)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class PlanRow(models.Model):
    """A plan as it was made, with everything it was made from."""

    content = models.CharField(max_length=64, unique=True)
    ecosystem = models.CharField(max_length=64, db_index=True)
    document = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
