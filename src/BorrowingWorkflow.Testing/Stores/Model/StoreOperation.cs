namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>
/// A step of a run, as data. Its numbers name what they are about relative to what there is when it runs (a request, counted round), so
/// that any part of a run is a run.
/// </summary>
internal abstract record StoreOperation
{
    /// <summary>Which view of the storage is asked, counted round.</summary>
    public int View { get; init; }

    /// <summary>What it comes to now; null where there is nothing that it could be about.</summary>
    public abstract StoreCall? In(ModelWorld world);
}
