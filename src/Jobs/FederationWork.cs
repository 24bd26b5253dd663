using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Federation.Profiles;
using PostMoney.Core.Following;
using PostMoney.Core.Posts.Threads;
using PostMoney.Core.Queue;

namespace PostMoney.Jobs;

/// <summary>Does what came in from other servers as soon as it is there.</summary>
internal sealed class DoIncoming(ApplyInbox inbox, WakeUp wake, NodeAddress address, ILogger<DoIncoming> logger)
    : FederationWork(WakeUp.Inbox, wake, address, logger)
{
    protected override Task<int> WorkAsync(CancellationToken ct) => inbox.RunAsync(ct);
}

/// <summary>Sends what is for other servers as soon as it is there, and again when it is due again.</summary>
internal sealed class SendOutgoing(DeliverDue deliver, WakeUp wake, NodeAddress address, ILogger<SendOutgoing> logger)
    : FederationWork(WakeUp.Outbox, wake, address, logger)
{
    protected override Task<int> WorkAsync(CancellationToken ct) => deliver.RunAsync(ct);
}

/// <summary>Reads conversations at other servers as soon as somebody waits for them.</summary>
internal sealed class ReadConversations(ReadWantedThreads threads, WakeUp wake, NodeAddress address, ILogger<ReadConversations> logger)
    : FederationWork(WakeUp.Threads, wake, address, logger)
{
    protected override Task<int> WorkAsync(CancellationToken ct) => threads.RunAsync(ct);
}

/// <summary>Looks at pages that members link to as soon as they have said so. By itself, so that a slow page keeps no conversation waiting.</summary>
internal sealed class CheckLinkedPages(IServiceScopeFactory scopes, WakeUp wake, NodeAddress address, ILogger<CheckLinkedPages> logger)
    : FederationWork(WakeUp.Links, wake, address, logger)
{
    protected override async Task<int> WorkAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CheckLinks>().RunAsync(ct);
    }
}

/// <summary>Compares lists of followers with those of other servers when they say that theirs differ.</summary>
internal sealed class CompareFollowerLists(CompareFollowers compare, WakeUp wake, NodeAddress address, ILogger<CompareFollowerLists> logger)
    : FederationWork(WakeUp.Followers, wake, address, logger)
{
    protected override Task<int> WorkAsync(CancellationToken ct) => compare.RunAsync(ct);
}

/// <summary>Work that begins with a ring, or after a while without one.</summary>
internal abstract class FederationWork(string bell, WakeUp wake, NodeAddress address, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan _atLatest = TimeSpan.FromSeconds(15);

    protected abstract Task<int> WorkAsync(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (address.IsKnown && !stoppingToken.IsCancellationRequested)
        {
            await wake.WaitAsync(bell, _atLatest, stoppingToken);
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.FederationFailed(logger, bell, fault.GetType().Name);
            }
        }
    }
}
