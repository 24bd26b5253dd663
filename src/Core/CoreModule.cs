using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Members;
using PostMoney.Core.Metrics;
using PostMoney.Core.Needs;
using PostMoney.Core.Notifications;
using PostMoney.Core.Offers;
using PostMoney.Core.Operations;
using PostMoney.Core.Outcomes;
using PostMoney.Core.Passports;
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
    public static IServiceCollection AddCore(this IServiceCollection services, DatabaseFile file, NodeKey nodeKey) => services
        .AddScoped<NodeIds>()
        .AddStorage(file)
        .AddQueue()
        .AddSealing(nodeKey)
        .AddLog()
        .AddPassports()
        .AddRelations()
        .AddAccess()
        .AddNotifications()
        .AddMembers()
        .AddCategories()
        .AddGroups()
        .AddItems()
        .AddGrants()
        .AddSearch()
        .AddNeeds()
        .AddOffers()
        .AddAllocation()
        .AddAssignments()
        .AddMaintenance()
        .AddOutcomes()
        .AddTimelines()
        .AddMetrics()
        .AddOperations();
}
