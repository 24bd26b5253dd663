using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Federation.Outbox;

/// <summary>Delivers what is due: many hosts at a time, each in its own pace. A host that does not answer holds up nobody but itself.</summary>
/// <remarks>Security cases F-05, F-15, F-16 and F-19. Within one host the order is that of writing.</remarks>
public sealed class DeliverDue(IServiceScopeFactory scopes)
{
    /// <summary>Hosts at a time.</summary>
    public const int HostsAtOnce = 12;

    /// <summary>Deliveries to one host before others get their turn.</summary>
    public const int OfOneHost = 20;

    /// <summary>Delivers until nothing is due.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var tried = 0;
        var running = new Dictionary<string, Task<int>>(StringComparer.Ordinal);
        while (true)
        {
            foreach (var host in await DueHostsAsync(running.Keys, HostsAtOnce - running.Count, ct))
            {
                running.Add(host, Task.Run(() => DeliverToAsync(host, ct), ct));
            }

            if (running.Count == 0)
            {
                return tried;
            }

            await Task.WhenAny(running.Values);
            foreach (var (host, task) in running.Where(entry => entry.Value.IsCompleted).ToList())
            {
                running.Remove(host);
                tried += await task;
            }
        }
    }

    // Those that answer come first, so that the living never wait for the dead.
    private async Task<List<string>> DueHostsAsync(IReadOnlyCollection<string> running, int most, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PostMoneyDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var busy = running.ToArray();
        var due = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.Waiting && delivery.DueAt <= now && !busy.Contains(delivery.Host))
            .GroupBy(delivery => delivery.Host)
            .Select(group => new { Host = group.Key, First = group.Min(delivery => delivery.DueAt) })
            .ToListAsync(ct);
        var names = due.Select(line => line.Host).ToList();
        var silent = await db.RemoteHosts.AsNoTracking()
            .Where(host => names.Contains(host.Host) && host.Failures > 0)
            .ToDictionaryAsync(host => host.Host, ct);
        return [.. due
            .Where(line => !silent.TryGetValue(line.Host, out var host) || host.PausedUntil is null || host.PausedUntil <= now)
            .OrderBy(line => silent.TryGetValue(line.Host, out var host) ? host.Failures : 0)
            .ThenBy(line => line.First)
            .Select(line => line.Host)
            .Take(most)];
    }

    private async Task<int> DeliverToAsync(string host, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliverToHost>().ExecuteAsync(host, ct);
    }
}
