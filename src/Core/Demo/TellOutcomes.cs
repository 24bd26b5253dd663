using PostMoney.Core.Access;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Outcomes;

namespace PostMoney.Core.Demo;

/// <summary>What people tell afterwards, and how what came back damaged is mended.</summary>
internal sealed class TellOutcomes(DemoNode node, TownText text, Almanac almanac, Agenda agenda, Dice dice, CancellationToken ct)
{
    // After that day nothing breaks by chance: the last days are told, and rest on what is there.
    private const int LastChanceOfDamage = -12;

    private WordsText Words => text.Words;

    /// <summary>Notes when both sides of a permit will tell.</summary>
    internal void Note(Permit permit)
    {
        if (permit.Late?.End == "never")
        {
            return;
        }

        // Who forgets is not asked for ever: whoever looks after the thing sees that it is there.
        var forgets = permit.Late is null && dice.Chance(4);
        var at = WhenToTell(permit);
        if (!forgets)
        {
            agenda.Note(at, () => TellAsync(permit));
        }

        if (forgets || dice.Chance(25))
        {
            agenda.Note(almanac.WhenAwake(at + (forgets ? dice.Span(30, 80) : dice.Span(0.5, 6)), dice.Span(0.1, 1)), () => TellAsync(
                permit, permit.Offer.Keeper, new OutcomeForm(OutcomeResult.Completed, dice.Pick(Words.Owner), "", MaintenanceNeeded: false)));
        }
    }

    private DateTimeOffset WhenToTell(Permit permit)
    {
        var (end, roll) = (permit.Window.To, dice.Below(100));
        if (permit.Late is not null)
        {
            return almanac.WhenAwake(end + dice.Span(0.3, 2), dice.Span(0.1, 1));
        }

        // Who tells within an hour is in time; most are.
        if (roll < 45 && permit.Window.Length > TimeSpan.FromHours(3))
        {
            return almanac.BeforeSleep(end - (permit.Window.Length * dice.Between(2, 20) / 100), dice.Span(0, 0.5));
        }

        return roll switch
        {
            < 82 => end + dice.Span(0.03, 0.9),
            < 94 => almanac.WhenAwake(end + dice.Span(1.2, 14), dice.Span(0.1, 1.5)),
            _ => almanac.WhenAwake(end + dice.Span(20, 60), dice.Span(0.1, 1.5)),
        };
    }

    private Task TellAsync(Permit permit)
    {
        var topic = permit.Need.Topic;
        var damage = Words.Damage.FirstOrDefault(damage => damage.Offers.Contains(permit.Offer.Text.Id));
        var roll = dice.Below(100);
        var mayBreak = permit.Late is null ? roll < 12 && almanac.DayOf(node.Clock.Now) < LastChanceOfDamage : permit.Late.End is "damaged" or "repair";
        if (damage is not null && mayBreak)
        {
            return TellDamageAsync(permit, damage);
        }

        return TellAsync(permit, permit.Who, roll switch
        {
            >= 97 => new OutcomeForm(OutcomeResult.Failed, dice.Pick(Words.Failed[topic]), "", MaintenanceNeeded: false),
            >= 90 => new OutcomeForm(OutcomeResult.Partial, dice.Pick(Words.Partly[topic]), dice.Pick(Words.Condition[topic]), MaintenanceNeeded: false),
            _ => new OutcomeForm(OutcomeResult.Completed, dice.Pick(Words.Well[topic]), dice.Pick(Words.Condition[topic]), MaintenanceNeeded: false),
        });
    }

    private async Task TellDamageAsync(Permit permit, DamageText damage)
    {
        var told = await TellAsync(
            permit, permit.Who, new OutcomeForm(OutcomeResult.Completed, damage.Problem, "needs a look", MaintenanceNeeded: true));
        if (!told || permit.Late?.End == "damaged")
        {
            return;
        }

        var mender = permit.Offer.Text.By == "tool-library" ? node.People["gus"] : permit.Offer.Keeper;
        var repair = almanac.WhenAwake(node.Clock.Now + dice.Span(3, 26), dice.Span(0.1, 2));
        agenda.Note(repair, () => MendAsync(mender, permit, TicketState.Repair, damage.Repair));
        if (permit.Late is null)
        {
            agenda.Note(almanac.WhenAwake(repair + dice.Span(18, 100), dice.Span(0.1, 2)), () =>
                MendAsync(mender, permit, TicketState.Resolved, damage.Done));
        }
    }

    private async Task MendAsync(Resident mender, Permit permit, TicketState state, string note)
    {
        var tickets = await node.AsAsync(mender, (Viewer viewer, TicketList list) => list.OfAsync(viewer, ct));
        if (tickets.FirstOrDefault(ticket => ticket.OfferId == permit.Offer.Id && ticket.ResolvedAt is null) is { } ticket)
        {
            await node.AsAsync(mender, (Viewer viewer, ResolveTicket resolve) => resolve.ExecuteAsync(viewer, ticket.Id, state, note, ct));
        }
    }

    // Refused where the permit came to nothing meanwhile, or where somebody has told before.
    private Task<bool> TellAsync(Permit permit, Resident who, OutcomeForm form) => node.AsAsync(
        who, async (Viewer viewer, RecordOutcome record) =>
        {
            var drafted = await record.DraftAsync(viewer, permit.Id, form, ct);
            return drafted.TryGet(out var draft)
                && (await record.ExecuteAsync(viewer, permit.Id, who.Passport.Sign(draft, node.Clock.Now), ct)).IsGranted;
        });
}
