using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Categories;
using PostMoney.Core.Items;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Which offers a need may have: those that its author may see, whose conditions fit, and that are neither their own nor of somebody with whom one of the two wants nothing to do.</summary>
public sealed class EligibleOffers(PostMoneyDb db, CategoryCatalog categories, TimeProvider clock)
{
    /// <summary>The eligible offers of each need.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> OfAsync(
        IReadOnlyList<Need> needs, IReadOnlyList<Offer> offers, CancellationToken ct)
    {
        var rights = await RightsAsync(needs, ct);
        var apart = await db.BlockedPairsAsync([.. needs.Select(need => need.AuthorId).Concat(offers.Select(offer => offer.AuthorId)).Distinct()], ct);
        var schemas = await SchemasAsync(needs, offers, ct);
        var parsed = offers.ToDictionary(offer => offer.Id, offer => Parse(offer.Sections));
        return needs.ToDictionary(
            need => need.Id,
            IReadOnlyList<Guid> (need) =>
            {
                var sections = Parse(need.Sections);
                return [.. offers
                    .Where(offer => need.AskedOfferId is null || need.AskedOfferId == offer.Id)
                    .Where(offer => offer.AuthorId != need.AuthorId && MaySee(need.AuthorId, offer, rights) && !apart.Contains((need.AuthorId, offer.AuthorId)))
                    .Where(offer => Eligibility.Check(
                        schemas[need.Category], sections, schemas[offer.Category], parsed[offer.Id]).Count == 0)
                    .Select(offer => offer.Id)];
            });
    }

    private async Task<HashSet<(Guid Subject, Guid Object)>> RightsAsync(IReadOnlyList<Need> needs, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var authors = needs.Select(need => need.AuthorId).Distinct().ToList();
        var held = await db.Relations.AsNoTracking()
            .Where(r => authors.Contains(r.SubjectId) && r.FromAt <= now && (r.ToAt == null || r.ToAt > now))
            .Where(r => (r.ObjectType == ObjectTypes.Group && r.Name == RelationNames.Member)
                || (r.ObjectType == ObjectTypes.Item && r.Name == RelationNames.Reader))
            .Select(r => new { r.SubjectId, r.ObjectId })
            .ToListAsync(ct);
        return [.. held.Select(r => (r.SubjectId, r.ObjectId))];
    }

    private async Task<Dictionary<string, CategorySchema>> SchemasAsync(
        IReadOnlyList<Need> needs, IReadOnlyList<Offer> offers, CancellationToken ct)
    {
        var schemas = new Dictionary<string, CategorySchema>(StringComparer.Ordinal);
        foreach (var name in needs.Select(need => need.Category).Concat(offers.Select(offer => offer.Category)).Distinct(StringComparer.Ordinal))
        {
            if (CategoryId.TryParse(name, out var id) && await categories.FindAsync(id, ct) is { } category)
            {
                schemas[name] = category.Schema;
            }
        }

        return schemas;
    }

    private static bool MaySee(Guid memberId, Offer offer, HashSet<(Guid Subject, Guid Object)> rights) => offer.Visibility switch
    {
        Visibility.Public or Visibility.Node => true,
        Visibility.Group => rights.Contains((memberId, offer.GroupId!.Value)),
        _ => rights.Contains((memberId, offer.Id)),
    };

    private static JsonElement Parse(string sections)
    {
        using var document = JsonDocument.Parse(sections);
        return document.RootElement.Clone();
    }
}
