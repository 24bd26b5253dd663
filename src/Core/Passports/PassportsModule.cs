using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Passports;

internal static class PassportsModule
{
    internal static IServiceCollection AddPassports(this IServiceCollection services) => services.AddScoped<Challenges>();
}
