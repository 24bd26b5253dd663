using Microsoft.Extensions.DependencyInjection;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Federation.Followers;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Federation.Profiles;

namespace PostMoney.Core.Federation;

internal static class FederationModule
{
    internal static IServiceCollection AddFederation(this IServiceCollection services) => services
        .AddSingleton(node => new GuardedClient(
            node.GetService<FetchPolicy>() ?? FetchPolicy.Default, node.GetRequiredService<TimeProvider>(), UserAgent.Of(node)))
        .AddSingleton<FetchLimits>()
        .AddSingleton<KnownKeys>()
        .AddScoped<FederationSettings>()
        .AddScoped<LocalActors>()
        .AddScoped<HostGate>()
        .AddScoped<MeetHosts>()
        .AddScoped<FetchDocument>()
        .AddScoped<RemoteActors>()
        .AddScoped<FindActor>()
        .AddScoped<OnUpdateActor>()
        .AddScoped<VerifySender>()
        .AddSingleton<PeerLimits>()
        .AddSingleton<StoreTogether>()
        .AddScoped<StoreTogether.OneChange>()
        .AddScoped<ReceiveActivity>()
        .AddSingleton<ApplyInbox>()
        .AddScoped<ApplyGroup>()
        .AddScoped<OutboxWriter>()
        .AddScoped<PublishedActivities>()
        .AddScoped<ForgetTraffic>()
        .AddSingleton<ClaimedFollowers>()
        .AddScoped<FollowersOfHost>()
        .AddSingleton<DeliverDue>()
        .AddScoped<DeliverToHost>()
        .AddScoped<SendProfile>()
        .AddScoped<ChangeProfile>()
        .AddScoped<CheckLinks>()
        .AddScoped<ActorDocument>()
        .AddScoped<ActorCollections>()
        .AddScoped<DescribeNode>();
}
