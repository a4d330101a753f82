using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Tests.Shared;

/// <summary>What a caller without nullable annotations gets for a null: the parameter's name, before anything is done.</summary>
public sealed class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Parameters => [.. Guarded.Keys];

    private static Dictionary<string, ParameterInfo> Guarded { get; } = typeof(BorrowingEngine).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsGenericTypeDefinition: false } && !type.IsSubclassOf(typeof(Exception)))
        .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .OfType<MethodBase>()
        .Where(method => method is ConstructorInfo ? !IsRecord(method.DeclaringType!) : method is { IsSpecialName: false, IsAbstract: false })
        .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Concat(typeof(BorrowingEngine).GetInterfaceMap(typeof(IBorrowingWorkflow)).TargetMethods)
        .SelectMany(method => method.GetParameters())
        .Where(parameter => parameter.ParameterType is { IsValueType: false, IsByRef: false } && Nullability.Create(parameter).WriteState == NullabilityState.NotNull)
        .ToDictionary(NameOf);

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Null_is_refused_by_name(string parameter)
    {
        var refused = Guarded[parameter];
        var thrown = await Assert.ThrowsAsync<ArgumentNullException>(() => CallAsync(Closed((MethodBase)refused.Member), refused.Position));
        Assert.Equal(refused.Name, thrown.ParamName);
    }

    private static async Task CallAsync(MethodBase method, int nullAt)
    {
        object?[] arguments = [.. method.GetParameters().Select(parameter => parameter.Position == nullAt || IsOptional(parameter) ? null : Some(parameter.ParameterType))];
        var on = method.IsStatic || method is ConstructorInfo ? null : RuntimeHelpers.GetUninitializedObject(method.DeclaringType!);
        const BindingFlags Unwrapped = BindingFlags.DoNotWrapExceptions;
        var result = method is ConstructorInfo constructor
            ? constructor.Invoke(Unwrapped, null, arguments, null)
            : method.Invoke(on, Unwrapped, null, arguments, null);
        if (result?.GetType().GetMethod("AsTask") is { } asTask)
        {
            result = asTask.Invoke(result, null);
        }

        if (result is Task task)
        {
            await task;
        }
    }

    /// <summary>Anything of the type that is not null. It is not looked into, since the null is refused first.</summary>
    private static object? Some(Type type) => type switch
    {
        { IsValueType: true } => Activator.CreateInstance(type),
        { IsArray: true } => Array.CreateInstance(type.GetElementType()!, 0),
        { IsInterface: true } => DispatchProxy.Create(type, typeof(Anything)),
        _ when type == typeof(string) => "x",
        _ when type.IsSubclassOf(typeof(Delegate)) => Function(type),
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };

    private static Delegate Function(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        return Expression.Lambda(
            type, Expression.Default(invoke.ReturnType), invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();
    }

    private static MethodBase Closed(MethodBase method) => method is MethodInfo { IsGenericMethodDefinition: true } open
        ? open.MakeGenericMethod([.. open.GetGenericArguments().Select(argument => argument.GetGenericParameterConstraints().FirstOrDefault() ?? typeof(object))])
        : method;

    private static bool IsOptional(ParameterInfo parameter) => parameter.IsOptional && !parameter.ParameterType.IsValueType;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static string NameOf(ParameterInfo parameter) => $"{parameter.Member.DeclaringType!.Name}: {parameter.Member}: {parameter.Name}";

    [SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "The proxy derives from it.")]
    private class Anything : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new InvalidOperationException("Nobody is to be asked.");
    }
}
