using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Moderation;
using PostMoney.Core.Moving;
using PostMoney.Core.Operations;
using PostMoney.Core.Storage;

namespace PostMoney.Jobs;

/// <summary>What runs later: promised work by its kind, and what is swept again and again.</summary>
public static class JobRoutes
{
    /// <summary>Promised once, done once.</summary>
    internal static IReadOnlyDictionary<string, Func<IServiceProvider, Guid, CancellationToken, Task<Result<Done>>>> Promised { get; } =
        new Dictionary<string, Func<IServiceProvider, Guid, CancellationToken, Task<Result<Done>>>>(StringComparer.Ordinal)
        {
            [Round.CloseJob] = (node, id, ct) => node.GetRequiredService<SettleRound>().ExecuteAsync(id, ct),
            [Assignment.LapseJob] = (node, id, ct) => node.GetRequiredService<GiveUpAssignment>().LapseAsync(id, ct),
            [Assignment.EndJob] = (node, id, ct) => node.GetRequiredService<EndAssignment>().ExecuteAsync(id, ct),
            [Sanction.EndJob] = (node, id, ct) => node.GetRequiredService<LiftSanction>().EndAsync(id, ct),
            [FollowOn.Job] = (node, id, ct) => node.GetRequiredService<FollowOn>().ExecuteAsync(id, ct),
        };

    /// <summary>Swept every few minutes.</summary>
    internal static IReadOnlyList<(string Name, Func<IServiceProvider, CancellationToken, Task> Work)> Swept { get; } =
    [
        ("expire-items", (node, ct) => node.GetRequiredService<ExpireItems>().ExecuteAsync(ct)),
        ("destroy-payloads", (node, ct) => node.GetRequiredService<DestroyPayloads>().ExecuteAsync(ct)),
        ("forget-grants", (node, ct) => node.GetRequiredService<ForgetGrants>().ExecuteAsync(ct)),
        ("forget-sessions", (node, ct) => node.GetRequiredService<ForgetSessions>().ExecuteAsync(ct)),
        ("forget-host-rules", (node, ct) => node.GetRequiredService<DecideAboutHost>().ForgetEndedAsync(ct)),
        ("forget-traffic", (node, ct) => node.GetRequiredService<ForgetTraffic>().ExecuteAsync(ct)),
        ("fold-log", (node, ct) => node.GetRequiredService<FoldLog>().ExecuteAsync(ct)),
    ];
}
