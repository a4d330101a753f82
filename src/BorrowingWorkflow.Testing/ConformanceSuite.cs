namespace BorrowingWorkflow.Testing;

/// <summary>
/// The cases that a part must pass, for any test framework: a theory over <see cref="Rows"/> that calls <see cref="RunAsync"/>, and
/// <see cref="ConformanceManifest.EnsureComplete"/> when the class is done.
/// </summary>
/// <remarks>Safe for any number of threads; cases are independent of each other and may run at the same time.</remarks>
public abstract class ConformanceSuite
{
    private readonly Lazy<IReadOnlyList<ConformanceCase>> _cases;
    private readonly Lazy<ConformanceManifest> _manifest;

    private protected ConformanceSuite()
    {
        _cases = new(() => [.. List()]);
        _manifest = new(() => new(Cases));
    }

    /// <summary>Every case, in the order of their ids.</summary>
    public IReadOnlyList<ConformanceCase> Cases => _cases.Value;

    /// <summary>Every case's name as the one argument of a theory: for MemberData, TestCaseSource or DynamicData.</summary>
    public IEnumerable<object[]> Rows => Cases.Select(one => new object[] { one.Name });

    /// <summary>Which cases ran, and how they ended.</summary>
    public ConformanceManifest Manifest => _manifest.Value;

    /// <summary>After how long a case that does not end counts as failed.</summary>
    /// <value>2 minutes.</value>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>What every choice of a case follows from. A failure names it, so that the same choices can be made again.</summary>
    /// <value>20260901.</value>
    public int Seed { get; init; } = 20260901;

    /// <summary>Runs a case.</summary>
    /// <param name="name">Its <see cref="ConformanceCase.Name"/> or its id.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    /// <exception cref="ConformanceException">The part does not keep this promise.</exception>
    public async Task RunAsync(string name, CancellationToken cancellationToken = default)
    {
        var one = Cases.FirstOrDefault(one => one.Name == name || one.Id == name)
            ?? throw new ArgumentException($"There is no case \"{name}\" in {GetType().Name}; its ids are {string.Join(", ", Cases.Select(one => one.Id))}.", nameof(name));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Exception? failure = null;
        var running = Task.Run(() => one.Prove(limit.Token), CancellationToken.None);
        try
        {
            await running.WaitAsync(Limit, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (TimeoutException timeout) when (!running.IsCompleted)
        {
            failure = Failed(one, $"it had not ended after {Limit}.", timeout);
        }
        catch (ConformanceException unmet)
        {
            failure = Failed(one, unmet.Message, unmet);
        }
        catch (Exception unexpected)
        {
            failure = Failed(one, $"it ended in {unexpected.GetType().Name}: {unexpected.Message}", unexpected);
        }
        finally
        {
            await limit.CancelAsync().ConfigureAwait(false);
        }

        Manifest.Record(one, failure is null);
        if (failure is not null)
        {
            throw failure;
        }
    }

    private protected abstract IEnumerable<ConformanceCase> List();

    private ConformanceException Failed(ConformanceCase one, string message, Exception inner) => new(one, $"{message} (seed {Seed})", inner);
}
