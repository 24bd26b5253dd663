using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Federation;

/// <summary>How this program names itself to others: what it is, which version, and where to complain.</summary>
internal static class UserAgent
{
    internal static string Version { get; } =
        typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    internal static string Of(IServiceProvider node)
    {
        var address = node.GetRequiredService<NodeAddress>();
        return address.IsKnown ? $"PostMoney/{Version} (+{address.Origin}/)" : $"PostMoney/{Version}";
    }
}
