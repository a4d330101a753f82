namespace BorrowingWorkflow.Rota;

/// <summary>Why a rota entry can't be asked.</summary>
public enum RotaFault : byte
{
    /// <summary>It is the borrowing library itself.</summary>
    BorrowerItself,

    /// <summary>An earlier entry names the same partner.</summary>
    NamedTwice,

    /// <summary>The partner directory does not know the code.</summary>
    Unknown,

    /// <summary>The partner takes no requests at present.</summary>
    Inactive,

    /// <summary>A file is wanted of a partner that supplies none: a digital request or an article on a physical rota.</summary>
    SuppliesNoFiles,

    /// <summary>A physical item is wanted of a partner that supplies none.</summary>
    SuppliesNoPhysicalItems,
}
