using System.Diagnostics.CodeAnalysis;

namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>The versions of ISO 18626 that are read and written.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The standard's own numbers, which run together without it.")]
public enum Iso18626Version
{
    /// <summary>Version 1.2 of November 2017, which most systems speak.</summary>
    V1_2,

    /// <summary>Version 2021-2 of June 2022.</summary>
    V2021_2,
}
