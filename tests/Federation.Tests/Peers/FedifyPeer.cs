using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests.Peers;

/// <summary>An independent server of the fediverse, by Fedify (<c>tests/Peers/fedify</c>), on loopback over TLS, in a process of its own.</summary>
/// <remarks>It keeps everything in memory. What it logs is shown with the test that fails.</remarks>
public sealed class FedifyPeer : IAsyncDisposable
{
    private const int LinesKept = 400;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentQueue<string> _log = new();

    private FedifyPeer(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>Such as <c>https://harbour.test:41234</c>.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Name and port, such as <c>harbour.test:41234</c>.</summary>
    public string Host => new Uri(Origin).Authority;

    /// <summary>The last lines of what it logged.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts one; where its packages are not installed, the test is skipped, but fails on a build machine.</summary>
    /// <param name="authority">Certifies it, and is the only one that it trusts.</param>
    /// <param name="name">A name under <c>.test</c>.</param>
    /// <param name="options">How it is.</param>
    public static async Task<FedifyPeer> StartAsync(LocalAuthority authority, string name, FedifyOptions? options = null)
    {
        var folder = Path.Combine(Checkout.Root, "tests", "Peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@fedify", "fedify")))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The packages of tests/Peers are not installed, which scripts/test does.");
            Assert.Skip("skipped: the packages of tests/Peers are not installed");
        }

        var peer = new FedifyPeer(Process.Start(new ProcessStartInfo("node", Arguments(authority, name, options ?? new FedifyOptions()))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        var line = await peer._process.StandardOutput.ReadLineAsync().WaitAsync(_patience);
        if (line?.Split(' ') is not ["listening", var origin])
        {
            await peer.DisposeAsync();
            throw new InvalidOperationException($"The peer did not start: {line}\n{peer.Log}");
        }

        peer.Origin = origin;
        return peer;
    }

    /// <summary>One of its people, such as <c>ruth</c> or <c>sol</c>.</summary>
    public PeerPerson Person(string name) => new(this, name);

    /// <summary>Everything that came into its inboxes, whether it was believed or not; the oldest first.</summary>
    public Task<Received[]> ReceivedAsync() => AskAsync<Received[]>("received", new { });

    /// <summary>Waits until something came into its inboxes, or has come; fails with what came instead.</summary>
    /// <param name="wanted">What it waits for.</param>
    /// <param name="patience">How long; 20 seconds if it is not given.</param>
    public async Task<Received> WaitForAsync(Predicate<Received> wanted, TimeSpan? patience = null)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var received = await ReceivedAsync();
            if (Array.Find(received, wanted) is { } found)
            {
                return found;
            }

            if (watch.Elapsed > (patience ?? _patience))
            {
                Assert.Fail($"It did not come to {Host}. What came:\n{string.Join<Received>('\n', received)}\n{Log}");
            }
        }
    }

    /// <summary>Waits for an activity of a type by an actor.</summary>
    public Task<Received> WaitForAsync(string type, string actor) => WaitForAsync(one => one.Type == type && one.Actor == actor);

    /// <summary>Every request that was answered, the oldest first.</summary>
    public Task<PeerRequest[]> RequestsAsync() => AskAsync<PeerRequest[]>("requests", new { });

    /// <summary>What it sent of its own accord and nobody took. It tries once.</summary>
    public Task<FailedDelivery[]> FailuresAsync() => AskAsync<FailedDelivery[]>("failures", new { });

    /// <summary>What it answers to a Follow from now on: <c>accept</c>, <c>reject</c> or <c>nothing</c>.</summary>
    public Task AnswerFollowsAsync(string by) => AskAsync("answerFollows", new { by });

    /// <summary>Reads an actor or a post by handle or id, without a signature, and says what Fedify read.</summary>
    public Task<JsonElement> LookupAsync(string what) => AskAsync("lookup", new { what });

    /// <summary>Fetches a document as it is, without a signature.</summary>
    public Task<JsonElement> LoadAsync(string address) => AskAsync("load", new { address });

    /// <summary>The WebFinger document of <c>acct:</c> or <c>https:</c>; null where there is none.</summary>
    public Task<JsonElement> WebFingerAsync(string resource) => AskAsync("webFinger", new { resource });

    /// <summary>What Fedify reads out of a server's NodeInfo; null where it is none.</summary>
    public Task<JsonElement> NodeInfoAsync(string origin) => AskAsync("nodeInfo", new { origin });

    /// <summary>Whether the FEP-8b32 proofs of an activity or another object hold.</summary>
    public Task<Proven> VerifyProofAsync(JsonElement document) => AskAsync<Proven>("verifyProof", new { document });

    /// <summary>Asks for anything that <c>commands.mjs</c> knows. One question at a time.</summary>
    /// <exception cref="PeerException">It could not.</exception>
    public async Task<JsonElement> AskAsync(string what, object request)
    {
        var members = JsonSerializer.SerializeToNode(request, _json)!.AsObject();
        members["ask"] = what;
        await _turn.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(members.ToJsonString());
            var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            var reply = JsonElement.Parse(line ?? throw new InvalidOperationException($"The peer has ended.\n{Log}"));
            return reply.TryGetProperty("answer", out var answer) ? answer : throw new PeerException(reply.GetProperty("error").GetString()!);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc cref="AskAsync(string, object)" />
    public async Task<T> AskAsync<T>(string what, object request) => (await AskAsync(what, request)).Deserialize<T>(_json)!;

    public async ValueTask DisposeAsync()
    {
        // It ends when there is nothing more to read.
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"--- {Origin}\n{Log}");
        _process.Dispose();
        _turn.Dispose();
    }

    private static string[] Arguments(LocalAuthority authority, string name, FedifyOptions options)
    {
        var (certificate, key) = authority.IssueFiles(name);
        string[] arguments =
        [
            "fedify/fediverse.mjs", "--name", name, "--port", $"{options.Port}", "--people", string.Join(',', options.People),
            "--cert", certificate, "--key", key, "--authority", authority.File,
            "--first-knock", options.FirstKnock, "--answer-follows", options.AnswerFollows, "--rsa-bits", $"{options.RsaBits}", "--verbose",
        ];
        return options.DemandsSignatures ? [.. arguments, "--demand-signatures"] : arguments;
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        if (_log.Count > LinesKept)
        {
            _log.TryDequeue(out _);
        }
    }
}
