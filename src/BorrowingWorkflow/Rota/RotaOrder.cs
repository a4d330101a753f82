namespace BorrowingWorkflow.Rota;

/// <summary>In which order a template's partners are asked.</summary>
public enum RotaOrder : byte
{
    /// <summary>As the template lists them.</summary>
    AsListed,

    /// <summary>As the <see cref="IRotaRanking"/> sorts them.</summary>
    ByRanking,
}
