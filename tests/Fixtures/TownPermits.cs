using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;
using PostMoney.Core.Outcomes;
using PostMoney.Core.Queue;

namespace PostMoney.Fixtures;

/// <summary>How permits come about in the town, and what is done with them.</summary>
public static class TownPermits
{
    /// <summary>The open round of a topic.</summary>
    public static async Task<PoolCard> OpenRoundAsync(this Town town, string topic = "tool") =>
        (await town.AskAsync((PoolList pools) => pools.OpenAsync(Viewer.Stranger, default)))
            .Single(pool => pool.Topic == topic && pool.OfferId is null);

    /// <summary>Time passes until the topic's round closes, and what is due is done.</summary>
    /// <returns>The round.</returns>
    public static async Task<Guid> SettleAsync(this Town town, string topic = "tool")
    {
        var pool = await town.OpenRoundAsync(topic);
        town.Clock.WaitUntil(pool.ClosesAt.AddTicks(5_678));
        await town.RunDueJobsAsync();
        return pool.RoundId;
    }

    /// <summary>Dora closes the topic's round now.</summary>
    public static async Task<Guid> SettleNowAsync(this Town town, string topic = "tool")
    {
        var pool = await town.OpenRoundAsync(topic);
        (await town.AsAsync(town.Dora, (Viewer dora, SettleRound settle) => settle.NowAsync(dora, pool.RoundId, default))).Granted();
        town.Clock.Pass(TimeSpan.FromSeconds(1));
        return pool.RoundId;
    }

    /// <summary>Does every job that is due, as the scheduler would.</summary>
    /// <returns>Kinds of those that were done, in order.</returns>
    public static async Task<IReadOnlyList<string>> RunDueJobsAsync(this Town town)
    {
        var done = new List<string>();
        while (await town.AskAsync((JobPump pump) => pump.TakeAsync(default)) is { } job)
        {
            (await town.RunAsync(job)).Granted();
            await town.DoAsync((JobPump pump) => pump.CompleteAsync(job.Id, default));
            done.Add(job.Kind);
        }

        return done;
    }

    /// <summary>Does one job.</summary>
    public static Task<Result<Done>> RunAsync(this Town town, Job job) => job.Kind switch
    {
        Round.CloseJob => town.AskAsync((SettleRound settle) => settle.ExecuteAsync(job.SubjectId, default)),
        Assignment.LapseJob => town.AskAsync((GiveUpAssignment giveUp) => giveUp.LapseAsync(job.SubjectId, default)),
        Assignment.EndJob => town.AskAsync((EndAssignment end) => end.ExecuteAsync(job.SubjectId, default)),
        _ => throw new InvalidOperationException($"Nobody knows the job {job.Kind}."),
    };

    /// <summary>The newest permit of somebody's need, or null.</summary>
    public static Task<AssignmentCard?> PermitOfAsync(this Town town, Person who, Guid needId) =>
        town.AsAsync(who, (Viewer viewer, AssignmentPages pages) => pages.OfNeedAsync(viewer, needId, default));

    /// <summary>Somebody accepts the permit of their need; a second passes.</summary>
    /// <returns>The permit.</returns>
    public static async Task<AssignmentCard> AcceptAsync(this Town town, Person who, Guid needId)
    {
        var permit = await town.PermitOfAsync(who, needId)
            ?? throw new InvalidOperationException($"{who.Name} has no permit.");
        (await town.AsAsync(who, (Viewer viewer, AcceptAssignment accept) =>
            accept.ExecuteAsync(viewer, permit.Id, agreed: true, default))).Granted();
        town.Clock.Pass(TimeSpan.FromSeconds(1));
        return permit;
    }

    /// <summary>An offer of Bilal's, a need of Amina's, drawn and accepted.</summary>
    public static async Task<(Guid Offer, Guid Need, AssignmentCard Permit)> LendToAminaAsync(
        this Town town, int units = 1, params (string Part, string Text)[] secrets)
    {
        var offer = await town.OfferAsync(town.Bilal, town.LadderToLend(units: units), secrets);
        var need = await town.NeedAsync(town.Amina, town.LadderWanted());
        await town.SettleNowAsync();
        return (offer, need, await town.AcceptAsync(town.Amina, need));
    }

    /// <summary>Somebody asks for a grant.</summary>
    public static Task<Result<IssuedGrant>> GrantAsync(this Town town, Person who, Guid itemId) =>
        town.AsAsync(who, (Viewer viewer, RequestGrant request) =>
            request.ExecuteAsync(viewer, itemId, RequestGrant.DefaultLifetime, default));

    /// <summary>What somebody reads in an item at this moment, by label; the test fails where they may not.</summary>
    public static async Task<IReadOnlyList<OpenedPart>> OpenAsync(this Town town, Person who, Guid itemId) =>
        (await town.GrantAsync(who, itemId)).Granted().TryOpen(who.Passport)
            ?? throw new InvalidOperationException($"The grant was not made for {who.Name}.");

    /// <summary>Somebody tells what came of a permit.</summary>
    public static async Task<Result<Done>> TellAsync(this Town town, Person who, Guid permitId, OutcomeForm form)
    {
        var drafted = await town.AsAsync(who, (Viewer viewer, RecordOutcome record) => record.DraftAsync(viewer, permitId, form, default));
        return drafted.TryGet(out var draft)
            ? await town.AsAsync(who, (Viewer viewer, RecordOutcome record) =>
                record.ExecuteAsync(viewer, permitId, who.Sign(draft, town.Clock.Now), default))
            : drafted.Refusals.ToList();
    }

    /// <summary>All went well.</summary>
    public static OutcomeForm WentWell { get; } = new(OutcomeResult.Completed, "", "as before", MaintenanceNeeded: false);

    /// <summary>Something broke.</summary>
    public static OutcomeForm Broke { get; } = new(OutcomeResult.Partial, "A rung is loose.", "damaged", MaintenanceNeeded: true);
}
