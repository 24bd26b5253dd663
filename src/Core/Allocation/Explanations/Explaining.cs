using PostMoney.Core.Allocation.Kernel;
using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Allocation.Explanations;

/// <summary>Finds the explanations of one result.</summary>
internal sealed class Explaining(RoundResult result, FinalState state)
{
    private readonly Lazy<Dictionary<string, int>> _indexOf = new(() => result.Input.Needs
        .Select((need, index) => (need.Id, index))
        .ToDictionary(entry => entry.Id, entry => entry.index, StringComparer.Ordinal));

    private readonly Lazy<UnitUses> _units = new(() => UsesIn(result));

    private readonly Lazy<Dictionary<string, RoundPerson>> _people = new(() =>
        result.Input.People.ToDictionary(person => person.Id, StringComparer.Ordinal));

    public Explanation Of(string id)
    {
        var index = _indexOf.Value[id];
        var need = result.Input.Needs[index];
        var line = result.Lines[index];
        var claim = line is RoundLine.Waiting ? state.LastClaimOf(need) : state.FirstClaimOf(need);
        var ticket = claim is { } place ? result.Steps[place].Ticket : null;
        var policy = result.Input.Terms.Policy;
        var isPersonQuota = line.Reason == Reason.PersonQuota;
        return new Explanation
        {
            Reason = line.Reason,
            PolicyKind = policy.Kind,
            Wanted = line is RoundLine.Allotted allotted ? allotted.Window : need.Window,
            RoundsWaited = need.RoundsWaited,
            RecentMinutes = _people.Value[need.Person].RecentMinutes,
            LookBackDays = policy.LookBack.Days,
            Weight = ticket?.Weight,
            Ticket = ticket?.Key.Hex,
            TicketNumber = ticket?.Key.Number,
            Band = line is RoundLine.Waiting waiting ? OddsBands.Of(waiting.Place) : null,
            Quota = isPersonQuota ? policy.Parameters[SharedParameters.QuotaPerPerson] : null,
            Used = isPersonQuota ? state.UsesOf(need) : null,
            DifferentFrom = DifferentFrom(need, line.Reason, policy),
        };
    }

    private DateTimeOffset? DifferentFrom(RoundNeed need, Reason reason, AllocationPolicy policy) => reason switch
    {
        Reason.Cooldown => Moment(state.CoolUntil(need)),
        Reason.PersonQuota => ChargingPeriod.Around(need.Window.From, policy.Parameters[SharedParameters.QuotaPeriodDays])?.To,
        Reason.Outranked or Reason.NoUnitFree => Moment(_units.Value.FirstUnused(need)),
        _ => null,
    };

    private static UnitUses UsesIn(RoundResult result)
    {
        var units = new UnitUses(result.Input);
        foreach (var line in result.Allotted)
        {
            units.Add(line);
        }

        return units;
    }

    private static DateTimeOffset? Moment(long? milliseconds) =>
        milliseconds is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given) : null;
}
