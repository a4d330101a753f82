namespace BorrowingWorkflow.Checks;

/// <summary>The ready-made checks (checks.tsv of the specification).</summary>
public static class CheckPresets
{
    /// <summary>The checks that the consortium's guide recommends, in its order.</summary>
    public static IReadOnlyList<CheckPolicy> Csu { get; } = CsuChecks.All;

    /// <summary><see cref="Csu"/> and the checks that other consortia add to it, so that no open request is on no list for long.</summary>
    public static IReadOnlyList<CheckPolicy> Extended { get; } = [.. CsuChecks.All, .. ExtendedChecks.All];

    /// <summary>The preset of that name, <c>csu</c> or <c>extended</c>; null where there is none.</summary>
    public static IReadOnlyList<CheckPolicy>? Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name switch
        {
            "csu" => Csu,
            "extended" => Extended,
            _ => null,
        };
    }

    /// <summary>The ready-made check with that id; null where there is none.</summary>
    public static CheckPolicy? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Extended.FirstOrDefault(policy => policy.Id == id);
    }
}
