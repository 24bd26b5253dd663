using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace PostMoney.Jobs;

/// <summary>When things are done; what is done is in <see cref="JobRoutes"/>.</summary>
public static class JobsModule
{
    /// <summary>Adds the runner, and the schedule that wakes it.</summary>
    /// <remarks>Quartz keeps its schedule in memory: what must survive a restart is promised in the database's own queue.</remarks>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRunner>()
            .AddHostedService<DoIncoming>().AddHostedService<SendOutgoing>().AddHostedService<ReadConversations>().AddHostedService<CheckLinkedPages>()
            .AddHostedService<CompareFollowerLists>();
        services.AddQuartz(schedule =>
        {
            schedule.ScheduleJob<RunDueJobs>(trigger => trigger
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(5)).RepeatForever()));
            schedule.ScheduleJob<Sweep>(trigger => trigger
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(5)).RepeatForever()));
        });
        return services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;

            // Whoever starts a node waits for its first page, not for what has been waiting anyhow.
            options.StartDelay = TimeSpan.FromSeconds(3);
        });
    }
}
