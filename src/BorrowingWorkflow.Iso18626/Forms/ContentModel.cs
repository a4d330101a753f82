using System.Globalization;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>
/// The parts of an element in one version, in their order, as a line of names: <c>a</c> must stand once, <c>a?</c> may stand once,
/// <c>a*</c> any number of times, <c>a{3}</c> up to three times; <c>a|b</c> is one of the two.
/// </summary>
internal sealed class ContentModel
{
    private readonly Dictionary<string, int> _places = [];

    public ContentModel(string line)
    {
        IsChoice = line.Contains('|', StringComparison.Ordinal);
        Particles = [.. line.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(ParticleOf)];
        for (var i = 0; i < Particles.Length; i++)
        {
            _places.Add(Particles[i].Name, i);
        }
    }

    public Particle[] Particles { get; }

    /// <summary>True where exactly one of the parts stands.</summary>
    public bool IsChoice { get; }

    /// <summary>A part's place, from 0; -1 where the version does not have it.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);

    private Particle ParticleOf(string text) => text[^1] switch
    {
        '?' => new(text[..^1], 0, 1),
        '*' => new(text[..^1], 0, int.MaxValue),
        '}' => new(text[..text.IndexOf('{', StringComparison.Ordinal)], 0, int.Parse(text.Split('{', '}')[1], CultureInfo.InvariantCulture)),
        _ => new(text, IsChoice ? 0 : 1, 1),
    };
}
