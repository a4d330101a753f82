using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using BorrowingWorkflow.Iso18626.Forms;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests;

/// <summary>Makes random messages that are valid in their version, with texts of every sort, from a number alone.</summary>
[SuppressMessage("Security", "CA5394", Justification = "The messages have to come again from their numbers.")]
internal sealed class RandomMessages
{
    private static readonly XNamespace Ns = Xml.Names.Namespace;

    private static readonly string[] Pieces =
        ["a", "Z", "7", " ", "  ", "\t", "\n", "\r", "\r\n", "<", ">", "&", "\"", "'", "]]>", "&amp;", "é", "ß", "世界", "😀", "\uFFFD", "\u0085", "\u2028", "-", "#", "DUPLICATE"];

    private readonly Random _random;
    private readonly Iso18626Version _version;

    private RandomMessages(Random random, Iso18626Version version)
    {
        _random = random;
        _version = version;
    }

    public static Iso18626Version VersionOf(uint number) => number % 2 == 0 ? Iso18626Version.V1_2 : Iso18626Version.V2021_2;

    /// <summary>The message of a number, as XML in no special form.</summary>
    public static byte[] Make(uint number)
    {
        var random = new Random((int)(number & int.MaxValue));
        var version = VersionOf(number);
        var form = MessageForms.All[random.Next(MessageForms.All.Count)];
        return MessageText.Bytes(version, "x", new RandomMessages(random, version).Element(form.Name, form.Form));
    }

    private XElement Element(string name, IForm form)
    {
        var element = new XElement(Ns + name);
        var model = form.ModelOf(_version);
        var choice = _random.Next(Math.Max(1, model.Particles.Length));
        for (var i = 0; i < model.Particles.Length; i++)
        {
            var particle = model.Particles[i];
            var times = model.IsChoice ? (i == choice ? 1 : 0)
                : particle.Min > 0 ? 1
                : _random.Next(3) == 0 ? _random.Next(1, Math.Min(particle.Max, 4) + 1)
                : 0;
            var (kind, inner) = form.PartOf(particle.Name);
            for (; times > 0; times--)
            {
                element.Add(inner is null ? Leaf(particle.Name, kind) : Element(particle.Name, inner));
            }
        }

        return element;
    }

    private XElement Leaf(string name, object kind)
    {
        var element = new XElement(Ns + name, Value(kind));
        if (kind is CodeKind && _random.Next(2) == 0 && !(kind == CodeKind.Region && _version == Iso18626Version.V2021_2))
        {
            element.SetAttributeValue(Ns + "scheme", Pick(["http://example.org/list", "urn:list:a%20b", "list#part", ""]));
        }

        return element;
    }

    private string Value(object kind) => kind switch
    {
        NamedIdKind => "n" + Text(),
        CodeKind when kind == CodeKind.Demanded => "c" + Text(),
        TextKind or CodeKind => Text(),
        TimeKind => Time(),
        NumberKind => Pick(["0", "1", "+5", " 12 ", "007", "9223372036854775807"]),
        AmountKind => Pick(["0", "0.00", "-1.5", "+12.50", ".5", "5.", "79228162514264337593543950335", "0.0000000000000000000000000001"]),
        TruthKind => Pick(["true", "false", "1", "0"]),
        _ => Code(kind.GetType().GenericTypeArguments[0]),
    };

    private string Code(Type list)
    {
        var isIn = list.GetMethod("IsIn");
        var codes = list.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null)!)
            .Where(code => isIn is null || (bool)isIn.Invoke(code, [_version])!)
            .ToArray();
        return Pick(codes).ToString()!;
    }

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(6)).Select(_ => Pick(Pieces)));

    private string Time()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{_random.Next(1, 10_000):D4}-{_random.Next(1, 13):D2}-{_random.Next(1, 29):D2}T")
            .Append(CultureInfo.InvariantCulture, $"{_random.Next(15, 20):D2}:{_random.Next(60):D2}:{_random.Next(60):D2}");
        if (_random.Next(2) == 0)
        {
            text.Append('.').Append(string.Concat(Enumerable.Range(0, _random.Next(1, 12)).Select(_ => (char)('0' + _random.Next(10)))));
        }

        // The hours keep the first and the last day within what there is, whatever the offset.
        return text.Append(Pick(["", "Z", "+00:00", "-00:00", "-03:30", "+04:00"])).ToString();
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
