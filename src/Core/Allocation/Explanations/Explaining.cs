using PostMoney.Core.Allocation.Kernel;
using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Allocation.Explanations;

/// <summary>Finds the explanations of one result.</summary>
internal sealed class Explaining(RoundResult result, Supply supply, Limits limits)
{
    private readonly Lazy<Dictionary<string, int>> _indexOf = new(() => result.Input.Needs
        .Select((need, index) => (need.Id, index))
        .ToDictionary(entry => entry.Id, entry => entry.index, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<string, DrawStep>> _stepOf = new(() =>
        result.Steps.ToDictionary(step => step.Need, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<string, RoundPerson>> _people = new(() =>
        result.Input.People.ToDictionary(person => person.Id, StringComparer.Ordinal));

    public Explanation Of(string id)
    {
        var index = _indexOf.Value[id];
        var need = result.Input.Needs[index];
        var line = result.Lines[index];
        var step = _stepOf.Value.GetValueOrDefault(id);
        var policy = result.Input.Terms.Policy;
        var isPersonQuota = line.Reason == Reason.PersonQuota;
        return new Explanation
        {
            Reason = line.Reason,
            PolicyKind = policy.Kind,
            Wanted = need.Window,
            RoundsWaited = need.RoundsWaited,
            RecentMinutes = _people.Value[need.Person].RecentMinutes,
            LookBackDays = policy.LookBack.Days,
            Weight = step?.Weight,
            Ticket = step?.Key.Hex,
            TicketNumber = step?.Key.Number,
            Band = line is RoundLine.Waiting waiting ? OddsBands.Of(waiting.Place) : null,
            Quota = isPersonQuota ? policy.Parameters[SharedParameters.QuotaPerPerson] : null,
            Used = isPersonQuota ? limits.UsesOf(need) : null,
            DifferentFrom = DifferentFrom(need, line.Reason, policy),
        };
    }

    private DateTimeOffset? DifferentFrom(RoundNeed need, Reason reason, AllocationPolicy policy) => reason switch
    {
        Reason.Cooldown => Moment(limits.CoolUntil(need)),
        Reason.PersonQuota => ChargingPeriod.Around(need.Window.From, policy.Parameters[SharedParameters.QuotaPeriodDays])?.To,
        Reason.Outranked or Reason.NoUnitFree => Moment(supply.FirstUnused(need, Slot.Of(need.Window))),
        _ => null,
    };

    private static DateTimeOffset? Moment(long? milliseconds) =>
        milliseconds is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given) : null;
}
