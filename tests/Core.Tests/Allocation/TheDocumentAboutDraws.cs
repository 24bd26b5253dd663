using System.Diagnostics;
using PostMoney.Core.Allocation;
using PostMoney.Fixtures;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>What <c>docs/allocation.md</c> says: its example, and the lines by which anybody checks a draw without the program.</summary>
public sealed class TheDocumentAboutDraws
{
    private static readonly string _document = File.ReadAllText(Path.Combine(Checkout.Root, "docs/allocation.md"));

    [Fact]
    public void Tells_an_example_that_is_so()
    {
        var result = Draw(Example());
        var input = result.Input;
        var seed = SeedCommitment.SeedOf(Convert.FromHexString(input.LockHash), Secret);

        Assert.Contains($"commitment `{input.Terms.Commitment.Hex[..8]}…`", _document, StringComparison.Ordinal);
        Assert.Contains($"secret `{Convert.ToHexStringLower(Secret)[..8]}…`", _document, StringComparison.Ordinal);
        Assert.Contains($"Lock hash `{input.LockHash[..8]}…`, seed `{Convert.ToHexStringLower(seed)[..8]}…`", _document, StringComparison.Ordinal);
        Assert.All(result.Steps.Where(step => step.Granted == 0), step => Assert.Contains(
            $"| {step.Ticket!.Weight} | `{step.Ticket.Key.Hex[..8]}…` |", _document, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("weighted-lottery")]
    [InlineData("needs-first")]
    [InlineData("max-min")]
    [InlineData("round-robin")]
    [InlineData("need-lottery")]
    [InlineData("fair-share")]
    public void Has_lines_of_Python_that_check_a_draw_and_find_a_forged_ticket(string kind)
    {
        var start = _document.IndexOf("```python\n", StringComparison.Ordinal) + "```python\n".Length;
        var script = Path.GetTempFileName();
        var transcript = Path.GetTempFileName();
        try
        {
            File.WriteAllText(script, _document[start.._document.IndexOf("```", start, StringComparison.Ordinal)]);
            var drawn = Write(Example(kind)).Bytes;
            File.WriteAllBytes(transcript, drawn);
            Assert.Equal(0, Python(script, transcript));

            var forged = System.Text.Encoding.ASCII.GetString(drawn).Replace("\"place\":0", "\"place\":7", StringComparison.Ordinal)
                .Replace("\"seed\":\"", "\"seed\":\"0", StringComparison.Ordinal);
            File.WriteAllText(transcript, forged);
            Assert.NotEqual(0, Python(script, transcript));
        }
        finally
        {
            File.Delete(script);
            File.Delete(transcript);
        }
    }

    private static RoundInput Example(string kind = "weighted-lottery")
    {
        var day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
        var morning = Between("2027-03-06T09:00:00Z", "2027-03-06T12:00:00Z");
        var policy = Policy(kind);
        string[] names = ["amina", "chen", "ewa"];
        return RoundInput.Create(
            Terms(policy) with { Turn = kind == "round-robin" ? new RoundTurn(1, 3) : null },
            [Offer("ladder", 1, day)],
            [],
            names.Select((name, position) => new RoundPerson(name, Home) { Position = position }),
            names.Select(name => Need(name, morning, "ladder") with { IsUrgent = name == "chen" })).Value;
    }

    private static int Python(string script, string transcript)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [script, transcript]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        python.StandardOutput.ReadToEnd();
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode;
    }
}
