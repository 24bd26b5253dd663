using Microsoft.Extensions.Diagnostics.HealthChecks;
using PostMoney.Core.Storage;

namespace PostMoney.Web.Host;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(NodeSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await settings.FindAsync(NodeSettings.Did, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
