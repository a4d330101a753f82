using System.Reflection;

namespace BorrowingWorkflow.Conventions.Tests.Code;

/// <summary>The arrows between the packages point downwards only.</summary>
public sealed class DependencyTests
{
    // Each package with the packages that it may stand on.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["BorrowingWorkflow"] = [],
        ["BorrowingWorkflow.Relational"] = ["BorrowingWorkflow"],
        ["BorrowingWorkflow.Sqlite"] = ["BorrowingWorkflow", "BorrowingWorkflow.Relational"],
        ["BorrowingWorkflow.PostgreSql"] = ["BorrowingWorkflow", "BorrowingWorkflow.Relational"],
        ["BorrowingWorkflow.Hosting"] = ["BorrowingWorkflow"],
        ["BorrowingWorkflow.Iso18626"] = ["BorrowingWorkflow"],
        ["BorrowingWorkflow.AspNetCore"] = ["BorrowingWorkflow", "BorrowingWorkflow.Iso18626"],
        ["BorrowingWorkflow.Testing"] = ["BorrowingWorkflow"],
    };

    [Fact]
    public void A_package_stands_only_on_those_below_it() => Assert.All(Packages.All, package =>
    {
        var own = References(package).Where(name => name.StartsWith("BorrowingWorkflow", StringComparison.Ordinal));
        Assert.Empty(own.Except(Arrows[package.GetName().Name!]));
    });

    [Fact]
    public void The_core_stands_on_the_state_machine_and_two_abstractions_alone()
    {
        var foreign = References(Packages.All[0]).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Equal(["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Stateless"], foreign.Order());
    }

    [Fact]
    public void Deciding_stands_on_no_storage_that_is_real_and_no_transport() => Assert.All(
        Packages.All[0].GetTypes().Where(type => type.Namespace is "BorrowingWorkflow.Machine" or "BorrowingWorkflow.Requests" or "BorrowingWorkflow.Rota"),
        type => Assert.All(
            type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(made => made.GetParameters()),
            parameter => Assert.False(
                parameter.ParameterType is { IsInterface: true, Namespace: "BorrowingWorkflow.Storage" }, $"{type} takes {parameter.ParameterType}; deciding asks no store.")));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
