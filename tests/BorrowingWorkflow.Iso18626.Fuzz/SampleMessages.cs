namespace BorrowingWorkflow.Iso18626.Fuzz;

/// <summary>The sample messages: one a use case, and some that have to be tolerated.</summary>
internal static class SampleMessages
{
    /// <summary>The samples that are valid, by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Valid { get; } = Load("Valid/");

    /// <summary>The samples that no version allows, by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Tolerated { get; } = Load("Tolerated/");

    private static SortedDictionary<string, byte[]> Load(string folder)
    {
        var assembly = typeof(SampleMessages).Assembly;
        var samples = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            samples.Add(name[folder.Length..], bytes.ToArray());
        }

        return samples;
    }
}
