using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Rota;

/// <summary>A partner on its way into a rota.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Template">The position of the template that it comes from.</param>
/// <param name="Why">What brought it to its place within the template.</param>
internal sealed record RotaCandidate(Partner Partner, int Template, string Why);
