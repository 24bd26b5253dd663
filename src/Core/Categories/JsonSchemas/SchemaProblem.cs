namespace PostMoney.Core.Categories.JsonSchemas;

/// <summary>One thing about a value that its schema does not allow.</summary>
/// <param name="InstancePath">JSON Pointer (RFC 6901) to the value; for a missing or unknown property, to that property. Empty for the whole.</param>
/// <param name="Keyword">The keyword that says no, such as <c>maximum</c>; <c>budget</c> when the check was given up as too costly.</param>
/// <param name="Message">Words for a person that begin with a verb: "must be at most 40". The name of the field goes before them.</param>
public sealed record SchemaProblem(string InstancePath, string Keyword, string Message);
