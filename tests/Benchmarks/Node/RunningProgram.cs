using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PostMoney.Benchmarks.Node;

/// <summary>A published program that listens on a port of its own, and what the system says of it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private RunningProgram(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    /// <summary>Asks it, as a signed-in reader where it was given a cookie for that.</summary>
    internal HttpClient Client { get; }

    /// <summary>From the birth of the process to the end of its first answer.</summary>
    internal TimeSpan FirstAnswer { get; private set; }

    /// <summary>Processor time until then, of all threads, in user and kernel.</summary>
    internal TimeSpan FirstAnswerProcessor { get; private set; }

    /// <summary>Processor time so far.</summary>
    internal TimeSpan Processor => Now.TotalProcessorTime;

    /// <summary>Bytes of memory that it holds (VmRSS).</summary>
    internal long Resident => Now.WorkingSet64;

    /// <summary>Most bytes that it ever held (VmHWM).</summary>
    internal long MostResident => Now.PeakWorkingSet64;

    private Process Now
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    /// <summary>Starts it and waits for its first answer.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">From its address, what it is told.</param>
    /// <param name="path">What is asked first.</param>
    /// <param name="headers">Sent with every question.</param>
    internal static async Task<RunningProgram> StartAsync(
        string program, Func<string, IReadOnlyList<string>> arguments, string path, params IReadOnlyList<(string Name, string Value)> headers)
    {
        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(program, arguments(address)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + '\n');
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var running = new RunningProgram(process, client);
        while (!await running.TryAskAsync(path))
        {
            if (process.HasExited || watch.Elapsed > _patience)
            {
                await running.DisposeAsync();
                throw new InvalidOperationException($"{program} did not answer.");
            }

            await Task.Delay(5);
        }

        running.FirstAnswer = watch.Elapsed;
        running.FirstAnswerProcessor = running.Processor;
        return running;
    }

    /// <summary>Reads a page again and again.</summary>
    /// <param name="path">The page.</param>
    /// <param name="requests">How often, all readers together.</param>
    /// <param name="readers">How many read at once, each on a connection of its own.</param>
    /// <returns>Processor milliseconds of the program for each request.</returns>
    internal async Task<double> ReadAsync(string path, int requests, int readers)
    {
        var before = Processor;
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async _ =>
        {
            for (var number = 0; number < requests / readers; number++)
            {
                (await Client.GetByteArrayAsync(path)).AsSpan();
            }
        }));
        return (Processor - before).TotalMilliseconds / (requests / readers * readers);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            // Nothing is lost: what was written is on disk, and the folder goes with the run.
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<bool> TryAskAsync(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(path);
            return answer.EnsureSuccessStatusCode().IsSuccessStatusCode;
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
