using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Foundation;
using PostMoney.Core.Governance;
using PostMoney.Core.Log;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>
/// A steward compares policies on what an open round has gathered: each is rehearsed some times with other tickets than those of the
/// draw. People have other names than in any transcript, and nothing is stored but that it was done.
/// </summary>
/// <remarks>Cost: as many draws as there are policies times rehearsals; large rounds are rehearsed less often.</remarks>
public sealed class ComparePolicies(
    PostMoneyDb db, StewardedRounds rounds, FreezeRound freeze, Randomness randomness, AuditLog log, TimeProvider clock)
{
    /// <summary>Fewest and most policies that are compared at once.</summary>
    public const int Fewest = 2, Most = 6;

    private const int MostRehearsals = 20;
    private const int MostLines = 60;
    private const int NeedsInAll = 20_000;

    /// <summary>Compares policies of the node, by name, in their newest versions.</summary>
    /// <returns>What each would come to, or <see cref="ComparisonRefusals"/>.</returns>
    public async Task<Result<PolicyComparison>> ExecuteAsync(
        Viewer viewer, Guid roundId, IReadOnlyList<string> policyNames, CancellationToken ct)
    {
        var found = await rounds.FindAsync(viewer, roundId, ct);
        if (!found.TryGet(out var mine))
        {
            return found.Refusal;
        }

        if (mine.Round.State != RoundState.Collecting)
        {
            return RoundStateRefusals.NotFound;
        }

        var names = policyNames.Distinct(StringComparer.Ordinal).ToList();
        if (names.Count is < Fewest or > Most)
        {
            return ComparisonRefusals.Count;
        }

        var policies = await PoliciesAsync(names, ct);
        if (policies.Count != names.Count)
        {
            return ComparisonRefusals.Unknown;
        }

        // Rehearsing takes seconds on a large round, and nobody else can save while a change is open.
        var compared = await RehearseAsync(mine.Round, mine.Pool, policies, ct);
        if (compared.IsGranted)
        {
            await using var change = await db.BeginChangeAsync(ct);
            await log.AppendAsync("round.policies-compared", viewer.Did!, $"round:{roundId:D}", null, ct);
            await change.SaveAsync(ct);
        }

        return compared;
    }

    private async Task<List<AllocationPolicy>> PoliciesAsync(List<string> names, CancellationToken ct)
    {
        var rows = await db.Policies.AsNoTracking().Where(policy => names.Contains(policy.Name)).ToListAsync(ct);
        return [.. rows.GroupBy(policy => policy.Name)
            .Select(versions => versions.MaxBy(policy => policy.Version)!)
            .OrderBy(policy => policy.Name, StringComparer.Ordinal)
            .Select(Rules)];
    }

    private static AllocationPolicy Rules(Policy row) => PolicyCatalog.Read(row.Kind, new PolicyName(row.Name, row.Version), row.Parameters).Value;

    private async Task<Result<PolicyComparison>> RehearseAsync(Round round, Pool pool, List<AllocationPolicy> policies, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (tables, times) = (new List<ComparedPolicy>(), 1);
        var chances = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var at = 0; at < policies.Count; at++)
        {
            var frozen = await freeze.ExecuteAsync(round, pool, policies[at], now, only: null, ct);
            if (!frozen.TryGet(out var input))
            {
                return frozen.Refusal;
            }

            times = Math.Clamp(NeedsInAll / Math.Max(1, input.Input.Needs.Count), 1, MostRehearsals);
            var tally = new RehearsalTally(input.Input);
            for (var rehearsal = 0; rehearsal < times; rehearsal++)
            {
                tally.Add(Allocator.Run(input.Input, randomness.Bytes(SeedCommitment.Size)));
            }

            tables.Add(tally.Of(policies[at]));
            foreach (var (person, served) in tally.ServedOf)
            {
                (chances.TryGetValue(person, out var line) ? line : chances[person] = new int[policies.Count])[at] = served;
            }
        }

        return new PolicyComparison(times, tables, Lines(chances));
    }

    // Names for this page alone, in an order that tells nothing.
    private List<ComparedPerson> Lines(Dictionary<string, int[]> chances)
    {
        var shuffled = chances.Values.Select(line => (Key: Convert.ToHexString(randomness.Bytes(16)), Line: line))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return [.. shuffled.Take(MostLines).Select((pair, number) => new ComparedPerson($"Person {number + 1}", pair.Line))];
    }
}

/// <summary>What a comparison of policies came to.</summary>
/// <param name="Rehearsals">How often each was rehearsed.</param>
/// <param name="Policies">One line for each.</param>
/// <param name="People">In how many rehearsals each person was given something; at most 60 people.</param>
public sealed record PolicyComparison(int Rehearsals, IReadOnlyList<ComparedPolicy> Policies, IReadOnlyList<ComparedPerson> People);

/// <summary>One policy, over all its rehearsals.</summary>
/// <param name="Name">The community's name for it.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Asked">Needs that something would fit.</param>
/// <param name="Served">Needs served in one rehearsal, in tenths, on average.</param>
/// <param name="People">People served in one rehearsal, in tenths, on average.</param>
/// <param name="Spread">Variance of what people were given over all rehearsals, in hundredths: 0 where everybody had the same.</param>
/// <param name="Waited">Rounds that those had waited who were not served, in tenths, on average.</param>
public sealed record ComparedPolicy(string Name, int Version, string Kind, int Asked, int Served, int People, int Spread, int Waited);

/// <summary>Somebody who asks, under a name for the page alone.</summary>
/// <param name="Name">Such as “Person 3”.</param>
/// <param name="Served">For each policy, in how many rehearsals.</param>
public sealed record ComparedPerson(string Name, IReadOnlyList<int> Served);

/// <summary>Why policies are not compared.</summary>
public static class ComparisonRefusals
{
    /// <summary>Too few or too many.</summary>
    public static Refusal Count { get; } = new(
        RefusalKind.Invalid, "comparison.count", $"Choose {ComparePolicies.Fewest} to {ComparePolicies.Most} of the rules.", "Chosen");

    /// <summary>One is not there.</summary>
    public static Refusal Unknown { get; } = new(RefusalKind.Invalid, "comparison.unknown", "Choose among the rules of this node.", "Chosen");
}
