using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Offers.Import;

namespace PostMoney.Core.Offers;

internal static class OffersModule
{
    internal static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddScoped<UnitCalendar>()
        .AddScoped<PublishOffer>()
        .AddScoped<ReviseOffer>()
        .AddScoped<WithdrawOffer>()
        .AddSingleton<ImportFingerprint>()
        .AddScoped<PreviewImport>()
        .AddScoped<ImportInventory>();
}
