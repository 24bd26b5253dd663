using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;
using PostMoney.Core.Categories.JsonSchemas.Values;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.JsonSchemas;

/// <summary>A JSON Schema of draft 2020-12, compiled once; checks any number of values, from many threads at a time.</summary>
/// <remarks>
/// All vocabularies of 2020-12; <c>format</c> and <c>content…</c> are annotations. Both schema and value may be hostile: a schema
/// beyond <see cref="SchemaLimits"/> is refused, a check beyond its budget ends with the problem <c>budget</c>, and nothing is fetched.
/// Source: https://json-schema.org/draft/2020-12/json-schema-core and json-schema-validation.
/// </remarks>
public sealed class JsonSchema
{
    private static readonly Lazy<JsonSchema> _draft202012 = new(() => Compile(MetaSchemas.Find(MetaSchemas.Draft202012)!.Value).Value);

    private readonly SchemaNode _root;
    private readonly SchemaLimits _limits;
    private readonly bool _tracks;

    private JsonSchema(SchemaNode root, SchemaLimits limits, bool tracks) => (_root, _limits, _tracks) = (root, limits, tracks);

    /// <summary>The meta-schema of draft 2020-12: accepts what is a valid schema, annotations included.</summary>
    public static JsonSchema Draft202012 => _draft202012.Value;

    /// <summary>Compiles a schema document.</summary>
    /// <returns>The schema, or <c>schema.…</c> refusals: not a valid schema, a reference that leads nowhere, an unknown dialect, too large, endless.</returns>
    public static Result<JsonSchema> Compile(JsonElement document, SchemaOptions? options = null)
    {
        var compiler = new SchemaCompiler(options ?? SchemaOptions.Default);
        return compiler.Compile(document) is { } root
            ? new JsonSchema(root, compiler.Options.Limits, compiler.AsksWhatWasEvaluated)
            : compiler.Refusals;
    }

    /// <summary>Everything about the value that the schema does not allow, 50 problems at most; empty when it is valid.</summary>
    public IReadOnlyList<SchemaProblem> Check(JsonElement instance)
    {
        if (new Screening(_limits.Values, _limits.Depth).FirstFault(instance) is { } fault)
        {
            return [fault];
        }

        var evaluation = new Evaluation(_limits, _tracks);
        var accepted = evaluation.Accepts(_root, instance, InstancePath.Root, null);
        return evaluation.IsExhausted ? [new SchemaProblem("", "budget", "takes too long to check")]
            : accepted ? []
            : evaluation.Problems;
    }
}
