using System.Collections.Frozen;

namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>The names that JSON-LD keeps for itself (JSON-LD 1.1 §1.7).</summary>
internal static class Keywords
{
    internal const string Any = "@any";
    internal const string Base = "@base";
    internal const string Container = "@container";
    internal const string Context = "@context";
    internal const string Direction = "@direction";
    internal const string Graph = "@graph";
    internal const string Id = "@id";
    internal const string Import = "@import";
    internal const string Included = "@included";
    internal const string Index = "@index";
    internal const string Json = "@json";
    internal const string Language = "@language";
    internal const string List = "@list";
    internal const string Nest = "@nest";
    internal const string None = "@none";
    internal const string Null = "@null";
    internal const string Prefix = "@prefix";
    internal const string Propagate = "@propagate";
    internal const string Protected = "@protected";
    internal const string Reverse = "@reverse";
    internal const string Set = "@set";
    internal const string Type = "@type";
    internal const string Value = "@value";
    internal const string Version = "@version";
    internal const string Vocab = "@vocab";

    private static readonly FrozenSet<string> _all = FrozenSet.Create(
        StringComparer.Ordinal,
        Base, Container, Context, Direction, Graph, Id, Import, Included, Index, Json, Language, List, Nest, None, Prefix,
        Propagate, Protected, Reverse, Set, Type, Value, Version, Vocab);

    internal static bool Is(string text) => text.Length > 1 && text[0] == '@' && _all.Contains(text);

    /// <summary>Whether the text looks like a keyword, which a later version may make it: <c>@</c> and letters alone.</summary>
    internal static bool HasForm(string text)
    {
        if (text.Length < 2 || text[0] != '@')
        {
            return false;
        }

        foreach (var character in text.AsSpan(1))
        {
            if (!char.IsAsciiLetter(character))
            {
                return false;
            }
        }

        return true;
    }
}
