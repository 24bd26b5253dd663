using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Following;
using PostMoney.Core.Mirrors;
using PostMoney.Core.Moderation;
using PostMoney.Core.Moving;
using PostMoney.Core.Posts;
using PostMoney.Core.Posts.PassingOn;
using PostMoney.Core.Posts.Pins;
using Handler = System.Func<System.IServiceProvider, PostMoney.Core.Federation.Inbox.IActivityHandler>;

namespace PostMoney.Core;

/// <summary>Which activities of other servers are understood, and by what.</summary>
public static class InboxRoutes
{
    /// <summary>By type, or by type and type of the object; several are asked in their order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Handler>> All { get; } = new Dictionary<string, IReadOnlyList<Handler>>(StringComparer.Ordinal)
    {
        ["Follow"] = [Of<OnFollow>],
        ["Accept"] = [Of<OnFollowAnswered>],
        ["Reject"] = [Of<OnFollowAnswered>],
        ["Block"] = [Of<OnBlock>],
        ["Undo"] = [Of<OnUndoFollow>, Of<OnUndoReaction>, Of<OnUndoBlock>],
        ["Flag"] = [Of<OnFlag>],
        ["Create Proposal"] = [Of<OnProposal>],
        ["Update Proposal"] = [Of<OnProposal>],
        ["Update Person"] = [Of<OnUpdateActor>],
        ["Update Group"] = [Of<OnUpdateActor>],
        ["Update Application"] = [Of<OnUpdateActor>],
        ["Update Service"] = [Of<OnUpdateActor>],
        ["Update Organization"] = [Of<OnUpdateActor>],
        ["Move"] = [Of<OnMove>],
        ["Create"] = [Of<OnCreatePost>],
        ["Update"] = [Of<OnUpdatePost>],
        ["Delete"] = [Of<OnDeleteProposal>, Of<OnDeletePost>, Of<OnDeleteActor>],
        ["Like"] = [Of<OnReaction>],
        ["EmojiReact"] = [Of<OnReaction>],
        ["Announce Create"] = [Of<OnGroupAnnounce>],
        ["Announce Update"] = [Of<OnGroupAnnounce>],
        ["Announce Delete"] = [Of<OnGroupAnnounce>],
        ["Announce"] = [Of<OnReaction>],
        ["Add"] = [Of<OnPin>],
        ["Remove"] = [Of<OnPin>],
    };

    private static IActivityHandler Of<T>(IServiceProvider node)
        where T : IActivityHandler => node.GetRequiredService<T>();
}
