using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Whether a server may be asked that one document has named and that was never met: of one domain only so many in an hour, as who owns a domain can make as many as they like.</summary>
/// <remarks>Security case F-01.</remarks>
public sealed class MeetHosts(PostMoneyDb db, FetchLimits limits)
{
    /// <summary>Whether it may be asked.</summary>
    public async Task<bool> MayAskAsync(WebId id, CancellationToken ct)
    {
        var host = NodeAddress.HostOf(id);
        return await db.RemoteHosts.AnyAsync(known => known.Host == host, ct) || limits.MayMeet(host);
    }
}
