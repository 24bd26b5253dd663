using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Items;

/// <summary>Turns a filled-in form into the record to be signed, or says beside which fields it does not fit.</summary>
public sealed class DraftItem(PostMoneyDb db, ItemRules rules, AccessCheck access, NodeSettings settings, NodeIds ids, TimeProvider clock)
{
    /// <summary>A record of something new.</summary>
    public Task<Result<JsonElement>> NewAsync(Viewer viewer, ItemForm form, CancellationToken ct) =>
        DraftAsync(viewer, form, newest: null, ct);

    /// <summary>A record of the next version.</summary>
    public async Task<Result<JsonElement>> RevisionAsync(Viewer viewer, Guid itemId, ItemForm form, CancellationToken ct)
    {
        var found = await OwnedAsync(viewer, itemId, ct);
        return found.TryGet(out var item) ? await DraftAsync(viewer, form, item, ct) : found.Refusal;
    }

    /// <summary>A record that takes the item back.</summary>
    public async Task<Result<JsonElement>> WithdrawalAsync(Viewer viewer, Guid itemId, CancellationToken ct)
    {
        var found = await OwnedAsync(viewer, itemId, ct);
        return found.TryGet(out var item)
            ? ItemDocument.WriteTombstone(item, await AuthorityAsync(ct), clock.GetUtcNow())
            : found.Refusal;
    }

    private async Task<Result<Item>> OwnedAsync(Viewer viewer, Guid itemId, CancellationToken ct)
    {
        var item = await db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == itemId, ct);
        if (item is null || !(await access.CheckAsync(viewer, Permission.Change, new Resource.OfItem(item.Id, item), ct)).IsAllowed)
        {
            return ItemRefusals.NotFound;
        }

        return item.State is ItemState.Withdrawn or ItemState.Expired ? ItemRefusals.NotAnyMore : item;
    }

    private async Task<Result<JsonElement>> DraftAsync(Viewer viewer, ItemForm form, Item? newest, CancellationToken ct)
    {
        if (!CategoryId.TryParse(form.Category, out var category))
        {
            return ItemRefusals.Category;
        }

        if (form.From is not { } from || form.To is not { } to)
        {
            return new[] { form.From is null ? ItemRefusals.From : null, form.To is null ? ItemRefusals.To : null }.OfType<Refusal>().ToList();
        }

        var group = await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Name == form.Group, ct);
        if (group is null && form.Group.Length > 0)
        {
            return ItemRefusals.Group;
        }

        var content = new ItemContent
        {
            Id = newest?.Id ?? ids.Next(),
            Version = (newest?.Version ?? 0) + 1,
            Issuer = newest?.Issuer ?? (form.AsGroup && category.Kind == ItemKind.Offer && group is not null ? group.Did : viewer.Did ?? ""),
            Authority = await AuthorityAsync(ct),
            Category = category,
            Title = form.Title.Trim(),
            Summary = form.Summary.Trim().ReplaceLineEndings("\n"),
            Window = new Window(ToSecond(from), ToSecond(to)),
            Sections = WithoutEmpty(form.Sections),
            Priority = category.Kind == ItemKind.Need ? form.Priority : null,
            Units = category.Kind == ItemKind.Offer ? form.Units ?? 0 : null,
            AskedOfferId = category.Kind == ItemKind.Need ? form.AskedOfferId : null,
            Visibility = form.Visibility,
            Group = group?.Did,
            To = form.Visibility == Visibility.Direct ? await DidsAsync(form.Readers, ct) : [],
            Discoverable = form.Discoverable,
            Parts = [.. form.Sealed.Select(name => new PartDigest(name, ""))],
            Published = ToSecond(clock.GetUtcNow()),
        };
        var facts = await rules.CheckAsync(viewer, content, newest, ct);
        return facts.IsGranted ? ItemDocument.Write(content) : facts.Refusals.ToList();
    }

    private async Task<string> AuthorityAsync(CancellationToken ct) =>
        await settings.FindAsync(NodeSettings.Did, ct) ?? throw new InvalidOperationException("This node has no passport yet.");

    private async Task<IReadOnlyList<string>> DidsAsync(string readers, CancellationToken ct)
    {
        var handles = readers.Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(handle => handle.TrimStart('@'))
            .Distinct(StringComparer.Ordinal)
            .Take(ItemRules.MostReaders + 1)
            .ToArray();
        var dids = await db.Members.AsNoTracking().Where(m => handles.Contains(m.Handle)).Select(m => m.Did).ToListAsync(ct);

        // A handle that nobody has must not vanish in silence.
        return dids.Count == handles.Length ? dids : [.. dids, "did:key:nobody"];
    }

    // Whatever a page hands over: what is to be sealed never gets near a record.
    private static JsonElement WithoutEmpty(JsonElement sections) => sections.ValueKind != JsonValueKind.Object
        ? JsonSerializer.SerializeToElement(new { })
        : JsonSerializer.SerializeToElement(sections.EnumerateObject()
            .Where(section => section.Name != Section.Payload)
            .Where(section => section.Value.ValueKind != JsonValueKind.Object || section.Value.EnumerateObject().Any())
            .ToDictionary(section => section.Name, section => section.Value));

    private static DateTimeOffset ToSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
