using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>Takes a part out of a record, as it is in a version; false where the record does not have it.</summary>
internal delegate bool TryGet<in TRecord, T>(TRecord record, Iso18626Version version, [MaybeNullWhen(false)] out T value);
