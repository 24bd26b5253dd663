using System.Text.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>An activity whose sender is known: what handlers look at, and all they look at.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sender">Whose it is, shown by a signature; the only answer to "who?".</param>
/// <param name="Activity">What it says, in plain names.</param>
/// <param name="Raw">The same as it was sent, to be passed on unchanged and for nothing else.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record ReceivedActivity(WebId Id, Actor Sender, Activity Activity, JsonElement Raw, DateTimeOffset ReceivedAt)
{
    /// <summary>The sender's id.</summary>
    public WebId SenderId => WebId.Parse(Sender.Uri);

    /// <summary>The id of the one object, embedded or not; null where there is none or several.</summary>
    public WebId? ObjectId => Activity.IdOf("object");
}

/// <summary>What a handler does once it has found that it may: within the caller's change, which it does not save.</summary>
public delegate Task ApplyActivity(CancellationToken ct);

/// <summary>Understands one kind of activity.</summary>
public interface IActivityHandler
{
    /// <summary>Looks at what the sender asks, reads from elsewhere what is missing, and writes nothing.</summary>
    /// <returns>What to do, or why not.</returns>
    Task<Foundation.Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct);
}
