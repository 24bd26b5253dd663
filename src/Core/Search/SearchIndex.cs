using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Items;

namespace PostMoney.Core.Search;

/// <summary>Keeps the index in step with items, within the caller's change. It is given projections and nothing else.</summary>
public sealed class SearchIndex(PostMoneyDb db)
{
    /// <summary>Puts an item's newest version into the index, or takes it out where it is not to be found.</summary>
    internal async Task PutAsync(Item item, CancellationToken ct)
    {
        var entry = await db.SearchEntries.FirstOrDefaultAsync(e => e.ItemId == item.Id, ct);
        if (!item.Discoverable || item.State == ItemState.Withdrawn)
        {
            if (entry is not null)
            {
                db.SearchEntries.Remove(entry);
            }

            return;
        }

        if (entry is null)
        {
            entry = new SearchEntry { ItemId = item.Id, Title = "", Summary = "", Words = "" };
            db.SearchEntries.Add(entry);
        }

        entry.Title = item.Title;
        entry.Summary = item.Summary;
        entry.Words = WordsOf(item);
    }

    private static string WordsOf(Item item)
    {
        var words = new StringBuilder(item.Topic);
        using var sections = JsonDocument.Parse(item.Sections);
        Gather(sections.RootElement, words);
        return words.ToString();
    }

    private static void Gather(JsonElement value, StringBuilder words)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Gather(property.Value, words);
                }

                break;
            case JsonValueKind.Array:
                foreach (var entry in value.EnumerateArray())
                {
                    Gather(entry, words);
                }

                break;
            case JsonValueKind.String:
                words.Append(' ').Append(value.GetString());
                break;
            default:
                break;
        }
    }
}
