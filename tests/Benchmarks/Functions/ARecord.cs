using System.Text.Json;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Benchmarks.Functions;

/// <summary>A need as members publish them.</summary>
internal static class ARecord
{
    internal static DateTimeOffset At { get; } = new(2027, 3, 1, 9, 0, 7, TimeSpan.Zero);

    internal static JsonElement Document { get; } = Write();

    private static JsonElement Write() => ItemDocument.Write(new ItemContent
    {
        Id = Guid.CreateVersion7(At),
        Version = 1,
        Issuer = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        Authority = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        Category = CategoryId.TryParse("need.tool@v1", out var category) ? category : throw new InvalidOperationException("There is no such category."),
        Title = "A ladder for the gutters",
        Summary = "Two storeys, one afternoon.",
        Window = new Window(At.AddDays(3), At.AddDays(3).AddHours(4)),
        Sections = JsonElement.Parse("""{"constraints":{"kind":"ladder"}}"""),
        Priority = Priority.Normal,
        Visibility = Visibility.Node,
        To = [],
        Discoverable = true,
        Parts = [],
        Published = At,
    });
}
