using Quartz;

namespace PostMoney.Jobs;

[DisallowConcurrentExecution]
internal sealed class RunDueJobs(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunDueAsync(cancellationToken);
}
