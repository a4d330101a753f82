using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace BorrowingWorkflow.Conventions.Tests.Code;

/// <summary>How the types of the packages are made.</summary>
public sealed class TypeTests
{
    [Fact]
    public void A_class_is_sealed_unless_it_is_there_to_be_derived_from()
    {
        var open = Packages.Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsGenerated(type));

        Assert.All(open, type => Assert.True(Packages.Types.Any(other => other.BaseType == type), $"{type} is not sealed, and nothing derives from it."));
    }

    [Fact]
    public void A_cancellation_token_comes_last() => Assert.All(PublicMethods(), method =>
    {
        var parameters = method.GetParameters();
        Assert.True(
            Array.FindIndex(parameters, parameter => parameter.ParameterType == typeof(CancellationToken)) is var at && (at < 0 || at == parameters.Length - 1),
            $"{method.DeclaringType}.{method.Name}");
    });

    [Fact]
    public void What_is_waited_for_is_called_so() => Assert.All(PublicMethods().Where(method => IsAwaited(method.ReturnType)), method =>
        Assert.True(method.Name.EndsWith("Async", StringComparison.Ordinal) || IsOverride(method), $"{method.DeclaringType}.{method.Name}"));

    [Fact]
    public void A_record_is_set_only_when_it_is_made() => Assert.All(
        Packages.PublicTypes.Where(type => type.GetMethod("<Clone>$") is not null || type.Namespace == "BorrowingWorkflow.Requests")
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            // A serialiser fills it after the record is made.
            .Where(property => !property.IsDefined(typeof(JsonExtensionDataAttribute))),
        property => Assert.True(
            property.SetMethod is not { IsPublic: true } set || set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
            $"{property.DeclaringType}.{property.Name}"));

    [Fact]
    public void A_list_that_hosts_see_is_read_only_in_snapshots() => Assert.All(
        Packages.PublicTypes.Where(type => type.Namespace == "BorrowingWorkflow.Requests").SelectMany(type => type.GetProperties()),
        property => Assert.False(
            property.PropertyType.IsArray || property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() is var made
                && (made == typeof(List<>) || made == typeof(IList<>) || made == typeof(Dictionary<,>) || made == typeof(IDictionary<,>)),
            $"{property.DeclaringType}.{property.Name}"));

    private static IEnumerable<MethodInfo> PublicMethods() => Packages.PublicTypes
        .Where(type => !type.IsAssignableTo(typeof(Delegate)))
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName);

    private static bool IsAwaited(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || type.IsGenericType && type.GetGenericTypeDefinition() is var made && (made == typeof(Task<>) || made == typeof(ValueTask<>) || made == typeof(IAsyncEnumerable<>));

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool IsGenerated(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer)) || type.Namespace?.StartsWith("BorrowingWorkflow", StringComparison.Ordinal) != true;
}
