using PostMoney.ActivityStreams.Discovery;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Finds somebody by what people write: <c>@chen@p.test</c>, or the address of their page.</summary>
public sealed class FindActor(
    PostMoneyDb db, RemoteActors actors, LocalActors local, GuardedClient client, HostGate gate, NodeAddress address)
{
    /// <summary>Finds them, and keeps what was read, in a change of its own.</summary>
    /// <param name="written">A group may be written with another sign, as Lemmy does: <c>!tools@p.test</c>.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Actor>> ExecuteAsync(string written, CancellationToken ct)
    {
        var name = written.Trim();
        name = name.StartsWith('!') ? "@" + name[1..] : name;
        if (await NeighbourAsync(name.TrimStart('@'), ct) is { } neighbour)
        {
            return neighbour;
        }

        var budget = new FetchBudget();
        var id = await IdAsync(name, budget, ct);
        if (!id.TryGet(out var found))
        {
            return id.Refusal;
        }

        if (address.IsOurs(found))
        {
            return await actors.FindAsync(found.Value, ct) is { } ours && !await db.IsHiddenAsync(ours, ct) ? ours : FederationRefusals.Gone;
        }

        var read = await actors.FindOrFetchAsync(found, budget, ct);
        if (!read.TryGet(out var actor))
        {
            return read.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var kept = await actors.KeepAsync(actor, ct);
        await change.SaveAsync(ct);
        return kept;
    }

    /// <summary>Finds the actor of a whole server by the server's name.</summary>
    /// <remarks>FEP-2677 first, then FEP-d556.</remarks>
    /// <returns>The actor's id.</returns>
    public async Task<Result<string>> NodeAsync(string host, CancellationToken ct)
    {
        var name = host.Trim().ToLowerInvariant();
        if (!WebId.TryParse($"https://{name}/", out var root) || !AcctUri.TryParseHandle("node@" + name, out _))
        {
            return FederationRefusals.NoAddress.At("Node");
        }

        if (!await gate.IsOpenAsync(root, ct))
        {
            return FederationRefusals.HostClosed;
        }

        var budget = new FetchBudget();
        foreach (var question in new[] { new Uri($"https://{name}{NodeInfoLinks.Path}"), ApplicationActor.QueryFor($"https://{name}").At(name) })
        {
            if (await client.GetAsync(question, "application/jrd+json, application/json", signer: null, budget, ct) is FetchResult.Received received
                && ResourceDescriptorJson.TryRead(received.Body, out var descriptor)
                && WebId.TryParse(ApplicationActor.FindIn(descriptor), out var actor)
                && actor.Origin == root.Origin)
            {
                return actor.Value;
            }
        }

        return FederationRefusals.Gone;
    }

    private async Task<Actor?> NeighbourAsync(string written, CancellationToken ct)
    {
        var at = written.IndexOf('@', StringComparison.Ordinal);
        var isOfOurs = at < 0 || string.Equals(written[(at + 1)..], address.Host, StringComparison.OrdinalIgnoreCase);
        var name = (at < 0 ? written : written[..at]).ToLowerInvariant();
        return isOfOurs ? await local.MemberAsync(name, ct) ?? await local.GroupAsync(name, ct) : null;
    }

    private async Task<Result<WebId>> IdAsync(string written, FetchBudget budget, CancellationToken ct)
    {
        if (WebId.TryParse(written, out var id))
        {
            return id;
        }

        if (!AcctUri.TryParseHandle(written, out var account))
        {
            return FederationRefusals.NoAddress;
        }

        if (!await gate.IsOpenAsync(account.Host, ct))
        {
            return FederationRefusals.HostClosed;
        }

        var question = WebFingerQuery.About(account).At(account.Host);
        var answer = await client.GetAsync(question, "application/jrd+json, application/json", signer: null, budget, ct);
        return answer is FetchResult.Received received
            && ResourceDescriptorJson.TryRead(received.Body, out var descriptor)
            && WebId.TryParse(Handles.ActorOf(descriptor, account), out var actor)
                ? actor
                : FederationRefusals.Gone;
    }
}
