using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>A place in a document where a schema stands.</summary>
/// <param name="Resource">The resource that it belongs to; decides how its references resolve.</param>
/// <param name="Pointer">JSON Pointer from the top of the document.</param>
/// <param name="Element">What stands there.</param>
internal sealed record SchemaLocation(SchemaResource Resource, string Pointer, JsonElement Element);
