using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>
/// Real documents, spoiled at random, given to everything that reads what strangers send. POSTMONEY_FUZZ_SECONDS says for
/// how long (60), POSTMONEY_FUZZ_SEED with which seed, POSTMONEY_FUZZ_INPUT that one input alone is tried. Unless told
/// otherwise the seed is always the same, so that what fails is the fault of what was changed; to look for more, give others.
/// </summary>
public sealed class FeedingEveryReader(ITestOutputHelper output)
{
    private const ulong UsualSeed = 20_261_128;

    private static readonly KeyValuePair<string, Action<FuzzInput>>[] _readers = [.. DocumentReaders.All, .. LineReaders.All];

    [Fact]
    public void Ends_in_an_answer_or_a_refusal_within_100_ms_and_32_MiB_each()
    {
        var corpus = Corpus.Read();
        var seed = Setting("POSTMONEY_FUZZ_SEED") ?? UsualSeed;
        var time = TimeSpan.FromSeconds(Setting("POSTMONEY_FUZZ_SECONDS") ?? 60);
        var only = Setting("POSTMONEY_FUZZ_INPUT");

        // At once, as an overflow of the stack would end the process without a word.
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"POSTMONEY_FUZZ_SEED={seed}"));
        var worst = new Dictionary<string, Cost>();
        var failures = new Dictionary<string, string>();
        var suspects = new Dictionary<string, long>();
        var started = Stopwatch.GetTimestamp();
        var number = (long)(only ?? 0);
        do
        {
            Feed(number++);
        }
        while (only is null && Stopwatch.GetElapsedTime(started) < time);

        // Judged when the code has been compiled for good and other tests have ended.
        foreach (var (name, suspect) in suspects.Where(suspect => !failures.ContainsKey(suspect.Key)))
        {
            var input = FuzzInput.Make(corpus, seed, suspect);
            var cost = Cost.Of(() => _readers.Single(reader => reader.Key == name).Value(input));
            if (cost.IsTooHigh)
            {
                failures.Add(name, $"{name}: {cost}: {Replay(suspect)}\n{input}");
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seed {seed}, {number} inputs, {corpus.Documents.Count} documents and {corpus.Strings.Count} lines"));
        output.WriteLine(string.Join('\n', worst.Select(most => $"most for {most.Key}: {most.Value}")));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Values));

        // The first failure of each reader is kept, and its dearest input; the others go on.
        void Feed(long one)
        {
            var input = FuzzInput.Make(corpus, seed, one);
            foreach (var (name, read) in _readers.Where(reader => !failures.ContainsKey(reader.Key)))
            {
                try
                {
                    var cost = Cost.Of(() => read(input));
                    var most = worst.GetValueOrDefault(name);
                    if (cost.IsTooHigh && (cost.Time >= most.Time || cost.Bytes >= most.Bytes))
                    {
                        suspects[name] = one;
                    }

                    worst[name] = new Cost(cost.Time > most.Time ? cost.Time : most.Time, Math.Max(cost.Bytes, most.Bytes));
                }
                catch (Exception exception)
                {
                    failures.Add(name, $"{name}: {Replay(one)}\n{exception}\n{input}");
                }
            }
        }

        string Replay(long one) => $"POSTMONEY_FUZZ_SEED={seed} POSTMONEY_FUZZ_INPUT={one}";
    }

    private static ulong? Setting(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
