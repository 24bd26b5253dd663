using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Items;

internal static class ItemsModule
{
    internal static IServiceCollection AddItems(this IServiceCollection services) => services
        .AddScoped<ItemRules>()
        .AddScoped<DraftItem>()
        .AddScoped<SignOnNode>()
        .AddScoped<SendItem>()
        .AddScoped<ProposalDocuments>()
        .AddScoped<TakeInItem>()
        .AddScoped<TakeBackItem>()
        .AddScoped<ExpireItems>();
}
