using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace BorrowingWorkflow.AspNetCore.Tests;

/// <summary>Tells when the host is done with a request, whether or not somebody is left to be answered.</summary>
internal sealed class Watch : IStartupFilter
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            try
            {
                await rest(context);
            }
            finally
            {
                Done.TrySetResult();
            }
        });
        next(app);
    };
}
