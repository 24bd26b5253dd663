using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Forms;

/// <summary>What a posted form says.</summary>
/// <param name="Sections">The public sections, ready for a record; an empty one is absent. Never the payload.</param>
/// <param name="Parts">The private parts that were posted in clear, for a passport that this node holds. Seal them, and keep them nowhere.</param>
/// <param name="SealedParts">The names of the private parts that the browser keeps to seal by itself.</param>
/// <param name="Values">The public fields as they were filled in, to show them again.</param>
/// <param name="Refusals">What is wrong, in the order of the form; empty when the form is accepted.</param>
public sealed record FormReading(
    JsonElement Sections,
    IReadOnlyDictionary<string, string> Parts,
    IReadOnlyList<string> SealedParts,
    FormValues Values,
    IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsAccepted => Refusals.Count == 0;
}
