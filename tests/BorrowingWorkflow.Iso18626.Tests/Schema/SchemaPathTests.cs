using System.Collections;
using System.Reflection;
using System.Xml.Linq;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Schema;

public sealed class SchemaPathTests
{
    [SharedTheory(Xsd.Folder)]
    [InlineData(Iso18626Version.V1_2)]
    [InlineData(Iso18626Version.V2021_2)]
    public void Every_element_and_every_code_of_the_schema_is_read_and_written_without_loss(Iso18626Version version)
    {
        var count = 0;
        foreach (var (path, message) in SchemaInstances.OneForEachPath(version).Concat(SchemaInstances.WithEverything(version)))
        {
            AssertLossless(path, message, version);
            count++;
        }

        Assert.True(count > 200, $"The schema gave only {count} messages.");
    }

    [SharedFact(Xsd.Folder)]
    public void Every_property_of_every_record_holds_something_of_a_message_that_has_everything()
    {
        var filled = new HashSet<string>();
        var seen = new HashSet<string>();
        foreach (var version in Enum.GetValues<Iso18626Version>())
        {
            foreach (var (_, message) in SchemaInstances.WithEverything(version))
            {
                Walk(Iso18626Reader.Read(message).Message!.Body, seen, filled);
            }
        }

        Assert.True(seen.Count > 120, $"Only {seen.Count} properties.");
        Assert.Empty(seen.Except(filled));
    }

    private static void AssertLossless(string path, byte[] message, Iso18626Version version)
    {
        Xsd.AssertValid(message, version);
        var read = Iso18626Reader.Read(message);
        Assert.True(read.IsMessage && read.Deviations.Count == 0 && read.Message.Extensions.Count == 0, $"{path}: {read} {string.Join(", ", read.Deviations)}");
        Assert.Equal(version, read.Message.Version);
        var written = Iso18626Writer.Write(read.Message);
        Xsd.AssertValid(written, version);
        var (before, after) = (Plain(message), Plain(written));
        Assert.True(XNode.DeepEquals(before, after), $"{path}\nbefore: {before}\nafter:  {after}");
        Assert.Equal(read.Message, Iso18626Reader.Read(written).Message);
    }

    private static XElement Plain(byte[] message)
    {
        using var stream = new MemoryStream(message);
        var root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();

        // An empty element and one without content are the same.
        foreach (var element in root.DescendantsAndSelf().Where(element => !element.HasElements && element.Value.Length == 0))
        {
            element.RemoveNodes();
        }

        return root;
    }

    private static void Walk(object record, HashSet<string> seen, HashSet<string> filled)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetMethod!.GetParameters().Length == 0))
        {
            if (property.Name is "EqualityContract" || property.SetMethod is null)
            {
                continue;
            }

            var name = $"{record.GetType().Name}.{property.Name}";
            seen.Add(name);
            var value = property.GetValue(record);
            var items = value is string or null ? [value] : value is IEnumerable many ? many.Cast<object?>().ToArray() : [value];
            foreach (var item in items.Where(item => item is not null && !IsUnset(item)))
            {
                filled.Add(name);
                if (item!.GetType() is { IsClass: true, Namespace: "BorrowingWorkflow.Iso18626.Messages" })
                {
                    Walk(item, seen, filled);
                }
            }
        }
    }

    private static bool IsUnset(object item) => item is "" || (item.GetType().IsValueType && item is not bool && item.Equals(Activator.CreateInstance(item.GetType())));
}
