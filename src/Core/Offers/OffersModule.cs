using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Offers;

internal static class OffersModule
{
    internal static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddScoped<UnitCalendar>()
        .AddScoped<PublishOffer>()
        .AddScoped<ReviseOffer>()
        .AddScoped<WithdrawOffer>();
}
