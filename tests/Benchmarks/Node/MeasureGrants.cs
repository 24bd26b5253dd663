using System.Diagnostics;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Node;

/// <summary>Processor time of a key grant: check, attempt, log and the sealed key, in one durable change.</summary>
internal static class MeasureGrants
{
    private const int WarmUp = 1_500;
    private const int InRound = 500;
    private const int Rounds = 5;

    /// <summary>Measures, beside the same cryptography and one durable row without anything around them.</summary>
    internal static async Task ExecuteAsync(Findings findings)
    {
        await using var town = await Town.FoundAsync();
        var permit = await OpenPermitAsync(town);
        using var bare = BareGrant.Open();
        await RepeatAsync(WarmUp, () => town.GrantAsync(town.Amina, permit));
        await RepeatAsync(WarmUp, bare.ExecuteAsync);
        var (granted, least) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            granted.Add(await RepeatAsync(InRound, () => town.GrantAsync(town.Amina, permit)));
            least.Add(await RepeatAsync(InRound, bare.ExecuteAsync));
        }

        findings.Add("a key grant, processor time", "ms", granted.Order().ElementAt(Rounds / 2), least.Order().ElementAt(Rounds / 2), 1);
    }

    /// <summary>Amina's permit for something with a sealed part, within its window.</summary>
    /// <returns>The offer that she may open.</returns>
    internal static async Task<Guid> OpenPermitAsync(Town town)
    {
        var (offer, _, permit) = await town.LendToAminaAsync(1, ("lockCode", "4711"));
        town.Clock.WaitUntil(permit.Window.From.AddMinutes(1));
        _ = await town.OpenAsync(town.Amina, offer);
        return offer;
    }

    // Of this whole process, so that nothing which a grant leaves to other threads is missed.
    private static async Task<double> RepeatAsync(int times, Func<Task> act)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var number = 0; number < times; number++)
        {
            await act();
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / times;
    }
}
