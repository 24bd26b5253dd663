using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Fairness.Instances;
using PostMoney.Fairness.Transcripts;

namespace PostMoney.Web.Commands;

/// <summary><c>allocate</c>: shares out an instance from a file, as a round would. Needs no node and no network.</summary>
internal static class AllocateCommand
{
    /// <summary>Reads, shares out, and says how it went.</summary>
    /// <param name="file">An alloc-bench/1 instance.</param>
    /// <param name="policy">The order of claims, or null for leximin.</param>
    /// <param name="seed">A text from which the seed is made, or null.</param>
    /// <param name="transcript">Where the transcript goes, or null for nowhere.</param>
    /// <returns>0 and the figures, or 2 where the question makes no sense.</returns>
    internal static (int Code, string Said) Run(string? file, string? policy, string? seed, string? transcript)
    {
        policy ??= PolicyNames.Leximin;
        if (file is null || !File.Exists(file))
        {
            return (2, "Which instance? allocate FILE");
        }

        if (!PolicyNames.All.Contains(policy))
        {
            return (2, $"--policy is one of {string.Join(", ", PolicyNames.All)}.");
        }

        try
        {
            var instance = BenchInstance.Read(file);
            var entropy = SHA256.HashData(Encoding.UTF8.GetBytes(seed ?? ""));
            return transcript is null ? (0, Figures(instance, policy, entropy)) : (0, Write(instance, policy, entropy, transcript));
        }
        catch (Exception problem) when (problem is InvalidDataException or ArgumentException)
        {
            return (2, problem.Message);
        }
    }

    private static string Figures(BenchInstance instance, string policy, byte[] seed)
    {
        var outcome = AllocateInstance.Run(instance, policy, seed);
        return string.Create(CultureInfo.InvariantCulture, $"""
            {instance.Scenario}, {policy}
            needs             {outcome.Problem.Needs.Count}
            options           {outcome.Problem.OptionCount}
            fill              {outcome.Figures.Fill}
            people served     {outcome.Figures.PeopleServed}
            leximin hash      {outcome.Figures.LeximinHash}
            sum of squares    {outcome.Figures.SumOfSquares}
            seconds           {outcome.Compiling.TotalSeconds:F3} compiling, {outcome.Keying.TotalSeconds:F3} keys, {outcome.Drawing.TotalSeconds:F3} drawing
            """);
    }

    private static string Write(BenchInstance instance, string policy, byte[] entropy, string file)
    {
        var problem = CompileInstance.Run(instance);
        var published = AllocateInstance.Publish(instance, problem);
        var commit = WriteTranscript.Commit(
            $"{instance.Scenario}-{problem.Needs.Count}", published,
            new PublishedPolicy(policy, 1, instance.UnitOfAccess, 0, problem.People.Count),
            [new(StringComparer.Ordinal) { ["kind"] = "text" }],
            new byte[32]);
        var drawn = WriteTranscript.Draw(commit, published, [entropy]);
        File.WriteAllBytes(file, WriteTranscript.Bytes(drawn));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{drawn.Assignments.Count} of {published.Needs.Count} needs served. Commitment {Convert.ToHexStringLower(drawn.CommitHash)}");
    }
}
