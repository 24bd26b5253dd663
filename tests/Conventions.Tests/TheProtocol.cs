using System.Text.RegularExpressions;
using System.Xml.Linq;
using PostMoney.ActivityStreams.Json;
using Xunit;

namespace PostMoney.Conventions.Tests;

/// <summary>What the protocol library says of itself. That every public member is documented, the compiler asks (CS1591).</summary>
public sealed partial class TheProtocol
{
    private static readonly Type[] _types = typeof(StrictJson).Assembly.GetExportedTypes();

    private static readonly Dictionary<string, string> _documentation = XDocument
        .Load(Path.ChangeExtension(typeof(StrictJson).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Value, StringComparer.Ordinal);

    /// <summary>A case of a closed answer has the source of the answer, and a kind of something that of its kind.</summary>
    [Fact]
    public void Names_the_specification_behind_every_public_type()
    {
        var without = _types.Where(type => !Around(type).Any(NamesItsSource)).Select(type => type.FullName);

        Assert.NotEmpty(_types);
        Assert.Equal([], without);
    }

    /// <summary>References in <c>cref</c> are attributes and do not count: what a type is called says nothing of where it is from.</summary>
    private static bool NamesItsSource(Type type) =>
        _documentation.TryGetValue($"T:{type.FullName!.Replace('+', '.')}", out var text) && Source().IsMatch(text);

    private static IEnumerable<Type> Around(Type type)
    {
        for (var one = type; one is not null; one = one.DeclaringType)
        {
            for (var kind = one; kind?.Assembly == type.Assembly; kind = kind.BaseType)
            {
                yield return kind;
            }
        }
    }

    [GeneratedRegex(
        """
        \bRFC\ \d{4}|\bFEP-[0-9a-f]{4}\b|\bdraft-[a-z]+-[a-z]|\bW3C\b|\bFIPS\ \d+|\bActivityPub\ (§|appendix)|\bActivityStreams\ 2\.0
        |\bActivity\ Vocabulary\ §|\bJSON-LD\ 1\.1|\bRDF\ 1\.1|\bRDFC-1\.0|\bData\ Integrity\ 1\.0|\bValueFlows\ 1\.0|\bNodeInfo\ 2\.0
        |\bXRD\ 1\.0|\bthe\ did:key\ method\b|\bthe\ multicodec\ table\b|\bschema\.org's\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Source();
}
