using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>
/// Real documents, spoiled at random, given to everything that reads what strangers send. POSTMONEY_FUZZ_SECONDS says for
/// how long (60), POSTMONEY_FUZZ_SEED with which seed (the clock), POSTMONEY_FUZZ_INPUT that one input alone is tried.
/// </summary>
public sealed class FeedingEveryReader(ITestOutputHelper output)
{
    private static readonly KeyValuePair<string, Action<FuzzInput>>[] _readers = [.. DocumentReaders.All, .. LineReaders.All];

    [Fact]
    public void Ends_in_an_answer_or_a_refusal_within_100_ms_and_32_MiB_each()
    {
        var corpus = Corpus.Read();
        var seed = Setting("POSTMONEY_FUZZ_SEED") ?? (ulong)Stopwatch.GetTimestamp();
        var time = TimeSpan.FromSeconds(Setting("POSTMONEY_FUZZ_SECONDS") ?? 60);
        var only = Setting("POSTMONEY_FUZZ_INPUT");

        // At once, as an overflow of the stack would end the process without a word.
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"POSTMONEY_FUZZ_SEED={seed}"));
        var worst = new Dictionary<string, Cost>();
        var failures = new Dictionary<string, string>();
        var started = Stopwatch.GetTimestamp();
        var number = (long)(only ?? 0);
        do
        {
            Feed(FuzzInput.Make(corpus, seed, number), worst, failures, $"POSTMONEY_FUZZ_SEED={seed} POSTMONEY_FUZZ_INPUT={number}");
            number++;
        }
        while (only is null && Stopwatch.GetElapsedTime(started) < time);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seed {seed}, {number} inputs, {corpus.Documents.Count} documents and {corpus.Strings.Count} lines"));
        foreach (var (name, cost) in worst)
        {
            output.WriteLine($"most for {name}: {cost}");
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Values));
    }

    // The first failure of each reader is kept, and the others go on.
    private static void Feed(FuzzInput input, Dictionary<string, Cost> worst, Dictionary<string, string> failures, string replay)
    {
        foreach (var (name, read) in _readers.Where(reader => !failures.ContainsKey(reader.Key)))
        {
            try
            {
                var cost = Cost.Of(() => read(input));
                var most = worst.GetValueOrDefault(name);
                worst[name] = new Cost(cost.Time > most.Time ? cost.Time : most.Time, Math.Max(cost.Bytes, most.Bytes));
                if (cost.IsTooHigh)
                {
                    failures.Add(name, $"{name}: {cost}: {replay}\n{input}");
                }
            }
            catch (Exception exception)
            {
                failures.Add(name, $"{name}: {replay}\n{exception}\n{input}");
            }
        }
    }

    private static ulong? Setting(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
