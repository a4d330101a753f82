namespace BorrowingWorkflow.Partners;

/// <summary>What a partner supplies.</summary>
[Flags]
public enum Supplies : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Physical items.</summary>
    Physical = 1,

    /// <summary>Files.</summary>
    Digital = 2,

    /// <summary>Both.</summary>
    PhysicalAndDigital = Physical | Digital,
}
