using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;

namespace PostMoney.Core.Demo;

/// <summary>What people do with a permit until its window is over: accept, decline, forget; open what is sealed; prolong; give back.</summary>
internal sealed class AnswerPermits(
    DemoNode node, TownText text, PublishThings things, TellOutcomes outcomes, Almanac almanac, Agenda agenda, Dice dice,
    CancellationToken ct)
{
    private readonly HashSet<Guid> _seen = [];

    /// <summary>Notes what people will do with permits that are new.</summary>
    internal async Task LookAsync()
    {
        var held = await node.Db.Assignments.AsNoTracking()
            .Where(a => a.State == AssignmentState.Held)
            .OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.NeedId, a.OfferId, a.WindowFrom, a.WindowTo, a.HoldUntil })
            .ToListAsync(ct);

        // Permits of one round may bear ids of one millisecond; needs have an order of their own.
        foreach (var found in held.Where(a => _seen.Add(a.Id)).OrderBy(a => things.Needs[a.NeedId].Text.Title, StringComparer.Ordinal))
        {
            var (need, who) = things.Needs[found.NeedId];
            var offer = things.Offers.Values.Single(offer => offer.Id == found.OfferId);
            Answer(new Permit(found.Id, found.NeedId, need, who, offer, new Window(found.WindowFrom, found.WindowTo), found.HoldUntil));
        }
    }

    private void Answer(Permit permit)
    {
        var isLate = permit.HoldUntil > almanac.Now;
        var roll = dice.Below(100);
        if (permit.Late?.Reply == "wait" || (permit.Late?.Reply is null && (roll < 5 || (isLate && roll < 55))))
        {
            return;
        }

        if (permit.Late?.Reply is null && roll is >= 5 and < 13)
        {
            agenda.Note(Soon(permit, 0.5, 8), () => DeclineAsync(permit));
            return;
        }

        agenda.Note(permit.Late is null ? Soon(permit, 0.3, 11) : Soon(permit, 0.5, 2.2), () => AcceptAsync(permit));
    }

    // An answer comes before the hold ends, and before its time begins.
    private DateTimeOffset Soon(Permit permit, double leastHours, double mostHours)
    {
        var at = almanac.WhenAwake(node.Clock.Now + dice.Span(leastHours, mostHours), dice.Span(0.05, 1.5));
        var last = permit.HoldUntil < permit.Window.From ? permit.HoldUntil : permit.Window.From;
        return at < last ? at : node.Clock.Now.AddMinutes(dice.Between(4, 18));
    }

    private async Task DeclineAsync(Permit permit)
    {
        if ((await node.AsAsync(permit.Who, (Viewer viewer, GiveUpAssignment giveUp) => giveUp.DeclineAsync(viewer, permit.Id, ct))).IsGranted)
        {
            await LookAsync();
            await things.WithdrawAsync(permit.Who, permit.NeedId);
        }
    }

    private async Task AcceptAsync(Permit permit)
    {
        if (!(await node.AsAsync(permit.Who, (Viewer viewer, AcceptAssignment accept) =>
            accept.ExecuteAsync(viewer, permit.Id, agreed: true, ct))).IsGranted)
        {
            return;
        }

        var (from, to) = (permit.Window.From, permit.Window.To);
        if (permit.Late is null && from - node.Clock.Now > TimeSpan.FromHours(9))
        {
            var until = (from - node.Clock.Now).TotalHours - 1;
            if (dice.Chance(4))
            {
                agenda.Note(almanac.BeforeSleep(node.Clock.Now + dice.Span(1, until), dice.Span(0, 1)), () => ReleaseAsync(permit));
            }
            else if (dice.Chance(2))
            {
                agenda.Note(almanac.BeforeSleep(node.Clock.Now + dice.Span(1, until), dice.Span(0, 1)), () => RevokeAsync(permit));
            }
        }

        NoteOpenings(permit);
        if (permit.Late is null && permit.Window.Length > TimeSpan.FromHours(20) && dice.Chance(9))
        {
            agenda.Note(to - (permit.Window.Length / 10), () => node.AsAsync(permit.Who, (Viewer viewer, RenewAssignment renew) =>
                renew.ExecuteAsync(viewer, permit.Id, ct)));
        }

        outcomes.Note(permit);
    }

    private void NoteOpenings(Permit permit)
    {
        if (permit.Offer.Text.Secrets.Count > 0)
        {
            var first = permit.Window.From + dice.Span(0.02, 0.8);
            if (permit.Late is not null || dice.Chance(7))
            {
                agenda.Note(permit.Window.From.AddMinutes(-dice.Between(5, 25)), () => OpenAsync(permit.Who, permit.Offer.Id));
            }

            agenda.Note(first, () => OpenAsync(permit.Who, permit.Offer.Id));
            if (dice.Chance(30))
            {
                agenda.Note(first + dice.Span(0.1, 4), () => OpenAsync(permit.Who, permit.Offer.Id));
            }
        }

        if (permit.Need.Secrets.Count > 0)
        {
            agenda.Note(permit.Window.From + dice.Span(0.01, 0.3), () => OpenAsync(permit.Offer.Keeper, permit.NeedId));
        }
    }

    // Who is too early, or has given the permit back, is refused; the attempt is written down in any case.
    private async Task OpenAsync(Resident who, Guid itemId)
    {
        var granted = await node.AsAsync(who, (Viewer viewer, RequestGrant request) =>
            request.ExecuteAsync(viewer, itemId, RequestGrant.DefaultLifetime, ct));
        if (granted.TryGet(out var grant) && grant.TryOpen(who.Passport) is not { } opened)
        {
            throw new InvalidOperationException("A grant of the demo town does not open for its holder.");
        }
    }

    private async Task ReleaseAsync(Permit permit)
    {
        if ((await node.AsAsync(permit.Who, (Viewer viewer, GiveUpAssignment giveUp) => giveUp.ReleaseAsync(viewer, permit.Id, ct))).IsGranted)
        {
            await LookAsync();
            await things.WithdrawAsync(permit.Who, permit.NeedId);
        }
    }

    private async Task RevokeAsync(Permit permit)
    {
        if ((await node.AsAsync(permit.Offer.Keeper, (Viewer viewer, GiveUpAssignment giveUp) =>
            giveUp.RevokeAsync(viewer, permit.Id, text.Words.Revoking[permit.Need.Topic], ct))).IsGranted)
        {
            await LookAsync();
        }
    }
}
