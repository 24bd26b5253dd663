using PostMoney.Core.Categories.JsonSchemas.Compiling;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary>Keywords that check nothing by themselves but must be well-formed all the same.</summary>
internal static class Declarations
{
    /// <summary><c>$defs</c>: schemas to refer to.</summary>
    internal static Keyword? From(KeywordSource source)
    {
        source.SchemasByName();
        return null;
    }

    /// <summary><c>then</c> and <c>else</c>, which belong to <c>if</c>.</summary>
    internal static Keyword? OfOne(KeywordSource source)
    {
        source.Schema();
        return null;
    }

    /// <summary><c>minContains</c> and <c>maxContains</c>, which belong to <c>contains</c>.</summary>
    internal static Keyword? OfCount(KeywordSource source)
    {
        source.Count();
        return null;
    }
}
