using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Queue;

internal static class QueueModule
{
    internal static IServiceCollection AddQueue(this IServiceCollection services) => services.AddSingleton<WakeUp>().AddScoped<JobQueue>().AddScoped<JobPump>();
}
