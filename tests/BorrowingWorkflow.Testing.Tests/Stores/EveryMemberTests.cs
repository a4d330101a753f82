using System.Collections;
using System.Text.Json.Serialization;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Stores;

/// <summary>What the round trip of "every member" is worth: a member that is added to a snapshot has to be filled there, too.</summary>
public class EveryMemberTests
{
    [Fact]
    public void No_member_of_any_part_is_left_at_its_default() => Assert.Empty(Unfilled(
        typeof(BorrowingRequest).Assembly, EveryMember.OfARequest(), EveryMember.OfAnEvent(), EveryMember.OfAnEffect()));

    [Fact]
    public void A_member_that_is_left_at_its_default_is_named() =>
        Assert.Equal(["Inner.Count", "Outer.Name"], Unfilled(typeof(EveryMemberTests).Assembly, new Outer([new("text", 0), new("other", 0)])));

    /// <summary>The members that every instance below the roots leaves at their default.</summary>
    private static IEnumerable<string> Unfilled(System.Reflection.Assembly model, params object[] roots)
    {
        Dictionary<string, bool> filled = new(StringComparer.Ordinal);
        var left = new Queue<object>(roots);
        while (left.TryDequeue(out var part))
        {
            if (part is IEnumerable items and not string)
            {
                items.Cast<object>().ToList().ForEach(left.Enqueue);
                continue;
            }

            if (part.GetType().Assembly != model || part.GetType().IsEnum)
            {
                continue;
            }

            foreach (var member in part.GetType().GetProperties().Where(member => member.CanWrite && !member.IsDefined(typeof(JsonIgnoreAttribute), inherit: false)))
            {
                var (name, content) = ($"{part.GetType().Name}.{member.Name}", member.GetValue(part));
                var isDefault = content is null or "" or ICollection { Count: 0 } || content.Equals(member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null);
                filled[name] = filled.GetValueOrDefault(name) || !isDefault;
                if (content is not null)
                {
                    left.Enqueue(content);
                }
            }
        }

        return filled.Where(one => !one.Value).Select(one => one.Key).Order(StringComparer.Ordinal);
    }

    private sealed record Outer(IReadOnlyList<Inner> Parts)
    {
        public string? Name { get; init; }
    }

    private sealed record Inner(string Text, int Count);
}
