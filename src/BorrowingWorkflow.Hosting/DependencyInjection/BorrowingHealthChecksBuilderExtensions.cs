using BorrowingWorkflow.Hosting;
using BorrowingWorkflow.Hosting.Health;
using BorrowingWorkflow.Hosting.Settings;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Adds the workflow's health check to a host's.</summary>
public static class BorrowingHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that looks whether the store answers, how old the oldest undelivered effect is, and for how long a deadline has been
    /// due. It tells numbers and moments, in UTC, and nothing of a request.
    /// </summary>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What is reported where the store does not answer or something has waited too long; null: Unhealthy.</param>
    /// <param name="tags">Tags by which a host picks checks.</param>
    /// <returns>The builder, to go on with.</returns>
    /// <exception cref="OptionsValidationException">A setting can't be kept; the message names it, its value and what is allowed.</exception>
    public static IHealthChecksBuilder AddBorrowingWorkflow(
        this IHealthChecksBuilder builder,
        Action<BorrowingHealthSettings>? configure = null,
        string name = "borrowing",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var settings = new BorrowingHealthSettings();
        configure?.Invoke(settings);
        HealthRules.Ensure(settings);
        return builder.Add(new(
            name,
            provider => new BorrowingHealthCheck(
                provider.GetRequiredService<IBacklogReader>(), settings, provider.GetRequiredService<TimeProvider>()),
            failureStatus,
            tags));
    }
}
