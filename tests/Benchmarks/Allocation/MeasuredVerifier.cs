using System.Text.Json;
using PostMoney.Fairness.Instances;
using PostMoney.Fairness.Transcripts;

namespace PostMoney.Benchmarks.Allocation;

/// <summary>Checks a transcript of an instance from its bytes, beside the platform's reading of the same bytes.</summary>
internal static class MeasuredVerifier
{
    internal static (double Seconds, double Read) Run(BenchInstance instance, int times)
    {
        var bytes = Transcript(instance);
        var (least, read) = (double.MaxValue, double.MaxValue);
        for (var time = 0; time < times; time++)
        {
            var start = MeasuredRound.Processor();
            if (VerifyTranscript.Run(bytes).Count > 0)
            {
                throw new InvalidOperationException("The transcript does not hold.");
            }

            var checkedAt = MeasuredRound.Processor();
            using var json = JsonDocument.Parse(bytes);
            (least, read) = (Math.Min(least, checkedAt - start), Math.Min(read, MeasuredRound.Processor() - checkedAt));
        }

        return (least, read);
    }

    private static byte[] Transcript(BenchInstance instance)
    {
        var problem = CompileInstance.Run(instance);
        var access = CompileInstance.AccessIn(instance, problem);
        var published = WriteTranscript.Publish(problem, instance.Quota.Units, person => new PublishedPerson("", access[person]));
        var commit = WriteTranscript.Commit(
            "measured", published, new PublishedPolicy(PolicyNames.Leximin, 1, instance.UnitOfAccess),
            [new(StringComparer.Ordinal) { ["kind"] = "chain", ["position"] = 1L }], new byte[32]);
        return WriteTranscript.Bytes(WriteTranscript.Draw(commit, published, [new byte[32]]));
    }
}
