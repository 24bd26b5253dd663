using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Needs;
using PostMoney.Core.Offers;

namespace PostMoney.Core.Demo;

/// <summary>How people of the town publish, revise and withdraw: draft, seal, sign, send, as at a page.</summary>
internal sealed class PublishThings(DemoNode node, TownText text, CancellationToken ct)
{
    /// <summary>Offers by the name that the text gives them.</summary>
    internal Dictionary<string, PublishedOffer> Offers { get; } = new(StringComparer.Ordinal);

    /// <summary>Needs with what they say and who has them.</summary>
    internal Dictionary<Guid, (AskingText Text, Resident Who)> Needs { get; } = [];

    internal async Task OfferAsync(OfferText offer, Window window)
    {
        var group = text.Groups.FirstOrDefault(group => group.Name == offer.By);
        var keeper = node.People[group is null ? offer.By : group.Stewards[0]];
        var groupId = group is null ? null : (await node.AsAsync(keeper, (Viewer viewer, GroupList groups) =>
            groups.FindAsync(viewer, group.Name, ct)))?.Group.Id;
        var form = FormOf(offer, window, offer.Secrets);
        var published = await node.AsAsync(keeper, async (viewer, request) =>
        {
            var drafted = await request.GetRequiredService<DraftItem>().NewAsync(viewer, form, ct);
            var submission = await SignAsync(request, drafted.Granted(offer.Id), offer.Secrets, keeper, groupId);
            return await request.GetRequiredService<PublishOffer>().ExecuteAsync(viewer, submission, ct);
        });
        Offers[offer.Id] = new PublishedOffer(published.Granted(offer.Id), offer, keeper, groupId, window);
    }

    /// <summary>Gives an offer a new lock code or the like, and with it a new data key.</summary>
    internal async Task ReviseAsync(PublishedOffer offer)
    {
        var secrets = offer.Text.Secrets.Keys.Union(offer.Text.NewSecrets.Keys)
            .ToDictionary(part => part, part => offer.Text.NewSecrets.GetValueOrDefault(part) ?? offer.Text.Secrets[part]);
        var form = FormOf(offer.Text, offer.Window, secrets);
        var revised = await node.AsAsync(offer.Keeper, async (viewer, request) =>
        {
            var drafted = await request.GetRequiredService<DraftItem>().RevisionAsync(viewer, offer.Id, form, ct);
            var submission = await SignAsync(request, drafted.Granted("revise"), secrets, offer.Keeper, offer.GroupId);
            return await request.GetRequiredService<ReviseOffer>().ExecuteAsync(viewer, offer.Id, submission, ct);
        });
        _ = revised.Granted("revise");
    }

    /// <summary>Withdraws an offer, unless somebody holds a permit for it.</summary>
    internal async Task<bool> WithdrawAsync(PublishedOffer offer)
    {
        var tombstone = await TombstoneAsync(offer.Keeper, offer.Id);
        return tombstone is { } bytes && (await node.AsAsync(offer.Keeper, (Viewer viewer, WithdrawOffer withdraw) =>
            withdraw.ExecuteAsync(viewer, offer.Id, bytes, ct))).IsGranted;
    }

    /// <summary>Publishes a need.</summary>
    /// <returns>Its id, or why not: what it asks for may be gone since it was planned.</returns>
    internal async Task<Result<Guid>> NeedAsync(AskingText need, Resident who, Window window)
    {
        var form = new ItemForm
        {
            Category = $"need.{need.Topic}@v1",
            Title = need.Title,
            Summary = need.Summary,
            From = window.From,
            To = window.To,
            Sections = JsonSerializer.SerializeToElement(new { constraints = need.Constraints }),
            Priority = need.Urgent ? Priority.Urgent : Priority.Normal,
            AskedOfferId = need.Asks is null ? null : Offers.GetValueOrDefault(need.Asks)?.Id,
            Visibility = VisibilityOf(need),
            Group = need.For ?? "",
            Sealed = [.. need.Secrets.Keys],
        };
        var published = await node.AsAsync(who, async (viewer, request) =>
        {
            var drafted = await request.GetRequiredService<DraftItem>().NewAsync(viewer, form, ct);
            var submission = await SignAsync(request, drafted.Granted(need.Title), need.Secrets, who, groupId: null);
            return await request.GetRequiredService<PublishNeed>().ExecuteAsync(viewer, submission, ct);
        });
        if (published.TryGet(out var id))
        {
            Needs[id] = (need, who);
        }

        return published;
    }

    /// <summary>Withdraws a need, unless it is allotted.</summary>
    internal async Task WithdrawAsync(Resident who, Guid needId)
    {
        if (await TombstoneAsync(who, needId) is { } bytes)
        {
            await node.AsAsync(who, (Viewer viewer, WithdrawNeed withdraw) => withdraw.ExecuteAsync(viewer, needId, bytes, ct));
        }
    }

    private async Task<byte[]?> TombstoneAsync(Resident who, Guid itemId)
    {
        var drafted = await node.AsAsync(who, (Viewer viewer, DraftItem draft) => draft.WithdrawalAsync(viewer, itemId, ct));
        return drafted.TryGet(out var draft) ? who.Passport.Sign(draft, node.Clock.Now) : null;
    }

    private Task<Submission> SignAsync(
        IServiceProvider request, JsonElement draft, Dictionary<string, string> secrets, Resident who, Guid? groupId)
    {
        var sign = request.GetRequiredService<SignOnNode>();
        return groupId is { } group
            ? sign.AsGroupAsync(draft, secrets, group, ct)
            : sign.AsMemberAsync(draft, secrets, who.Passport, node.Clock.Now, ct);
    }

    private ItemForm FormOf(OfferText offer, Window window, Dictionary<string, string> secrets)
    {
        var asGroup = text.Groups.Any(group => group.Name == offer.By);
        return new ItemForm
        {
            Category = $"offer.{offer.Topic}@v1",
            Title = offer.Title,
            Summary = offer.Summary,
            From = window.From,
            To = window.To,
            Sections = SectionsOf(offer),
            Units = offer.Units,
            Visibility = offer.Group ? Visibility.Group : VisibilityOf(offer),
            Group = asGroup ? offer.By : offer.For ?? "",
            AsGroup = asGroup,
            Sealed = [.. secrets.Keys],
        };
    }

    private static JsonElement SectionsOf(OfferText offer) => offer.Requirements.ValueKind == JsonValueKind.Object
        ? JsonSerializer.SerializeToElement(new { details = offer.Details, requirements = offer.Requirements })
        : JsonSerializer.SerializeToElement(new { details = offer.Details });

    private static Visibility VisibilityOf(ItemText item) => Enum.Parse<Visibility>(item.Visibility, ignoreCase: true);
}
