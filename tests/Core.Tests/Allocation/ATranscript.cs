using System.Text;
using System.Text.Json.Nodes;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Transcripts;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

public sealed class ATranscript
{
    private static readonly RoundInput _input = Saturday();
    private static readonly Transcript _transcript = Write(_input);

    [Fact]
    public void Is_one_canonical_document()
    {
        Assert.Equal(Canonical(JsonNode.Parse(_transcript.Bytes)!), Encoding.ASCII.GetString(_transcript.Bytes));
    }

    [Fact]
    public void Of_the_second_format_never_changes()
    {
        Assert.Equal("74f9b0044a11411182dbaeb517b0bca0161c14c72e49b79ab63ceb2d7ad6e38e", _transcript.Hash);
    }

    [Fact]
    public void Verifies_and_says_what_to_compare()
    {
        var verified = Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(_transcript.Bytes));

        Assert.Equal(_input.Terms.Commitment.Hex, verified.Summary.Commitment);
        Assert.Equal(_input.Terms.Policy.Hash, verified.Summary.PolicyHash);
        Assert.Equal((2, 2, 3), (verified.Summary.Allotted, verified.Summary.Waiting, verified.Summary.Refused));
    }

    [Fact]
    public void Still_verifies_after_a_viewer_has_laid_it_out()
    {
        var laidOut = JsonNode.Parse(_transcript.Bytes)!.ToJsonString(new() { WriteIndented = true });

        var verified = Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(Encoding.UTF8.GetBytes("\uFEFF" + laidOut + "\n")));
        Assert.Equal(_transcript.Hash, verified.Summary.Hash);
    }

    [Fact]
    public void Shows_no_secret_until_it_is_drawn_with_the_one_that_was_promised()
    {
        var other = new byte[SeedCommitment.Size];

        Assert.Equal(RoundRefusals.SecretDiffers, TranscriptWriter.Write(_input, other).Refusal);
    }

    [Fact]
    public void Breaks_with_any_byte_changed()
    {
        var bytes = (byte[])_transcript.Bytes.Clone();
        for (var place = 0; place < bytes.Length; place++)
        {
            foreach (var other in (byte[])[(byte)'1', (byte)'F', (byte)'"'])
            {
                var kept = bytes[place];
                bytes[place] = other;
                Assert.True(other == kept || TranscriptVerifier.Verify(bytes) is Verification.Broken, $"Byte {place} as {(char)other}");
                bytes[place] = kept;
            }
        }
    }

    [Fact]
    public void Breaks_with_any_value_changed_removed_doubled_or_added()
    {
        var mutations = 0;
        foreach (var mutant in TranscriptMutations.Of(_transcript.Bytes))
        {
            Assert.True(TranscriptVerifier.Verify(mutant) is Verification.Broken, Encoding.UTF8.GetString(mutant));
            mutations++;
        }

        Assert.True(mutations > 1_000);
    }

    [Theory]
    [InlineData("steps[0].weight", "steps", 0, "weight")]
    [InlineData("steps[1].ticket", "steps", 1, "ticket")]
    [InlineData("steps[1].place", "steps", 1, "place")]
    public void Says_which_step_was_changed(string where, string section, int place, string member)
    {
        var json = JsonNode.Parse(_transcript.Bytes)!;
        json[section]![place]![member] = json[section]![place]![member]!.GetValue<int>() + 1;

        var broken = Assert.IsType<Verification.Broken>(Verify(json));

        Assert.Equal((where, "Drawing again gives another step."), (broken.Where, broken.Why));
    }

    [Fact]
    public void Shows_no_fact_that_did_not_count()
    {
        var json = JsonNode.Parse(_transcript.Bytes)!;
        json["input"]!["people"]![1]!["recentMinutes"] = 90;

        var broken = Assert.IsType<Verification.Broken>(Verify(json));

        Assert.Equal(("input.people[1].recentMinutes", "The input is not in canonical form, or not complete."), (broken.Where, broken.Why));
    }

    [Theory]
    [InlineData("input.needs.waited", "lock.needs", "The input does not match the lock: something was changed after the round was frozen.")]
    [InlineData("input.nodes.uses", "lock.nodes", "The input does not match the lock: something was changed after the round was frozen.")]
    [InlineData("input.offers.order", "lock.offers", "The input does not match the lock: something was changed after the round was frozen.")]
    public void Says_that_the_input_was_changed_after_the_lock(string member, string where, string why)
    {
        var json = JsonNode.Parse(_transcript.Bytes)!;
        var path = member.Split('.');
        json[path[0]]![path[1]]![0]![path[2]] = 7;

        var broken = Assert.IsType<Verification.Broken>(Verify(json));

        Assert.Equal((where, why), (broken.Where, broken.Why));
    }

    [Fact]
    public void Says_that_a_parameter_was_changed()
    {
        var json = JsonNode.Parse(_transcript.Bytes)!;
        json["input"]!["policy"]!["parameters"]!["urgentFactor"] = 3;

        Assert.Equal("input.policy.hash", Assert.IsType<Verification.Broken>(Verify(json)).Where);
    }

    [Fact]
    public void Says_that_the_secret_is_another()
    {
        var json = JsonNode.Parse(_transcript.Bytes)!;
        json["secret"] = new string('0', 64);

        var broken = Assert.IsType<Verification.Broken>(Verify(json));

        Assert.Equal(("secret", "The secret does not match the commitment of this round."), (broken.Where, broken.Why));
    }

    [Fact]
    public void Drawn_again_from_a_forged_input_has_another_lock()
    {
        var forged = Write(RoundInput.Create(
            _input.Terms, _input.Offers, _input.Nodes, _input.People, _input.Needs.Select(need => need with { RoundsWaited = 8 })).Value);

        var verified = Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(forged.Bytes));

        Assert.NotEqual(_input.LockHash, verified.Summary.LockHash);
    }

    private static Verification Verify(JsonNode json) => TranscriptVerifier.Verify(Encoding.UTF8.GetBytes(json.ToJsonString()));

    /// <summary>One sander, one ladder and a hall that nobody can have; with every outcome.</summary>
    private static RoundInput Saturday()
    {
        var day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
        var morning = Between("2027-03-06T09:00:00Z", "2027-03-06T12:00:00Z");
        return Freeze(
            Lottery((SharedParameters.QuotaPerPerson, 1), (SharedParameters.CooldownHours, 1)),
            [Offer("sander", 1, day), Offer("ladder", 1, morning) with { Order = 1 }],
            [
                Need("asha", morning, "sander") with { RoundsWaited = 2, IsUrgent = true },
                Need("bilal", morning, "sander", "ladder"),
                Need("chidi", morning, "sander", "ladder") with { RoundsWaited = 1 },
                Need("dora", Between("2027-03-06T19:00:00Z", "2027-03-06T21:30:00.500Z"), "sander"),
                Need("ewa", morning, "ladder") with { LastUseEnd = At("2027-03-06T08:30:00Z"), NextUseFrom = At("2027-03-08T08:30:00Z") },
                Need("farid", morning),
                Need("gina", morning, "sander") with { IsWithdrawn = true },
            ],
            [new RoundPerson("bilal", Elsewhere, RecentMinutes: 90)],
            [new RoundNode(Elsewhere, UsesSoFar: 1)]);
    }

    /// <summary>RFC 8785 for what a transcript holds, written apart from the product's own writer.</summary>
    private static string Canonical(JsonNode node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"\"{member.Key}\":{Canonical(member.Value!)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(item => Canonical(item!)))}]",
        _ => node.ToJsonString(),
    };
}
