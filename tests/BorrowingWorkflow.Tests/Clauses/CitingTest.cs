using System.Reflection;
using System.Runtime.ExceptionServices;
using Xunit.Sdk;
using Xunit.v3;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>A test that cites clauses, with one set of arguments.</summary>
internal sealed record CitingTest(MethodInfo Method, object?[] Arguments, IReadOnlyList<string> Clauses)
{
    /// <summary>Every test of this assembly that cites a clause.</summary>
    public static IReadOnlyList<CitingTest> All { get; } =
    [
        .. typeof(CitingTest).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(Of),
    ];

    /// <summary>Those that are decided by <see cref="TestTable"/>, so that a mutant can be put under them.</summary>
    public static IReadOnlyList<CitingTest> Scenes { get; } = [.. All.Where(test => test.Method.DeclaringType!.Namespace == typeof(Scene).Namespace)];

    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>Runs it as the test framework would; throws what it throws.</summary>
    public void Run()
    {
        var instance = Activator.CreateInstance(Method.DeclaringType!);
        try
        {
            (Method.Invoke(instance, Arguments) as Task)?.GetAwaiter().GetResult();
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    private static IEnumerable<CitingTest> Of(MethodInfo method)
    {
        string[] clauses = [.. method.GetCustomAttributes<ClauseAttribute>().Select(clause => clause.Id)];
        if (clauses.Length == 0)
        {
            return [];
        }

        var sources = method.GetCustomAttributes<DataAttribute>().ToArray();
        foreach (var member in sources.OfType<MemberDataAttribute>())
        {
            member.MemberType ??= method.DeclaringType;
        }

        return sources.Length == 0
            ? [new(method, [], clauses)]
            : sources.SelectMany(source => Rows(source, method)).Select(row => new CitingTest(method, method.ResolveMethodArguments(row.GetData()), clauses));
    }

    // The data of these tests are at hand: nothing is waited for.
    private static IReadOnlyCollection<ITheoryDataRow> Rows(DataAttribute source, MethodInfo method) =>
        source.GetData(method, new DisposalTracker()).AsTask().GetAwaiter().GetResult();
}
