using System.Text.Json;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>A value in a settings file, with the words for what is wrong there: file, place, what, what to do.</summary>
/// <param name="file">The file's name.</param>
/// <param name="path">The place in it, such as <c>partners[1].endpoint</c>; empty for the whole.</param>
/// <param name="value">The value.</param>
internal sealed class JsonPlace(string file, string path, JsonElement value)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Path => path;

    /// <summary>The sentence about this place. It never quotes the value: it may be a secret.</summary>
    public BadInputException Bad(string problem) => new($"{file}: {(path.Length == 0 ? "" : $"{path}: ")}{problem}");

    /// <summary>A member; null where it is absent or null.</summary>
    public JsonPlace? Member(string name)
    {
        _read.Add(name);
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Bad("is no object; write it as {…}.");
        }

        return value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? new(file, path.Length == 0 ? name : $"{path}.{name}", member)
            : null;
    }

    /// <summary>A member that has to be there.</summary>
    public JsonPlace Required(string name) => Member(name) ?? throw Bad($"{name} is missing; add it.");

    /// <summary>The members in their order.</summary>
    public IEnumerable<(string Name, JsonPlace Value)> Members() => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().Select(member => (member.Name, new JsonPlace(file, $"{path}.{member.Name}", member.Value))).ToList()
        : throw Bad("is no object; write it as {…}.");

    /// <summary>The parts of a list.</summary>
    public IReadOnlyList<JsonPlace> Items() => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select((item, index) => new JsonPlace(file, $"{path}[{index}]", item))]
        : throw Bad("is no list; write it as […].");

    public string Text() => value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
        ? value.GetString()!
        : throw Bad("is no text; put it in quotation marks.");

    public bool YesNo() => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : throw Bad("is neither true nor false; write one of them.");

    public int Number(int least, int most) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
        ? number
        : throw Bad($"is no whole number from {least} to {most}; write one.");

    /// <summary>A value that a function reads from the text.</summary>
    public T As<T>(Func<string, T?> read, string problem)
        where T : class => read(Text()) ?? throw Bad(problem);

    /// <summary>Objects to a member that nothing has asked for: most likely its name is misspelt.</summary>
    public void NothingElse()
    {
        foreach (var (name, _) in Members().Where(member => !_read.Contains(member.Name)))
        {
            throw Bad($"there is no {(name.Length > 40 || name.Any(char.IsControl) ? "such member" : name)} here; take one of {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
        }
    }
}
