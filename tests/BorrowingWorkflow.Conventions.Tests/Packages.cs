using System.Reflection;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Hosting;
using BorrowingWorkflow.Iso18626;
using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Testing;
using Microsoft.AspNetCore.Components;

namespace BorrowingWorkflow.Conventions.Tests;

/// <summary>The packages that hosts reference.</summary>
internal static class Packages
{
    public static IReadOnlyList<Assembly> All { get; } =
    [
        typeof(IBorrowingWorkflow).Assembly,
        Assembly.Load("BorrowingWorkflow.Relational"),
        typeof(SqliteWorkflowStore).Assembly,
        typeof(PostgreSqlWorkflowStore).Assembly,
        typeof(BorrowingWorkerSettings).Assembly,
        typeof(Iso18626Options).Assembly,
        typeof(DeskOptions).Assembly,
        typeof(ConformanceException).Assembly,
    ];

    /// <summary>The types that are written here; not what Razor makes of its files.</summary>
    public static IEnumerable<Type> Types { get; } = All.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsAssignableTo(typeof(IComponent)) && type.Name != "_Imports");

    /// <summary>Those that hosts see.</summary>
    public static IEnumerable<Type> PublicTypes { get; } = Types.Where(type => type.IsVisible);

    /// <summary>The source files of the packages and of the tool, with their paths below src.</summary>
    public static IEnumerable<string> SourceFiles { get; } = Directory
        .EnumerateFiles(RepositoryRoot.Combine("src"), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(RepositoryRoot.Combine("src"), path))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
