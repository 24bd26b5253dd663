using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Foundation;

namespace PostMoney.Benchmarks.Functions;

/// <summary>A draw of a large round, with its transcript and with its check, against sorting a hash for each need.</summary>
/// <remarks>Two needs for five people, fifty offers of ten units within four weeks; each need fits two offers.</remarks>
public class DrawingARound
{
    private const int Offers = 50;

    private static readonly byte[] _secret = SHA256.HashData("a secret"u8);
    private static readonly DateTimeOffset _start = new(2027, 3, 3, 0, 0, 0, TimeSpan.Zero);

    private RoundInput _input = null!;
    private byte[] _transcript = null!;

    /// <summary>How many needs; 20,000 is the most that a round takes.</summary>
    [Params(1_000, 10_000, 20_000)]
    public int Needs { get; set; }

    [ParamsAllValues]
    public Drawing Policy { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _input = Input();
        _transcript = TranscriptWriter.Write(_input, _secret).Value.Bytes;
    }

    [Benchmark(Baseline = true)]
    public int SortedHashes() => _input.Needs.Select(need => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(need.Id))))
        .Order(StringComparer.Ordinal).Count();

    [Benchmark]
    public RoundResult Draw() => Allocator.Run(_input, _secret);

    [Benchmark]
    public Result<Transcript> DrawAndWrite() => TranscriptWriter.Write(_input, _secret);

    [Benchmark]
    public Verification Check() => TranscriptVerifier.Verify(_transcript);

    private RoundInput Input()
    {
        var kind = Policy == Drawing.WeightedLottery ? "weighted-lottery" : "least-used-first";
        var policy = PolicyCatalog.Create(kind, new PolicyName("tools", 1), new Dictionary<string, long>()).Value;
        var whole = new Window(_start, _start.AddDays(28));
        var terms = new RoundTerms(
            "0196f0a0-0000-7000-8000-000000000001", "tools", "home", policy, SeedCommitment.To(_secret), _start.AddDays(-2), _start.AddDays(-1));
        var people = Needs * 2 / 5;
        return RoundInput.Create(
            terms,
            Enumerable.Range(0, Offers).Select(offer => new RoundOffer(
                $"offer-{offer:d3}", whole, [.. Enumerable.Repeat<IReadOnlyList<Window>>([whole], 10)])),
            [],
            Enumerable.Range(0, people).Select(person => new RoundPerson($"person-{person:d5}", "home", person % 3 * 600)),
            Enumerable.Range(0, Needs).Select(need => ANeed(need, people))).Value;
    }

    // Any fixed spread will do; 7919 is a prime that divides none of the ranges.
    private static RoundNeed ANeed(int number, int people)
    {
        var spread = number * 7_919;
        var from = _start.AddHours(spread % (26 * 24));
        string[] offers = [$"offer-{spread % Offers:d3}", $"offer-{(spread + 17) % Offers:d3}"];
        return new RoundNeed($"need-{number:d6}", $"person-{spread % people:d5}", new Window(from, from.AddHours(8 + (spread % 40))), offers)
        {
            RoundsWaited = number % 4,
            IsUrgent = number % 12 == 0,
            SubmittedOrder = number,
        };
    }

    /// <summary>How it is drawn.</summary>
    public enum Drawing
    {
        WeightedLottery,
        LeastUsedFirst,
    }
}
