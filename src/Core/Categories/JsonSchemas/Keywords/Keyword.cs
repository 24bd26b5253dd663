using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary>One compiled keyword of one schema.</summary>
internal abstract class Keyword
{
    /// <summary>Whether it must see what all other keywords have looked at.</summary>
    internal virtual bool RunsLast => false;

    /// <summary>The schemas that it may apply to the very same value, by whatever way.</summary>
    internal virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>Whether the value satisfies the keyword. A keyword for another type of value is satisfied.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="seen">Where to tell what was looked at; null when nobody asks.</param>
    /// <param name="run">The check, which takes the problems.</param>
    internal abstract bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run);
}
