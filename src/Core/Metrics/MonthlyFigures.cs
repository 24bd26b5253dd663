using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Outcomes;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Metrics;

/// <summary>How the sharing went, month by month, in numbers that tell of nobody in particular. For everybody.</summary>
/// <remarks>Months are those of the node's time zone. Cost: a few passes over the needs and permits of the node.</remarks>
public sealed class MonthlyFigures(PostMoneyDb db, NodeSettings settings, TimeProvider clock)
{
    private const int RateStep = 5;

    /// <summary>The figures of a month.</summary>
    /// <param name="asked">Which; null for the last that is over, or the first where none is.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The figures, or null for a month before the node or in the future.</returns>
    public async Task<MonthFigures?> OfAsync(Month? asked, CancellationToken ct)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(await settings.FindAsync(NodeSettings.TimeZone, ct) ?? "", out var known)
            ? known
            : TimeZoneInfo.Utc;
        var now = clock.GetUtcNow();
        var founded = await db.LogEntries.AsNoTracking().OrderBy(line => line.Position).Select(line => (DateTimeOffset?)line.At).FirstOrDefaultAsync(ct);
        var (first, last) = (Month.Of(founded ?? now, zone), Month.Of(now, zone));
        var month = asked ?? (last > first ? last.Previous : last);
        if (month < first || month > last)
        {
            return null;
        }

        var window = month.In(zone);
        var telling = new Telling(IsOver: month < last);
        return new MonthFigures(
            month, telling.IsOver, first, last, await TopicsAsync(window, telling, ct), await ReturnsAsync(window, now, telling, ct),
            await MaintenanceAsync(window, telling, ct),
            telling.Count(await db.Rounds.CountAsync(
                round => round.State == RoundState.Drawn && round.DrawnAt >= window.From && round.DrawnAt < window.To, ct)),
            await PoliciesAsync(window.To, ct));
    }

    private async Task<List<TopicFigures>> TopicsAsync(Window window, Telling telling, CancellationToken ct)
    {
        var needs = db.Needs.AsNoTracking()
            .Where(need => need.PublishedAt >= window.From && need.PublishedAt < window.To && need.State != ItemState.Withdrawn);
        var asked = await needs.GroupBy(need => need.Topic)
            .Select(own => new { Topic = own.Key, Count = own.Count() })
            .ToDictionaryAsync(line => line.Topic, line => line.Count, ct);
        var met = await db.Assignments.AsNoTracking()
            .Where(permit => permit.State == AssignmentState.Held || permit.State == AssignmentState.Active
                || permit.State == AssignmentState.Ended || permit.State == AssignmentState.Completed)
            .Join(needs, permit => permit.NeedId, need => need.Id, (permit, need) => new { need.Topic, need.Id })
            .Distinct()
            .GroupBy(line => line.Topic)
            .Select(own => new { Topic = own.Key, Count = own.Count() })
            .ToDictionaryAsync(line => line.Topic, line => line.Count, ct);
        var hours = await HoursAsync(window, ct);
        return [.. asked.Keys.Concat(hours.Select(own => own.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(topic =>
        {
            var (whole, part) = (asked.GetValueOrDefault(topic), met.GetValueOrDefault(topic));
            var waits = hours[topic].Order().ToList();
            return new TopicFigures(
                topic, telling.Count(whole), telling.Count(part), telling.Share(part, whole), telling.Count(waits.Count), MedianOf(waits));
        })];
    }

    /// <summary>Hours that needs waited for their first permit, by topic, of those whose first permit was issued in the window.</summary>
    private async Task<ILookup<string, double>> HoursAsync(Window window, CancellationToken ct)
    {
        var first = db.Assignments.AsNoTracking()
            .GroupBy(permit => permit.NeedId)
            .Select(own => new { NeedId = own.Key, IssuedAt = own.Min(permit => permit.IssuedAt) })
            .Where(line => line.IssuedAt >= window.From && line.IssuedAt < window.To);
        var waits = await first
            .Join(db.Needs, line => line.NeedId, need => need.Id, (line, need) => new { need.Topic, need.PublishedAt, line.IssuedAt })
            .ToListAsync(ct);
        return waits.ToLookup(line => line.Topic, line => (line.IssuedAt - line.PublishedAt).TotalHours, StringComparer.Ordinal);
    }

    private async Task<ReturnFigures> ReturnsAsync(Window window, DateTimeOffset now, Telling telling, CancellationToken ct)
    {
        var late = now - OutcomeRules.Grace;
        var due = db.Assignments.AsNoTracking()
            .Where(permit => permit.EndedAt >= window.From && permit.EndedAt < window.To)
            .Where(permit => permit.State == AssignmentState.Completed || (permit.State == AssignmentState.Ended && permit.WindowTo <= late));
        var whole = await due.CountAsync(ct);
        var part = await due.Join(
                db.Outcomes.Where(outcome => outcome.OnTime), permit => permit.Id, outcome => outcome.AssignmentId, (permit, outcome) => permit.Id)
            .Distinct()
            .CountAsync(ct);
        return new ReturnFigures(telling.Count(whole), telling.Count(part), telling.Share(part, whole));
    }

    private async Task<MaintenanceFigures> MaintenanceAsync(Window window, Telling telling, CancellationToken ct)
    {
        var tickets = db.MaintenanceTickets.AsNoTracking();
        return new MaintenanceFigures(
            telling.Count(await tickets.CountAsync(ticket => ticket.OpenedAt >= window.From && ticket.OpenedAt < window.To, ct)),
            telling.Count(await tickets.CountAsync(ticket => ticket.ResolvedAt >= window.From && ticket.ResolvedAt < window.To, ct)),
            telling.Count(await tickets.CountAsync(
                ticket => ticket.OpenedAt < window.To && (ticket.ResolvedAt == null || ticket.ResolvedAt >= window.To), ct)));
    }

    private async Task<List<PolicyInForce>> PoliciesAsync(DateTimeOffset until, CancellationToken ct)
    {
        var policies = await db.Policies.AsNoTracking().Where(policy => policy.EffectiveAt < until)
            .OrderBy(policy => policy.Name).ThenByDescending(policy => policy.Version)
            .ToListAsync(ct);
        var pools = (await db.Pools.AsNoTracking().Where(pool => pool.ClosedAt == null).ToListAsync(ct))
            .ToLookup(pool => pool.PolicyName, pool => pool.Name, StringComparer.Ordinal);
        return [.. policies.DistinctBy(policy => policy.Name).Select(policy => new PolicyInForce(
            policy.Name, policy.Version, policy.Kind, policy.Parameters, Convert.ToHexStringLower(policy.Hash), policy.EffectiveAt,
            [.. pools[policy.Name].Order(StringComparer.Ordinal)]))];
    }

    private static int? MedianOf(List<double> sorted) => sorted.Count < PublicCount.Least
        ? null
        : (int)Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, MidpointRounding.AwayFromZero);

    /// <summary>How exactly numbers are told: of a month that still runs, only roughly.</summary>
    private readonly record struct Telling(bool IsOver)
    {
        public PublicCount Count(int exact) => IsOver ? PublicCount.Of(exact) : PublicCount.InFives(exact);

        public int? Share(int part, int whole)
        {
            if (part < PublicCount.Least || whole < PublicCount.Least)
            {
                return null;
            }

            var step = IsOver ? 1 : RateStep;
            return (int)Math.Round(100m * part / whole / step, MidpointRounding.AwayFromZero) * step;
        }
    }
}
