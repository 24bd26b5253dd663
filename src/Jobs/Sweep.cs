using Quartz;

namespace PostMoney.Jobs;

[DisallowConcurrentExecution]
internal sealed class Sweep(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.SweepAsync(cancellationToken);
}
