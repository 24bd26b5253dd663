using PostMoney.Core.Categories.JsonSchemas;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Reading;

/// <summary>Every reason for which a category's schema is not accepted.</summary>
internal static class CategoryRefusals
{
    internal static Refusal TooLarge { get; } =
        Invalid("category.too-large", $"A category has at most {CategorySchema.MostBytes / 1024} KiB.");

    internal static Refusal TooManyFields { get; } =
        Invalid("category.too-many-fields", $"A category has at most {CategorySchema.MostFields} fields.");

    internal static Refusal Unreadable { get; } = Invalid("category.unreadable", "This is not a JSON object.");

    internal static Refusal NotASchema(SchemaProblem problem) => Invalid(
        "category.not-a-schema",
        $"This is not a JSON Schema of draft 2020-12: {(problem.InstancePath.Length == 0 ? "it" : problem.InstancePath)} {problem.Message}.");

    internal static Refusal Incomplete(string keyword, string expected) =>
        Invalid("category.incomplete", $"The category needs \"{keyword}\": {expected}.");

    internal static Refusal UnknownKeyword(string keyword, string place) =>
        Invalid("category.unknown-keyword", $"\"{keyword}\" means nothing at {place}.");

    internal static Refusal Keyword(string keyword, string place, string expected) =>
        Invalid("category.keyword", $"\"{keyword}\" at {place} {expected}.");

    internal static Refusal RemoteReference(string place) =>
        Invalid("category.remote-reference", $"A category refers to nothing outside itself (at {place}).");

    internal static Refusal Money(string word, string place) =>
        Invalid("category.money", $"\"{word}\" at {place} speaks of money. Here people share by need, not by price.");

    internal static Refusal UnknownSection(string name, ItemKind kind) => Invalid(
        "category.section",
        $"\"{name}\" is no section. The sections of {(kind == ItemKind.Need ? "a need" : "an offer")} are {string.Join(", ", Section.Of(kind))}.");

    internal static Refusal OpenSection(string name) => Invalid(
        "category.open-section",
        $"\"{name}\" must be an object with \"properties\" and \"additionalProperties\": false, so that every field is named.");

    internal static Refusal Nested(string field) =>
        Invalid("category.nested", $"{field} is an object or a list of anything but choices. A section has one level of fields.");

    internal static Refusal Field(string field, string expected) => Invalid("category.field", $"{field} {expected}.");

    private static Refusal Invalid(string code, string message) => new(RefusalKind.Invalid, code, message);
}
