using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace BorrowingWorkflow.Conventions.Tests.Code;

/// <summary>Every public member is documented. The compiler asks for a comment; this asks for words in it.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_public_type_and_member_says_what_it_is_for()
    {
        var comments = Comments();
        var bare = Packages.PublicTypes.SelectMany(type => MembersOf(type).Prepend(IdOf(type))).Where(id => !comments.Contains(id));

        Assert.Empty(bare);
    }

    // What stands in for an id: T:, P:, F: in full; methods without their parameters, since overloads have a comment each or the compiler says so.
    private static HashSet<string> Comments()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assembly in Packages.All)
        {
            var file = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
            foreach (var member in file.Descendants("member"))
            {
                var name = ((string)member.Attribute("name")!).Split('(')[0].Split("``")[0];
                var parameters = member.Elements("param").Where(HasWords).Select(parameter => name.Replace("M:", "P:", StringComparison.Ordinal).Replace("#ctor", (string)parameter.Attribute("name")!, StringComparison.Ordinal));
                var ofType = member.Elements("param").Where(HasWords).Select(parameter => $"P:{name[2..]}.{(string)parameter.Attribute("name")!}");
                found.UnionWith([.. parameters, .. ofType]);
                if (member.Element("summary") is { } summary && HasWords(summary) || member.Element("inheritdoc") is not null)
                {
                    found.Add(name);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        var members = type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not (Type or ConstructorInfo));
        foreach (var member in members)
        {
            switch (member)
            {
                case MethodInfo { IsSpecialName: false } method when method.GetBaseDefinition().DeclaringType == type && !IsImplementation(method):
                    yield return $"M:{NameOf(type)}.{method.Name}";
                    break;
                case PropertyInfo property when property.GetMethod is not { } get || (get.GetBaseDefinition().DeclaringType == type && !IsImplementation(get)):
                    yield return $"P:{NameOf(type)}.{property.Name}";
                    break;
                case FieldInfo { IsSpecialName: false } field:
                    yield return $"F:{NameOf(type)}.{field.Name}";
                    break;
            }
        }
    }

    private static bool IsImplementation(MethodInfo method) => method.DeclaringType is { IsInterface: false } type
        && type.GetInterfaces().Any(face => type.GetInterfaceMap(face).TargetMethods.Contains(method));

    private static bool HasWords(XElement element) => !string.IsNullOrWhiteSpace(element.Value) || element.HasElements;

    private static string IdOf(Type type) => $"T:{NameOf(type)}";

    private static string NameOf(Type type) => type.FullName!.Split('[')[0].Replace('+', '.');
}
