using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using PostMoney.Core.Categories.JsonSchemas.Values;
using PostMoney.Core.Categories.Matching;

namespace PostMoney.Core.Categories;

/// <summary>Whether an offer answers a need, and a need answers what the offer requires. Pure: the same input, the same answer.</summary>
/// <remarks>
/// Every field of <c>constraints</c> with <c>x-match</c> is compared with the field of the same name in <c>details</c>; every field of
/// <c>requirements</c> with the field of the same name in <c>constraints</c>, where the person asking declares it. What the
/// other side does not say is not met. Private parts are never looked at. Input that was never checked meets nothing, and does not throw.
/// </remarks>
public static class Eligibility
{
    /// <summary>What is not met, the need's conditions first; empty when the two fit.</summary>
    public static IReadOnlyList<UnmetCondition> Check(
        CategorySchema need, JsonElement needSections, CategorySchema offer, JsonElement offerSections)
    {
        if (need.Id.Kind != ItemKind.Need || offer.Id.Kind != ItemKind.Offer || need.Id.Topic != offer.Id.Topic)
        {
            return [new UnmetCondition("", $"“{need.TopicTitle}” and “{offer.TopicTitle}” do not go together.")];
        }

        if (IsBroken(needSections) || IsBroken(offerSections))
        {
            return [new UnmetCondition("", "One of the two cannot be read.")];
        }

        return
        [
            .. Unmet(need, Section.Constraints, needSections, offer, Section.Details, offerSections),
            .. Unmet(offer, Section.Requirements, offerSections, need, Section.Constraints, needSections),
        ];
    }

    private static IEnumerable<UnmetCondition> Unmet(
        CategorySchema asking, string asked, JsonElement askingSections, CategorySchema giving, string given, JsonElement givingSections)
    {
        foreach (var field in asking.Fields.Where(f => f.Section == asked && f.Match is not null))
        {
            if (Value(askingSections, field) is { } wanted && Comparison.Asks(wanted))
            {
                var answer = giving.Find($"{given}.{field.Property}");
                var comparison = new Comparison(field, wanted, answer, answer is null ? null : Value(givingSections, answer));
                if (!comparison.IsMet)
                {
                    yield return new UnmetCondition(field.Name, ConditionSentence.For(comparison));
                }
            }
        }
    }

    private static bool IsBroken(JsonElement sections) =>
        new Screening(SchemaLimits.Default.Values, SchemaLimits.Default.Depth).FirstFault(sections) is not null;

    private static JsonElement? Value(JsonElement sections, CategoryField field) =>
        sections.ValueKind == JsonValueKind.Object
        && sections.TryGetProperty(field.Section, out var section) && section.ValueKind == JsonValueKind.Object
        && section.TryGetProperty(field.Property, out var value)
            ? value
            : null;
}
