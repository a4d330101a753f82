using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Rota;

/// <summary>A partner at its place in a ranking.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Reason">What brought it there, as the why-log shows it, e.g. <c>same group, priority 10</c>; nothing about the patron.</param>
public sealed record RankedPartner(Partner Partner, string Reason);
