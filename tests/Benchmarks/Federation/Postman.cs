using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PostMoney.Benchmarks.Federation;

/// <summary>Sends requests that are bytes already, over some connections at once, one after the other on each, and notes what was answered and when.</summary>
/// <remarks>A client of HTTP would take more of the machine than the node that is measured.</remarks>
internal sealed class Postman(Uri node, int connections)
{
    /// <summary>Sends all.</summary>
    /// <returns>How long it took, and the milliseconds of each answer in ascending order.</returns>
    /// <exception cref="InvalidOperationException">One was answered otherwise than by 202.</exception>
    internal async Task<(TimeSpan Time, double[] Answers)> SendAsync(byte[][] requests)
    {
        var answers = new double[requests.Length];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, node.Port));
            var buffer = new byte[4_096];
            for (var number = Interlocked.Increment(ref next); number < requests.Length; number = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await socket.SendAsync(requests[number]);
                await ReadAnswerAsync(socket, buffer);
                answers[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }));
        var time = watch.Elapsed;
        Array.Sort(answers);
        return (time, answers);
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += read;
            var text = buffer.AsSpan(0, length);
            if (text.IndexOf("\r\n\r\n"u8) >= 0 || read == 0)
            {
                if (!text.StartsWith("HTTP/1.1 202 "u8))
                {
                    throw new InvalidOperationException("An activity was not taken in: " + Encoding.ASCII.GetString(text));
                }

                return;
            }
        }
    }
}
