using System.Text;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Web.Commands;
using PostMoney.Web.Tests.BadInput;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>Ewa has a transcript and no node, and wants to know whether it is right.</summary>
public sealed class VerifyingARoundAtTheTerminal(OddTown town) : IClassFixture<OddTown>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postmoney-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Reads_in_sentences_what_the_round_was_and_what_is_still_to_be_compared()
    {
        var page = await PageAsync();

        var (code, said) = await VerifyRoundCommand.RunAsync(Put(page.Transcript!), null, null, null);

        Assert.Equal(0, code);
        Assert.Contains("The draw is reproduced", said, StringComparison.Ordinal);
        Assert.Contains($"Round {town.Drawn} of the pool {town.Pool}", said, StringComparison.Ordinal);
        Assert.Contains($"policy {page.PolicyName}, version {page.PolicyVersion}", said, StringComparison.Ordinal);
        Assert.Contains("Needs: 1. Offers: 2.", said, StringComparison.Ordinal);
        Assert.Contains("Allotted: 1. Waiting: 0. Kept out by a rule: 0.", said, StringComparison.Ordinal);
        Assert.Contains("compare the commitment with the one that the node published", said, StringComparison.Ordinal);
        Assert.DoesNotContain("TranscriptSummary", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compares_what_the_node_had_promised_and_signed()
    {
        var page = await PageAsync();
        var (file, statement) = (Put(page.Transcript!), Put(Encoding.UTF8.GetBytes(page.Signature!)));
        using var signer = await town.VisitorAsync("a stranger");
        var node = (await signer.ReadAsync($"/rounds/{town.Drawn}")).Split("class=\"did\">")[1].Split('<')[0];

        var (code, said) = await VerifyRoundCommand.RunAsync(file, page.Commitment.ToUpperInvariant(), statement, node);
        Assert.Equal(0, code);
        Assert.Contains("The commitment is the one that you gave.", said, StringComparison.Ordinal);
        Assert.Contains($"It was signed by {node}.", said, StringComparison.Ordinal);

        await RefusedAsync(1, "not drawn with the secret that was promised", file, new string('0', 64));
        await RefusedAsync(1, "signed by another passport", file, null, statement, town.Chen.Did);
        await RefusedAsync(1, "signature does not hold", file, null, Put(Encoding.UTF8.GetBytes(page.Signature!.Replace(page.TranscriptHash!, new string('0', 64), StringComparison.Ordinal))), node);
        await RefusedAsync(2, "go together", file, null, statement);
    }

    [Fact]
    public async Task Fails_for_a_transcript_in_which_anything_was_changed()
    {
        var text = Encoding.UTF8.GetString((await PageAsync()).Transcript!);
        var changed = Put(Encoding.UTF8.GetBytes(text.Replace("\"urgent\":false", "\"urgent\":true", StringComparison.Ordinal)));

        await RefusedAsync(1, "It does not follow from its own input.", changed);
        Assert.Equal(1, await CommandLine.RunAsync(["verify-round", changed]));
        Assert.Equal(0, await CommandLine.RunAsync(["verify-round", Put(Encoding.UTF8.GetBytes(text))]));
        await RefusedAsync(1, "It does not follow from its own input. document:", Put("no transcript"u8.ToArray()));
        await RefusedAsync(2, "There is no file", Path.Combine(_folder, "nothing.json"));
        await RefusedAsync(2, "Which transcript?", null);
    }

    private static async Task RefusedAsync(int code, string sentence, string? file, string? commitment = null, string? statement = null, string? node = null)
    {
        var answer = await VerifyRoundCommand.RunAsync(file, commitment, statement, node);
        Assert.Equal(code, answer.Code);
        Assert.Contains(sentence, answer.Said, StringComparison.Ordinal);
    }

    private async Task<RoundPage> PageAsync() =>
        (await town.AskAsync((RoundPages pages) => pages.FindAsync(Viewer.Stranger, town.Drawn, default)))!;

    private string Put(byte[] bytes)
    {
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
