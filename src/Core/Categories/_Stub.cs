#pragma warning disable
using System.Text.Json;
using PostMoney.Core.Foundation;
namespace PostMoney.Core.Categories;
public enum ItemKind { Need, Offer }
public readonly record struct CategoryId(ItemKind Kind, string Topic, int Version)
{ public string Value => ""; public static bool TryParse(string? t, out CategoryId id) { id = default; return false; } }
public sealed record PayloadPart(string Name, string Label, bool IsRequired);
public sealed class CategorySchema { public CategoryId Id; public string Title; public IReadOnlyList<PayloadPart> PayloadParts = []; public IReadOnlyList<Refusal> Check(JsonElement s) => []; public static Result<CategorySchema> Parse(CategoryId id, string t) => new CategorySchema(); }
public static class ShippedCategories { public static IReadOnlyList<(CategorySchema Schema, string Text)> All => []; }
public static class Eligibility { public static IReadOnlyList<string> Check(CategorySchema need, JsonElement n, CategorySchema offer, JsonElement o) => []; }
