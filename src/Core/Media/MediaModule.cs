using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Media;

internal static class MediaModule
{
    internal static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<ReadPhoto>()
        .AddScoped<PutPhotos>();
}
