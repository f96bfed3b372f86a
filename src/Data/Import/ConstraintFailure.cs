using Npgsql;

namespace HomeroomGraph.Data.Import;

/// <summary>
/// A constraint stood against storing what the checks had let pass: somebody changed the same records meanwhile, or a change
/// goes deeper than an import may. The transaction is taken back.
/// </summary>
internal static class ConstraintFailure
{
    private const string IntegrityClass = "23";

    public static ImportRefusedException? Of(PostgresException failure) =>
        failure.SqlState.StartsWith(IntegrityClass, StringComparison.Ordinal)
        || failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            ? new(
                "conflict",
                $"写入时与现有数据冲突（{failure.ConstraintName ?? failure.SqlState}），该步骤已撤回。可能有人同时修改了这些记录，请重试。",
                $"What is stored stood against it ({failure.ConstraintName ?? failure.SqlState}), so that step was taken back. "
                + "Somebody may have changed the same records meanwhile: try again.",
                failure)
            : null;
}
