using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PostMoney.Fairness.Instances;
using PostMoney.Fairness.Transcripts;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Fairness.Tests;

/// <summary>Transcripts of our own and of the reference, read by our verifier and by the reference's.</summary>
public sealed class ATranscript
{
    public static TheoryData<string> Policies => [.. PolicyNames.All];

    [Fact]
    public void Of_the_reference_is_accepted()
    {
        var sample = File.ReadAllBytes(TestData.Find("allocation/transcripts/childcare-100-1.transcript.json"));

        Assert.Empty(VerifyTranscript.Run(sample));
    }

    [Fact]
    public void Of_the_reference_reads_and_writes_to_the_same_bytes()
    {
        var sample = File.ReadAllBytes(TestData.Find("allocation/transcripts/childcare-100-1.transcript.json"));

        Assert.Equal(Encoding.UTF8.GetString(sample), Encoding.UTF8.GetString(WriteTranscript.Bytes(ReadTranscript.Run(sample))));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Of_our_own_is_accepted_under_every_order(string policy) => Assert.Empty(VerifyTranscript.Run(WriteTranscript.Bytes(Drawn(policy))));

    [Theory]
    [InlineData("childcare-100-1.json")]
    [InlineData("childcare-100-2.json")]
    [InlineData("childcare-100-3.json")]
    [InlineData("childcare-10000-1.json.gz")]
    public void Of_our_own_is_accepted_by_the_reference(string instance)
    {
        var script = TestData.Find("allocation/transcript.py");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, WriteTranscript.Bytes(Drawn(PolicyNames.Leximin, instance)));

            Assert.Equal("VALID", Python(script, "verify", file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Made_by_the_reference_from_another_instance_is_accepted()
    {
        var script = TestData.Find("allocation/transcript.py");
        var file = Path.GetTempFileName();
        try
        {
            Python(script, "make", TestData.Find("allocation/instances/childcare-100-3.json"), file);

            Assert.Empty(VerifyTranscript.Run(File.ReadAllBytes(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void With_any_one_value_changed_is_refused(string policy)
    {
        var whole = WriteTranscript.Bytes(Drawn(policy));
        foreach (var changed in Changed(JsonNode.Parse(whole)!))
        {
            Assert.NotEmpty(VerifyTranscript.Run(Encoding.UTF8.GetBytes(changed)));
        }
    }

    [Fact]
    public void With_any_one_byte_changed_is_refused()
    {
        var whole = WriteTranscript.Bytes(Drawn(PolicyNames.Leximin, "childcare-100-3.json"));
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;

            Assert.True(VerifyTranscript.Run(changed).Count > 0, $"Byte {at} was changed.");
        }
    }

    [Fact]
    public void That_gives_a_loser_what_a_winner_had_is_refused_although_every_hash_is_right()
    {
        var drawn = Drawn(PolicyNames.Leximin);
        var served = drawn.Assignments.Select(line => line.Need).ToHashSet();
        var refused = 0;
        foreach (var loser in drawn.Problem.Needs.Where(need => !served.Contains(need.Id)))
        {
            foreach (var line in drawn.Assignments.Where(line => loser.Options.Contains(line.Cell)))
            {
                var swapped = drawn.Assignments.Where(other => other != line).Append((loser.Id, line.Cell))
                    .OrderBy(other => other.Item1, StringComparer.Ordinal).ToList();
                var found = VerifyTranscript.Run(drawn with { Assignments = swapped, ResultHash = CanonicalForm.Hash(CanonicalForm.Of(swapped)) });

                // Where both needs are one person's, either may be served.
                if (PersonOf(drawn, line.Need) != loser.Person)
                {
                    Assert.NotEmpty(found);
                    refused++;
                }
            }
        }

        Assert.True(refused > 10);
    }

    [Fact]
    public void That_leaves_somebody_out_is_refused_although_every_hash_is_right()
    {
        var drawn = Drawn(PolicyNames.Lottery);
        foreach (var line in drawn.Assignments)
        {
            var fewer = drawn.Assignments.Where(other => other != line).ToList();

            Assert.NotEmpty(VerifyTranscript.Run(drawn with { Assignments = fewer, ResultHash = CanonicalForm.Hash(CanonicalForm.Of(fewer)) }));
        }
    }

    private static string PersonOf(TranscriptDocument drawn, string need) => drawn.Problem.Needs.First(line => line.Id == need).Person;

    private static TranscriptDocument Drawn(string policy, string instance = "childcare-100-1.json")
    {
        var bench = BenchInstance.Read(TestData.Find($"allocation/instances/{instance}"));
        var problem = CompileInstance.Run(bench);
        var access = CompileInstance.AccessIn(bench, problem);
        var published = WriteTranscript.Publish(
            problem, bench.Quota.Units,
            person => new PublishedPerson("", access[person], 1 + (person % 5), person),
            need => need % 7);
        var commit = WriteTranscript.Commit(
            "round-1", published,
            new PublishedPolicy(policy, 1, 1000, 3, problem.People.Count),
            [new(StringComparer.Ordinal) { ["kind"] = "chain", ["node"] = "harbour.example", ["position"] = 17L }],
            new byte[32]);
        return WriteTranscript.Draw(commit, published, [SHA256.HashData("a link of the chain"u8)]);
    }

    private static IEnumerable<string> Changed(JsonNode whole)
    {
        foreach (var place in Places(whole).ToList())
        {
            var (node, name) = place;
            var old = node[name]!.DeepClone();
            node[name] = old.GetValueKind() == System.Text.Json.JsonValueKind.Number ? old.GetValue<long>() + 1 : old.GetValue<string>() + "0";
            yield return whole.ToJsonString();
            node[name] = old;
            node["more"] = 1;
            yield return whole.ToJsonString();
            node.Remove("more");
        }
    }

    private static IEnumerable<(JsonObject Node, string Name)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is JsonValue ? [(members, member.Key)] : Places(member.Value!)),
        JsonArray items => items.Where(item => item is not JsonValue).SelectMany(item => Places(item!)),
        _ => [],
    };

    private static string Python(string script, params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [script, .. arguments]) { RedirectStandardOutput = true })!;
        var said = python.StandardOutput.ReadToEnd().Trim();
        python.WaitForExit();
        return said;
    }
}
