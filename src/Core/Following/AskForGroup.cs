using PostMoney.Core.Actors;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Following;

/// <summary>Somebody asks to follow a group whose stewards decide about that.</summary>
internal static class AskForGroup
{
    /// <summary>Most that wait for an answer; more are turned away, so that nobody buries the others.</summary>
    internal const int MostWaiting = 200;

    /// <summary>Tells its stewards.</summary>
    internal static Task TellAsync(Notifier notifier, Actor who, Actor group, CancellationToken ct) => notifier.TellAuthorAsync(
        group.LocalId!.Value, "follow.asked", "group", group.LocalId.Value, $"{who.Name} ({who.Address}) asks to follow {group.Name}.", ct);
}
