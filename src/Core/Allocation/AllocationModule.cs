using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;

namespace PostMoney.Core.Allocation;

internal static class AllocationModule
{
    internal static IServiceCollection AddAllocation(this IServiceCollection services) => services
        .AddScoped<AdoptPolicy>()
        .AddScoped<OpenPool>()
        .AddScoped<ChangePool>()
        .AddScoped<ClosePool>()
        .AddScoped<PoolList>()
        .AddScoped<OpenRound>()
        .AddScoped<EligibleOffers>()
        .AddScoped<Attest>()
        .AddScoped<AttestedFacts>()
        .AddScoped<PersonFacts>()
        .AddScoped<FreezeRound>()
        .AddScoped<StewardedRounds>()
        .AddScoped<PreviewRound>()
        .AddScoped<ComparePolicies>()
        .AddScoped<DrawRound>()
        .AddScoped<RoundPages>()
        .AddScoped<DeskRounds>()
        .AddScoped<CheckTranscript>()
        .AddScoped<QuotaLeft>();
}
