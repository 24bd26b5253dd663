using System.Text;

namespace PostMoney.Fairness.Transcripts;

/// <summary>Decides from a transcript alone whether a round was drawn as it had to be, without running it again.</summary>
/// <remarks>
/// Hashes first: lines against the committed roots, commitment, seed, result. Then the result: everybody given only what they may
/// have, nothing over capacity or quota, nothing wasted, and nobody served before whoever came first
/// (<see cref="Certificate"/>). Time and memory grow with the size of the transcript alone.
/// </remarks>
public static class VerifyTranscript
{
    private static readonly byte[] _seedDomain = "alloc/seed/v1\0"u8.ToArray();

    /// <summary>Checks a transcript.</summary>
    /// <returns>What is wrong with it, in words; empty where it holds.</returns>
    public static IReadOnlyList<string> Run(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Run(ReadTranscript.Run(json));
        }
        catch (FormatException problem)
        {
            return [problem.Message];
        }
    }

    /// <summary>Checks a transcript that was read.</summary>
    public static IReadOnlyList<string> Run(TranscriptDocument transcript)
    {
        var wrong = new List<string>();
        void Check(bool holds, string otherwise)
        {
            if (!holds)
            {
                wrong.Add(otherwise);
            }
        }

        var (problem, commit) = (transcript.Problem, transcript.Commit);
        var roots = RootsOf(problem, commit.Policy.Name);
        Check(InOrder(problem.Needs.Select(need => need.Id)), "Needs are not in the order of their names, or one comes twice.");
        Check(InOrder(problem.People.Select(person => person.Id)), "People are not in the order of their names, or one comes twice.");
        Check(InOrder(problem.Resources.Select(cell => cell.Id)), "Resources are not in the order of their names, or one comes twice.");
        Check(roots.Needs.AsSpan().SequenceEqual(commit.Roots.Needs), "The needs are not those that were committed to.");
        Check(roots.People.AsSpan().SequenceEqual(commit.Roots.People), "The people are not those that were committed to.");
        Check(roots.Resources.AsSpan().SequenceEqual(commit.Roots.Resources), "The resources are not those that were committed to.");
        Check(problem.Quota == commit.Quota, "The quota is not the one that was committed to.");
        Check(HashOf(commit).AsSpan().SequenceEqual(transcript.CommitHash), "The commitment does not have the hash that it should have.");
        Check(commit.Sources.Count > 0 && transcript.Entropy.Count == commit.Sources.Count, "Not every source of the commitment gave entropy.");
        Check(
            SeedOf(transcript.CommitHash, transcript.Entropy).AsSpan().SequenceEqual(transcript.Seed),
            "The seed does not follow from commitment and entropy.");
        Check(
            CanonicalForm.Hash(CanonicalForm.Of(transcript.Assignments)).AsSpan().SequenceEqual(transcript.ResultHash),
            "The assignments do not have the hash that they should have.");
        Check(InOrder(transcript.Assignments.Select(line => line.Need)), "Assignments are not in the order of their needs, or one need comes twice.");
        return wrong.Count > 0 ? wrong : Certificate.Check(transcript);
    }

    /// <summary>SHA-256("alloc/seed/v1" ‖ 00 ‖ commit hash ‖ entropy …).</summary>
    public static byte[] SeedOf(byte[] commitHash, IEnumerable<byte[]> entropy)
    {
        byte[] message = [.. _seedDomain, .. commitHash, .. entropy.SelectMany(value => value)];
        return CanonicalForm.Hash(message);
    }

    internal static byte[] HashOf(Commitment commit) => CanonicalForm.Hash(CanonicalForm.Of(commit));

    internal static (byte[] Needs, byte[] People, byte[] Resources) RootsOf(PublishedProblem problem, string policy) => (
        TreeHash.Of([.. problem.Needs.Select(need => CanonicalForm.Of(need, policy))]),
        TreeHash.Of([.. problem.People.Select(person => CanonicalForm.Of(person, policy))]),
        TreeHash.Of([.. problem.Resources.Select(CanonicalForm.Of)]));

    private static bool InOrder(IEnumerable<string> ids)
    {
        byte[]? last = null;
        foreach (var id in ids.Select(Encoding.ASCII.GetBytes))
        {
            if (last is not null && last.AsSpan().SequenceCompareTo(id) >= 0)
            {
                return false;
            }

            last = id;
        }

        return true;
    }
}
