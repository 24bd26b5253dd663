using System.Diagnostics;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd.WellKnown;
using PostMoney.ActivityStreams.Tests.Peers;
using PostMoney.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(Peer))]

namespace PostMoney.ActivityStreams.Tests.Peers;

/// <summary>The implementations of others in <c>tests/Peers</c>, in one process for all tests.</summary>
public sealed class Peer : IDisposable
{
    private readonly Lock _gate = new();
    private Process? _process;

    /// <summary>Asks one thing; where its packages are not installed, the test is skipped, but fails on a build machine.</summary>
    /// <param name="what">A name that <c>peer.mjs</c> knows.</param>
    /// <param name="request">Its parameters, an object.</param>
    /// <returns>The answer; or false and the reason where the other side refuses.</returns>
    public (bool IsAnswered, JsonElement Answer) Ask(string what, object request)
    {
        lock (_gate)
        {
            _process ??= Start();
            return Exchange(what, request);
        }
    }

    /// <summary>The answer to what must be answered.</summary>
    public JsonElement Answer(string what, object request)
    {
        var (isAnswered, answer) = Ask(what, request);
        Assert.True(isAnswered, $"{what}: {answer}");
        return answer;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // It ends when there is nothing more to read.
        _process?.StandardInput.Close();
        _process?.Dispose();
    }

    private Process Start()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "Peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The packages of tests/Peers are not installed, which scripts/test does.");
            Assert.Skip("skipped: the packages of tests/Peers are not installed");
        }

        _process = Process.Start(new ProcessStartInfo("node", "peer.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var contexts = WellKnownContexts.Addresses.ToDictionary(address => address, address => WellKnownContexts.Load(address)!.Value);
        _ = Exchange("setContexts", new { contexts });
        return _process;
    }

    private (bool IsAnswered, JsonElement Answer) Exchange(string what, object request)
    {
        var members = JsonSerializer.SerializeToNode(request)!.AsObject();
        members["ask"] = what;
        _process!.StandardInput.WriteLine(members.ToJsonString());
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The other side has ended.");
        var reply = JsonElement.Parse(line);
        return reply.TryGetProperty("answer", out var answer) ? (true, answer) : (false, reply.GetProperty("error"));
    }
}
