using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>
/// How a record stands in a message, in both versions: the one description that reading, writing and checking go by.
/// </summary>
internal sealed class Form<TRecord> : IForm
    where TRecord : class
{
    private readonly Field<TRecord>[] _fields;
    private readonly Dictionary<string, Field<TRecord>> _byName = [];
    private readonly Func<Slots, TRecord> _make;
    private readonly ContentModel _model12;
    private readonly ContentModel _model21;

    public Form(Field<TRecord>[] fields, string model12, string model21, Func<Slots, TRecord> make)
    {
        _fields = fields;
        _make = make;
        _model12 = new(model12);
        _model21 = new(model21);
        foreach (var field in fields)
        {
            _byName[field.Name] = field;
            _byName[field.Name12] = field;
        }
    }

    public ContentModel ModelOf(Iso18626Version version) => version == Iso18626Version.V1_2 ? _model12 : _model21;

    public (object Kind, IForm? Inner) PartOf(string name) => (_byName[name].Kind, _byName[name].Inner);

    /// <summary>Reads the element that the reader stands on, to its last node.</summary>
    public TRecord Read(ElementReader reader)
    {
        var slots = new Slots(_fields.Length, reader.Version);
        var model = ModelOf(reader.Version);
        var open = reader.Enter(reader.Name);
        reader.ReadAttributes();
        var place = 0;
        while (open && reader.NextChild())
        {
            var name = reader.Name;
            if (!reader.IsOurs || !_byName.TryGetValue(name, out var field))
            {
                reader.KeepElement(Iso18626DeviationKind.UnknownElement);
                continue;
            }

            NotePlace(reader, model, name, ref place);
            field.Read(reader, slots);
        }

        NoteMissing(reader, model, slots);
        reader.Leave();
        return _make(slots);
    }

    /// <summary>Writes the content of the element that the writer has begun.</summary>
    /// <exception cref="InvalidMessageException">The version does not allow it.</exception>
    public void Write(ElementWriter writer, TRecord record)
    {
        var model = ModelOf(writer.Version);
        Check(writer, model, record);
        foreach (var particle in model.Particles)
        {
            _byName[particle.Name].Write(writer, record, particle.Name);
        }
    }

    private void NotePlace(ElementReader reader, ContentModel model, string name, ref int place)
    {
        var its = model.PlaceOf(name);
        if (its < 0)
        {
            reader.NoteOther(isNewer: _model12.PlaceOf(name) < 0, name);
        }
        else if (its < place)
        {
            reader.Note(Iso18626DeviationKind.OtherOrder, name);
        }
        else
        {
            place = its;
        }
    }

    private void NoteMissing(ElementReader reader, ContentModel model, Slots slots)
    {
        if (!reader.NamesVersion)
        {
            return;
        }

        foreach (var particle in model.Particles)
        {
            if (particle.Min > 0 && !slots.IsTaken(_byName[particle.Name].Slot))
            {
                reader.Note(Iso18626DeviationKind.Missing, particle.Name);
            }
        }
    }

    private void Check(ElementWriter writer, ContentModel model, TRecord record)
    {
        var parts = 0;
        foreach (var field in _fields)
        {
            var name = writer.Version == Iso18626Version.V1_2 ? field.Name12 : field.Name;
            var count = field.Count(record, writer.Version);
            var place = model.PlaceOf(name);
            if (count > 0 && place < 0)
            {
                throw writer.Invalid($"does not exist in {Names.Of(writer.Version)}; leave it out.", name);
            }

            if (place >= 0 && count > model.Particles[place].Max)
            {
                throw writer.Invalid($"stands {count} times; {Names.Of(writer.Version)} allows {model.Particles[place].Max}.", name);
            }

            if (place >= 0 && count < model.Particles[place].Min)
            {
                throw writer.Invalid($"is missing; {Names.Of(writer.Version)} demands it.", name);
            }

            parts += count;
        }

        if (model.IsChoice && parts != 1)
        {
            throw writer.Invalid($"has {parts} of {string.Join(" and ", model.Particles.Select(p => p.Name))}; it has exactly one.");
        }
    }
}
