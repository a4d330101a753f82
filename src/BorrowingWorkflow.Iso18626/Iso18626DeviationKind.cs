namespace BorrowingWorkflow.Iso18626;

/// <summary>What in a message is not as its version has it, and was tolerated.</summary>
public enum Iso18626DeviationKind
{
    /// <summary>The root names no version; it was told by the content.</summary>
    NoVersion,

    /// <summary>The root names a version that is not known here; the nearest was taken.</summary>
    UnknownVersion,

    /// <summary>The namespace is missing or another one.</summary>
    OtherNamespace,

    /// <summary>The XML declaration names an encoding that the bytes do not have.</summary>
    OtherEncoding,

    /// <summary>An element that is not known there. Kept in <see cref="Messages.Iso18626Message.Extensions"/>.</summary>
    UnknownElement,

    /// <summary>An attribute that is not known there. Kept in <see cref="Messages.Iso18626Message.Extensions"/>.</summary>
    UnknownAttribute,

    /// <summary>Text between elements. Kept in <see cref="Messages.Iso18626Message.Extensions"/>.</summary>
    StrayText,

    /// <summary>An element or a code that only the other version has. Read like the version's own.</summary>
    OtherVersion,

    /// <summary>An element that stands in another place than the version's.</summary>
    OtherOrder,

    /// <summary>An element that can't be repeated. The first counts; the others are kept in <see cref="Messages.Iso18626Message.Extensions"/>.</summary>
    Repeated,

    /// <summary>An element that the version demands is absent.</summary>
    Missing,

    /// <summary>A code of a closed list is empty.</summary>
    EmptyCode,

    /// <summary>A code that its closed list does not have. Kept in its place.</summary>
    UnknownCode,

    /// <summary>A value in another form than the schema's, which could be read all the same.</summary>
    OddValue,

    /// <summary>A value that could not be read. Kept in <see cref="Messages.Iso18626Message.Extensions"/>.</summary>
    UnreadableValue,
}
