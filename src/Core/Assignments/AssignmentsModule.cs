using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Assignments;

internal static class AssignmentsModule
{
    internal static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddScoped<AssignmentLedger>()
        .AddScoped<IssueAssignment>()
        .AddScoped<SettleRound>()
        .AddScoped<VoidRound>()
        .AddScoped<AcceptAssignment>()
        .AddScoped<GiveUpAssignment>()
        .AddScoped<AskNextInLine>()
        .AddScoped<MatchByHand>()
        .AddScoped<RenewAssignment>()
        .AddScoped<EndAssignment>()
        .AddScoped<DestroyPayloads>()
        .AddScoped<AssignmentPages>();
}
