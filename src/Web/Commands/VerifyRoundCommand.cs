using System.Globalization;
using System.Text.Json;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Items;

namespace PostMoney.Web.Commands;

/// <summary>
/// <c>verify-round</c>: checks a round by its transcript and says what came of it. Needs no node and no network.
/// </summary>
internal static class VerifyRoundCommand
{
    /// <summary>Reads, draws again, compares.</summary>
    /// <param name="file">Where the transcript is, or <c>-</c> for the input.</param>
    /// <param name="commitment">What the node published when the round opened, as 64 hexadecimal digits; null where it is not compared.</param>
    /// <param name="statement">A file with the node's signed statement, or null.</param>
    /// <param name="node">The passport that has to have signed it, or null.</param>
    /// <returns>0 when all of it holds, 1 when it does not, 2 when the question makes no sense; and what to say.</returns>
    internal static async Task<(int Code, string Said)> RunAsync(string? file, string? commitment, string? statement, string? node)
    {
        if (file is null)
        {
            return (2, "Which transcript? verify-round FILE, or - for the input.");
        }

        if (statement is null != node is null)
        {
            return (2, "--statement FILE and --node DID go together: the statement's signature is checked against the node's passport.");
        }

        var missing = new[] { file == "-" ? null : file, statement }.FirstOrDefault(path => path is not null && !File.Exists(path));
        if (missing is not null)
        {
            return (2, $"There is no file {missing}.");
        }

        var verification = AnyTranscript.Verify(await ReadAsync(file));
        if (verification is Verification.Certified certified)
        {
            return OfCertified(certified, commitment, statement);
        }

        if (verification is not Verification.Verified { Summary: var summary })
        {
            var broken = (Verification.Broken)verification;
            return (1, $"It does not follow from its own input. {broken.Where}: {broken.Why}");
        }

        if (commitment is not null && !string.Equals(commitment.Trim(), summary.Commitment, StringComparison.OrdinalIgnoreCase))
        {
            return (1, $"It was not drawn with the secret that was promised: its commitment is {summary.Commitment}.");
        }

        if (statement is not null && Problem(await File.ReadAllBytesAsync(statement), node!, summary) is { } problem)
        {
            return (1, problem);
        }

        return (0, Sentences(summary, commitment is not null, node));
    }

    private static (int Code, string Said) OfCertified(Verification.Certified certified, string? commitment, string? statement)
    {
        if (statement is not null)
        {
            return (2, "A node's statement is about its own transcripts; this one is of the common format alloc-transcript/1.");
        }

        return commitment is not null && !string.Equals(commitment.Trim(), certified.CommitHash, StringComparison.OrdinalIgnoreCase)
            ? (1, $"It is not what was committed to: its commitment is {certified.CommitHash}.")
            : (0, string.Create(CultureInfo.InvariantCulture, $"""
                The proof in it holds: nothing was changed after the commitment, nobody got what they may not have, nothing was wasted,
                and nobody was served before whoever came first.

                Round {certified.Round}, order of claims {certified.Policy}.
                Needs: {certified.Needs}. Served: {certified.Served}.

                Commitment   {certified.CommitHash}
                """));
    }

    private static string Sentences(TranscriptSummary summary, bool sameCommitment, string? node) => string.Create(CultureInfo.InvariantCulture, $"""
        The draw is reproduced: from the same list and the same secret follows this very document.

        Round {summary.Round} of the pool {summary.Pool}
        was drawn by the policy {summary.PolicyName}, version {summary.PolicyVersion} ({summary.PolicyKind}).
        Needs: {summary.Allotted + summary.Waiting + summary.Refused}. Offers: {summary.Offers}.
        Allotted: {summary.Allotted}. Waiting: {summary.Waiting}. Kept out by a rule: {summary.Refused}.

        Commitment   {summary.Commitment}
        Policy       {summary.PolicyHash}
        Transcript   {summary.Hash}

        {(sameCommitment
            ? "The commitment is the one that you gave."
            : "This proves nothing about the secret by itself: compare the commitment with the one that the node published before the round\nopened for needs, or give it with --commitment HEX.")}
        {(node is null
            ? "Whether the node signed it is not checked: give its statement and its passport with --statement FILE --node DID."
            : $"It was signed by {node}.")}
        """);

    private static string? Problem(byte[] statement, string node, TranscriptSummary summary)
    {
        if (!SignedRecord.Read(statement).TryGet(out var record))
        {
            return "The statement's signature does not hold.";
        }

        if (record.Signer.Value != node)
        {
            return $"The statement was signed by another passport: {record.Signer.Value}.";
        }

        return Text(record.Document, "transcriptHash") == summary.Hash && Text(record.Document, "id") == $"urn:uuid:{summary.Round}"
            ? null
            : "The statement was signed by that node, and is about another transcript.";
    }

    private static string? Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static async Task<byte[]> ReadAsync(string file)
    {
        if (file != "-")
        {
            return await File.ReadAllBytesAsync(file);
        }

        using var input = new MemoryStream();
        await Console.OpenStandardInput().CopyToAsync(input);
        return input.ToArray();
    }
}
