using System.Text.Json;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Needs;
using PostMoney.Core.Offers;

namespace PostMoney.Fixtures;

/// <summary>How the people of the town publish, by the very steps of a page: draft, sign, send.</summary>
public static class TownItems
{
    /// <summary>A ladder that somebody can lend for two months from now on.</summary>
    public static ItemForm LadderToLend(this Town town, string title = "A ladder of 5 metres", int units = 1) => new()
    {
        Category = "offer.tool@v1",
        Title = title,
        Summary = "Aluminium, two parts.",
        From = town.Clock.Now,
        To = town.Clock.Now.AddDays(60),
        Sections = Json("""{"details":{"kind":"ladder","condition":"good"}}"""),
        Units = units,
        Visibility = Visibility.Node,
    };

    /// <summary>A wish for a ladder, for an afternoon some days ahead.</summary>
    public static ItemForm LadderWanted(this Town town, string title = "A ladder for the gutters", int inDays = 3, int hours = 4) => new()
    {
        Category = "need.tool@v1",
        Title = title,
        Summary = "Two storeys.",
        From = town.Clock.Now.AddDays(inDays),
        To = town.Clock.Now.AddDays(inDays).AddHours(hours),
        Sections = Json("""{"constraints":{"kind":"ladder"}}"""),
        Visibility = Visibility.Node,
    };

    /// <summary>A wish to be taken to the clinic; where from has to be sealed into it.</summary>
    public static ItemForm RideWanted(this Town town) => town.LadderWanted("A ride to the clinic") with
    {
        Category = "need.ride@v1",
        Sections = Json("""{"constraints":{"fromArea":"Northside","toArea":"Clinic","seats":1}}"""),
    };

    /// <summary>Somebody publishes an offer with what is sealed in it; a second passes.</summary>
    public static async Task<Guid> OfferAsync(this Town town, Person who, ItemForm form, params (string Part, string Text)[] secrets) =>
        (await town.PublishAsync(who, form, secrets)).Granted();

    /// <summary>Somebody publishes a need with what is sealed in it; a second passes.</summary>
    public static async Task<Guid> NeedAsync(this Town town, Person who, ItemForm form, params (string Part, string Text)[] secrets) =>
        (await town.PublishAsync(who, form, secrets)).Granted();

    /// <summary>Drafts, signs and sends; a second passes, so that ids are in the order of publishing.</summary>
    public static async Task<Result<Guid>> PublishAsync(
        this Town town, Person who, ItemForm form, params (string Part, string Text)[] secrets)
    {
        var drafted = await town.DraftAsync(who, form with { Sealed = [.. secrets.Select(secret => secret.Part)] });
        if (!drafted.TryGet(out var draft))
        {
            return drafted.Refusals.ToList();
        }

        var sent = await town.SendAsync(who, form, await town.SignAsync(who, draft, secrets));
        town.Clock.Pass(TimeSpan.FromSeconds(1));
        return sent;
    }

    /// <summary>The record of a form, to be signed.</summary>
    public static Task<Result<JsonElement>> DraftAsync(this Town town, Person who, ItemForm form) =>
        town.AsAsync(who, (Viewer viewer, DraftItem draft) => draft.NewAsync(viewer, form, default));

    /// <summary>Seals and signs a draft.</summary>
    public static Task<Submission> SignAsync(
        this Town town, Person who, JsonElement draft, params (string Part, string Text)[] secrets) =>
        town.AskAsync((SignOnNode sign) => sign.AsMemberAsync(
            draft, secrets.ToDictionary(secret => secret.Part, secret => secret.Text), who.Passport, town.Clock.Now, default));

    /// <summary>Sends a signed record of something new.</summary>
    public static Task<Result<Guid>> SendAsync(this Town town, Person who, ItemForm form, Submission submission) =>
        IsNeed(form)
            ? town.AsAsync(who, (Viewer viewer, PublishNeed publish) => publish.ExecuteAsync(viewer, submission, default))
            : town.AsAsync(who, (Viewer viewer, PublishOffer publish) => publish.ExecuteAsync(viewer, submission, default));

    /// <summary>Drafts, signs and sends the next version; a second passes.</summary>
    public static async Task<Result<Guid>> ReviseAsync(
        this Town town, Person who, Guid itemId, ItemForm form, params (string Part, string Text)[] secrets)
    {
        var drafted = await town.AsAsync(who, (Viewer viewer, DraftItem draft) => draft.RevisionAsync(
            viewer, itemId, form with { Sealed = [.. secrets.Select(secret => secret.Part)] }, default));
        if (!drafted.TryGet(out var draft))
        {
            return drafted.Refusals.ToList();
        }

        var signed = await town.SignAsync(who, draft, secrets);
        town.Clock.Pass(TimeSpan.FromSeconds(1));
        return IsNeed(form)
            ? await town.AsAsync(who, (Viewer viewer, ReviseNeed revise) => revise.ExecuteAsync(viewer, itemId, signed, default))
            : await town.AsAsync(who, (Viewer viewer, ReviseOffer revise) => revise.ExecuteAsync(viewer, itemId, signed, default));
    }

    /// <summary>Drafts, signs and sends a tombstone.</summary>
    public static async Task<Result<Done>> WithdrawAsync(this Town town, Person who, Guid itemId, bool isNeed)
    {
        var drafted = await town.AsAsync(who, (Viewer viewer, DraftItem draft) => draft.WithdrawalAsync(viewer, itemId, default));
        if (!drafted.TryGet(out var draft))
        {
            return drafted.Refusals.ToList();
        }

        var signed = who.Sign(draft, town.Clock.Now);
        return isNeed
            ? await town.AsAsync(who, (Viewer viewer, WithdrawNeed withdraw) => withdraw.ExecuteAsync(viewer, itemId, signed, default))
            : await town.AsAsync(who, (Viewer viewer, WithdrawOffer withdraw) => withdraw.ExecuteAsync(viewer, itemId, signed, default));
    }

    /// <summary>JSON in a test.</summary>
    public static JsonElement Json(string json) => JsonElement.Parse(json);

    private static bool IsNeed(ItemForm form) => form.Category.StartsWith("need.", StringComparison.Ordinal);
}
