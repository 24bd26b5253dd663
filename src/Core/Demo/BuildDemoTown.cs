using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;
using PostMoney.Core.Items;
using PostMoney.Core.Notifications;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Demo;

/// <summary>
/// Makes a town of some forty people and three months, by the same use cases as people do: every record is signed, every
/// payload sealed, every round drawn. The same seed and the same moment make the same town.
/// </summary>
/// <param name="file">A database with its schema, in which nobody has founded a node.</param>
/// <param name="nodeKey">The node's key.</param>
/// <param name="now">The moment at which the town is to stand.</param>
/// <param name="seed">
/// What the town is made from, its keys too: whoever knows it can sign as the node. A demo that anybody can reach is no
/// place for anything real, whatever its seed.
/// </param>
public sealed class BuildDemoTown(DatabaseFile file, NodeKey nodeKey, DateTimeOffset now, string seed)
{
    private static readonly TimeSpan _sweepEvery = TimeSpan.FromHours(6);

    /// <summary>Makes the town.</summary>
    /// <param name="say">Is told how far it is, about once for each day of the town.</param>
    /// <param name="ct">Gives up; the file then holds half a town.</param>
    /// <exception cref="InvalidOperationException">The file holds a node, or the story does not fit the rules.</exception>
    public async Task<DemoTown> ExecuteAsync(Action<DemoProgress> say, CancellationToken ct)
    {
        var text = TownText.Load();
        var almanac = new Almanac(now, TimeZoneInfo.FindSystemTimeZoneById(text.Node.TimeZone));
        var agenda = new Agenda();
        var dice = new Dice(new SeededRandomness($"choices of {seed}"));
        await using var node = new DemoNode(
            file, nodeKey, new DemoClock(FoundTown.Beginning(almanac)), new SeededRandomness($"keys of {seed}"));
        var things = new PublishThings(node, text, ct);
        var outcomes = new TellOutcomes(node, text, almanac, agenda, dice, ct);
        var answers = new AnswerPermits(node, text, things, outcomes, almanac, agenda, dice, ct);
        await new FoundTown(node, text, almanac, agenda, dice, ct).BeginAsync();
        new AskForThings(node, text, things, answers, almanac, agenda, dice, ct).Note();
        NoteUpkeep(node, almanac, agenda, ct);
        await LiveAsync(node, agenda, answers, percent => say(new DemoProgress(percent, things.Offers.Count + things.Needs.Count)), ct);
        await MarkAsync(node, ct);
        return new DemoTown(things.Offers.Count, things.Needs.Count);
    }

    // What people do and what was promised, in order of time, up to now.
    private async Task LiveAsync(DemoNode node, Agenda agenda, AnswerPermits answers, Action<int> say, CancellationToken ct)
    {
        var (beginning, sweepAt, said) = (node.Clock.Now, node.Clock.Now + _sweepEvery, -1);
        while (!ct.IsCancellationRequested)
        {
            var job = await node.NextJobAsync();
            var next = Earlier(Earlier(job, agenda.Next), sweepAt);
            if (next > now)
            {
                break;
            }

            node.Clock.GoTo(next);
            if (next == job)
            {
                await node.RunDueJobsAsync(ct);
                await answers.LookAsync();
            }
            else if (next == sweepAt)
            {
                _ = await SweepAsync(node, ct);
                sweepAt += _sweepEvery;
            }
            else
            {
                await agenda.Take()();
            }

            var percent = (int)(100 * (node.Clock.Now - beginning) / (now - beginning));
            if (percent > said)
            {
                say(said = percent);
            }
        }

        ct.ThrowIfCancellationRequested();
        node.Clock.GoTo(now);
        _ = await SweepAsync(node, ct);
        _ = await node.AskAsync(async (ForgetGrants forget) =>
        {
            await forget.ExecuteAsync(ct);
            return Done.Value;
        });
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        (one < other ? one : other ?? one) ?? DateTimeOffset.MaxValue;

    private static Task<Done> MarkAsync(DemoNode node, CancellationToken ct) => node.AskAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(ct);
        await new NodeSettings(db).SetAsync(NodeSettings.Example, "yes", ct);
        await change.SaveAsync(ct);
        return Done.Value;
    });

    private static Task<int> SweepAsync(DemoNode node, CancellationToken ct) =>
        node.AskAsync((ExpireItems expire) => expire.ExecuteAsync(ct));

    private static void NoteUpkeep(DemoNode node, Almanac almanac, Agenda agenda, CancellationToken ct)
    {
        agenda.Note(almanac.At(-45, new TimeOnly(20, 30)), async () => _ = (await node.AsAsync(
            node.People["dora"], (Viewer dora, AdoptPolicy adopt) => adopt.ExecuteAsync(
                dora, "tools", "least-used-first",
                new Dictionary<string, long>(StringComparer.Ordinal)
                {
                    [SharedParameters.QuotaPerPerson] = 3,
                    [SharedParameters.QuotaPeriodDays] = 30,
                    [SharedParameters.CooldownHours] = 12,
                    ["urgentFirst"] = 1,
                },
                ct))).Granted("policy"));

        // People have read what is older than a day.
        agenda.Note(almanac.Now.AddHours(-26), async () =>
        {
            foreach (var who in node.People.Values)
            {
                _ = await node.AsAsync(who, async (Viewer viewer, NotificationList list) =>
                {
                    await list.MarkAllReadAsync(viewer, ct);
                    return Done.Value;
                });
            }
        });
    }
}
