using System.Diagnostics;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Foundation;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Ten thousand needs of four thousand people for five hundred units of fifty offers, within four weeks.</summary>
public sealed class ALargeRound(ITestOutputHelper output)
{
    private static readonly DateTimeOffset _start = At("2027-03-03T00:00:00Z");

    [Theory]
    [InlineData("weighted-lottery", 0, 90)]
    [InlineData("weighted-lottery", 0, 4)]
    [InlineData("weighted-lottery", 3, 4)]
    [InlineData("weighted-lottery", 3, 90)]
    [InlineData("least-used-first", 3, 90)]
    public void Is_drawn_written_and_checked_within_seconds(string kind, int moves, int share)
    {
        var input = Large(Policy(kind, (SharedParameters.Moves, moves)), needs: 10_000, offers: 50, unitsPerOffer: 10, share);

        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var result = Allocator.Run(input, Secret);
        var drawn = watch.ElapsedMilliseconds;
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        var transcript = Write(input);
        var written = watch.ElapsedMilliseconds;
        var verification = TranscriptVerifier.Verify(transcript.Bytes);
        var verified = watch.ElapsedMilliseconds;
        foreach (var line in result.Waiting)
        {
            _ = result.Explain(line.Need);
        }

        output.WriteLine($"{kind}/{moves}: draw {drawn} ms ({processor.TotalMilliseconds:f0} ms of processor), draw and write {written - drawn} ms, verify {verified - written} ms, explain {watch.ElapsedMilliseconds - verified} ms; "
            + $"{transcript.Bytes.Length / 1024} KiB; allotted {result.Allotted.Count}, waiting {result.Waiting.Count}, refused {result.Refused.Count}, "
            + $"slots {input.Problem.Problem.IsSlotKind}, claims {result.Steps.Count}");
        Assert.IsType<Verification.Verified>(verification);
        Assert.True(drawn < 60_000, $"The draw took {drawn} ms.");
    }

    private static RoundInput Large(AllocationPolicy policy, int needs, int offers, int unitsPerOffer, int share = 90)
    {
        var dice = new Dice(7);
        var whole = new Window(_start, _start.AddDays(28));
        var names = Enumerable.Range(0, offers).Select(offer => $"offer-{offer:d3}").ToList();
        return Freeze(
            policy,
            names.Select(name => Offer(name, unitsPerOffer, whole)),
            Enumerable.Range(0, needs).Select(index => AnyNeed(index, needs, names, dice, share)),
            Enumerable.Range(0, needs * 2 / 5).Select(index => new RoundPerson($"person-{index:d5}", dice.Next(4) == 0 ? Elsewhere : Home, dice.Next(3) * 600)));
    }

    private static RoundNeed AnyNeed(int index, int needs, List<string> offers, Dice dice, int share)
    {
        var from = _start.AddHours(dice.Next(26 * 24));
        var eligible = offers.Where(_ => dice.Next(100) < share).ToArray();
        return new RoundNeed($"need-{index:d6}", $"person-{dice.Next(needs * 2 / 5):d5}", new Window(from, from.AddHours(8 + dice.Next(160))), eligible)
        {
            RoundsWaited = dice.Next(4),
            IsUrgent = dice.Next(12) == 0,
            SubmittedOrder = index,
        };
    }
}
