using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Posts;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Metrics;

/// <summary>What this node is, in the two small documents that servers and lists of servers ask for first.</summary>
/// <remarks>Mastodon's API, <c>Instance</c> and <c>V1::Instance</c>: what is true here, and nothing for what there is not. Numbers are told in fives, as in NodeInfo, and of posts those that are for everybody.</remarks>
public sealed class DescribeInstance(PostMoneyDb db, DescribeNode node, NodeSettings settings, NodeAddress address)
{
    /// <summary>The older document.</summary>
    public async Task<byte[]> OlderAsync(CancellationToken ct)
    {
        var (said, joining) = await SayAsync(ct);
        var users = (await node.NodeInfoAsync(ct)).TotalUsers ?? 0;
        var posts = PublicCount.InFives(await db.Posts.CountAsync(post => post.IsLocal && post.DeletedAt == null && post.Visibility == PostVisibility.Public, ct)).Number ?? 0;
        var hosts = PublicCount.InFives(await db.RemoteHosts.CountAsync(ct)).Number ?? 0;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            uri = address.Host,
            title = said.Name,
            short_description = said.Summary,
            description = said.Summary,
            email = "",
            version = said.Version,
            urls = new { },
            stats = new { user_count = users, status_count = posts, domain_count = hosts },
            languages = Array.Empty<string>(),
            registrations = joining != JoiningModes.Invitation,
            approval_required = joining == JoiningModes.Approval,
            invites_enabled = false,
            configuration = Configuration,
            contact_account = (string?)null,
            rules = Array.Empty<string>(),
        });
    }

    /// <summary>The newer document.</summary>
    /// <param name="source">Where people get the program's source, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<byte[]> NewerAsync(string? source, CancellationToken ct)
    {
        var (said, joining) = await SayAsync(ct);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            domain = address.Host,
            title = said.Name,
            version = said.Version,
            source_url = source,
            description = said.Summary,
            languages = Array.Empty<string>(),
            configuration = Configuration,
            registrations = new { enabled = joining != JoiningModes.Invitation, approval_required = joining == JoiningModes.Approval, message = (string?)null },
            contact = new { email = "", account = (string?)null },
            rules = Array.Empty<string>(),
        });
    }

    private static object Configuration { get; } = new
    {
        urls = new { },
        statuses = new { max_characters = Post.LongestText, max_media_attachments = 0 },
    };

    private async Task<((string Name, string Summary, string Version) Said, string Joining)> SayAsync(CancellationToken ct)
    {
        var all = await settings.AllAsync(ct);
        return (
            (all.GetValueOrDefault(NodeSettings.Name) ?? "PostMoney", all.GetValueOrDefault(NodeSettings.Summary) ?? "", "PostMoney " + DescribeNode.Version),
            all.GetValueOrDefault(NodeSettings.Joining) ?? JoiningModes.Invitation);
    }
}
