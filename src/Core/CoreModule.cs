using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Allocation;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation;
using PostMoney.Core.Following;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Media;
using PostMoney.Core.Members;
using PostMoney.Core.Metrics;
using PostMoney.Core.Mirrors;
using PostMoney.Core.Moderation;
using PostMoney.Core.Moving;
using PostMoney.Core.Needs;
using PostMoney.Core.Notifications;
using PostMoney.Core.Offers;
using PostMoney.Core.Operations;
using PostMoney.Core.Outcomes;
using PostMoney.Core.Passports;
using PostMoney.Core.Posts;
using PostMoney.Core.Queue;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;
using PostMoney.Core.Search;
using PostMoney.Core.Storage;
using PostMoney.Core.Timelines;

namespace PostMoney.Core;

/// <summary>What a server can do, from the ground up.</summary>
public static class CoreModule
{
    /// <summary>Adds every capability. A <see cref="TimeProvider"/> and a <see cref="Randomness"/> are added by the caller.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="file">The node's database.</param>
    /// <param name="nodeKey">The key that wraps all others.</param>
    /// <param name="origin">Where other servers find the node, an https origin; null where they do not.</param>
    public static IServiceCollection AddCore(this IServiceCollection services, DatabaseFile file, NodeKey nodeKey, string? origin = null) => services
        .AddSingleton(new InboxHandlers(InboxRoutes.All))
        .AddSingleton<NodeIds>()
        .AddStorage(file)
        .AddQueue()
        .AddSealing(nodeKey)
        .AddLog()
        .AddMedia()
        .AddPassports()
        .AddRelations()
        .AddActors(origin)
        .AddAccess()
        .AddNotifications()
        .AddMembers()
        .AddCategories()
        .AddGroups()
        .AddFederation()
        .AddFollowing()
        .AddPosts()
        .AddItems()
        .AddMoving()
        .AddMirrors()
        .AddGrants()
        .AddSearch()
        .AddNeeds()
        .AddOffers()
        .AddAllocation()
        .AddAssignments()
        .AddMaintenance()
        .AddOutcomes()
        .AddModeration()
        .AddTimelines()
        .AddMetrics()
        .AddOperations();
}
