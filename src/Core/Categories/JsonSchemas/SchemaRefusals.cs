using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.JsonSchemas;

/// <summary>Every reason for which a schema is not compiled.</summary>
internal static class SchemaRefusals
{
    internal static Refusal Unreadable(SchemaProblem problem) =>
        new(RefusalKind.Invalid, "schema.unreadable", $"The schema {problem.Message} (at {Place(problem.InstancePath)}).");

    internal static Refusal TooLarge(string what) =>
        new(RefusalKind.Invalid, "schema.too-large", $"The schema has too many {what}.");

    internal static Refusal NotASchema(string pointer) =>
        new(RefusalKind.Invalid, "schema.not-a-schema", $"A schema is an object, true or false (at {Place(pointer)}).");

    internal static Refusal Keyword(string keyword, string pointer, string expected) =>
        new(RefusalKind.Invalid, "schema.keyword", $"\"{keyword}\" {expected} (at {Place(pointer)}).");

    internal static Refusal UnknownReference(string reference, string pointer) =>
        new(RefusalKind.Invalid, "schema.reference", $"\"{Short(reference)}\" leads nowhere (at {Place(pointer)}).");

    internal static Refusal Duplicate(string name, string pointer) =>
        new(RefusalKind.Invalid, "schema.duplicate", $"\"{Short(name)}\" is named twice (at {Place(pointer)}).");

    internal static Refusal UnknownDialect(string uri) =>
        new(RefusalKind.Invalid, "schema.dialect", $"\"{Short(uri)}\" is a dialect that this server does not know.");

    internal static Refusal Endless(string pointer) =>
        new(RefusalKind.Invalid, "schema.endless", $"The schema goes round in a circle without looking at anything new (at {Place(pointer)}).");

    private static string Place(string pointer) => pointer.Length == 0 ? "the top" : Short(pointer);

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
