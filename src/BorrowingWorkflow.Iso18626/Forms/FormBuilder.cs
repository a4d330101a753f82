using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>Collects the fields of a form. Each gives the slot in which its value waits.</summary>
internal sealed class FormBuilder<TRecord>
    where TRecord : class
{
    private readonly List<Field<TRecord>> _fields = [];

    public Slot<string> Text(string name, Func<TRecord, string?> get) => One(name, TextKind.Free, get);

    public Slot<string> Id(string name, Func<TRecord, string?> get) => One(name, TextKind.Id, get);

    /// <summary>An id that must not be empty.</summary>
    public Slot<string> NamedId(string name, Func<TRecord, string?> get) => One(name, NamedIdKind.Instance, get);

    public Slot<Code> Code(string name, Func<TRecord, Code?> get, string? name12 = null) => One(name, CodeKind.Instance, get, name12);

    /// <summary>A code that must not be empty.</summary>
    public Slot<Code> DemandedCode(string name, Func<TRecord, Code?> get) => One(name, CodeKind.Demanded, get);

    public Slot<MessageTime> Time(string name, Func<TRecord, MessageTime?> get) => Maybe(name, TimeKind.Instance, get);

    public Slot<T> Form<T>(string name, Form<T> form, Func<TRecord, T?> get)
        where T : class =>
        One(name, new FormKind<T>(form), get);

    public Slot<T> Form<T>(string name, Form<T> form, Func<TRecord, Iso18626Version, T?> get)
        where T : class =>
        One(name, new FormKind<T>(form), get);

    public Slot<MessageHeader> Header(Form<MessageHeader> form, Func<TRecord, MessageHeader?> get) =>
        One("header", new FormKind<MessageHeader>(form, (reader, header) => reader.Header = header), get);

    public Slot<ConfirmationHeader> Confirmation(Func<TRecord, ConfirmationHeader?> get) =>
        One("confirmationHeader", new FormKind<ConfirmationHeader>(HeaderForms.OfConfirmation, (reader, header) => reader.ConfirmationHeader = header), get);

    public Slot<T> Listed<T>(string name, ListedKind<T> kind, Func<TRecord, T> get)
        where T : struct =>
        Add(name, null, kind, (TRecord record, Iso18626Version _, out T value) => !kind.IsEmpty(value = get(record)));

    public Slot<T> One<T>(string name, Kind<T> kind, Func<TRecord, Iso18626Version, T?> get)
        where T : class =>
        Add(name, null, kind, (TRecord record, Iso18626Version version, [MaybeNullWhen(false)] out T value) => (value = get(record, version)) is not null);

    public Slot<T> One<T>(string name, Kind<T> kind, Func<TRecord, T?> get, string? name12 = null)
        where T : class =>
        Add(name, name12, kind, (TRecord record, Iso18626Version _, [MaybeNullWhen(false)] out T value) => (value = get(record)) is not null);

    public Slot<T> Maybe<T>(string name, Kind<T> kind, Func<TRecord, T?> get)
        where T : struct =>
        Add(name, null, kind, (TRecord record, Iso18626Version _, out T value) =>
        {
            var maybe = get(record);
            value = maybe.GetValueOrDefault();
            return maybe.HasValue;
        });

    public Slot<string> Texts(string name, Func<TRecord, ValueList<string>> get) => Many(name, TextKind.Free, get);

    public Slot<string> Ids(string name, Func<TRecord, ValueList<string>> get) => Many(name, TextKind.Id, get);

    public Slot<Code> Codes(string name, Func<TRecord, ValueList<Code>> get) => Many(name, CodeKind.Instance, get);

    public Slot<T> Forms<T>(string name, Form<T> form, Func<TRecord, ValueList<T>> get)
        where T : class =>
        Many(name, new FormKind<T>(form), get);

    public Slot<T> Many<T>(string name, Kind<T> kind, Func<TRecord, ValueList<T>> get)
        where T : notnull
    {
        _fields.Add(new ManyField<TRecord, T>(name, _fields.Count, kind, get));
        return new(_fields.Count - 1);
    }

    /// <param name="v12">The parts in 1.2; see <see cref="ContentModel"/>.</param>
    /// <param name="v21">The parts in 2021-2.</param>
    /// <param name="make">Makes the record of what was read.</param>
    public Form<TRecord> Build(string v12, string v21, Func<Slots, TRecord> make) => new([.. _fields], v12, v21, make);

    private Slot<T> Add<T>(string name, string? name12, Kind<T> kind, TryGet<TRecord, T> tryGet)
        where T : notnull
    {
        _fields.Add(new OneField<TRecord, T>(name, name12 ?? name, _fields.Count, kind, tryGet));
        return new(_fields.Count - 1);
    }
}
