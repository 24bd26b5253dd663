using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>That somebody does something: <c>Create</c>, <c>Follow</c>, <c>Announce</c> and others; <c>EmojiReact</c>, <c>QuoteRequest</c>.</summary>
/// <remarks>
/// ActivityStreams 2.0 Core §4.4; Activity Vocabulary §3.1; ActivityPub §6 and §7; FEP-c0e0 and Lite Pub for reactions;
/// FEP-044f for quotes. What is embedded is believed only by <see cref="Origins.WhoMaySpeak.MayBelieveEmbedded"/>.
/// </remarks>
public sealed record Activity : ActivityObject
{
    /// <summary>An activity, until its type is given.</summary>
    public Activity()
        : base("Activity")
    {
    }

    /// <summary>Who acts; null where several do (security case O-18).</summary>
    public ActivityObject? Actor { get => One<ActivityObject>("actor"); init => PutOne("actor", value); }

    /// <summary>What is acted upon; null where it is several things, which <see cref="Objects"/> has.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The word of ActivityStreams.")]
    public ActivityObject? Object { get => One<ActivityObject>("object"); init => PutOne("object", value); }

    /// <summary>All that is acted upon: a <c>Flag</c> often names several.</summary>
    public IReadOnlyList<ActivityObject> Objects { get => All<ActivityObject>("object"); init => PutAll("object", value); }

    /// <summary>To what it is done, as the collection of an <c>Add</c> or the new home of a <c>Move</c>.</summary>
    public ActivityObject? Target { get => One<ActivityObject>("target"); init => PutOne("target", value); }

    /// <summary>From where it is done.</summary>
    public ActivityObject? Origin { get => One<ActivityObject>("origin"); init => PutOne("origin", value); }

    /// <summary>What came of it, as the <see cref="ValueFlows.Agreement"/> of an <c>Accept</c> (FEP-0837).</summary>
    public ActivityObject? Result { get => One<ActivityObject>("result"); init => PutOne("result", value); }

    /// <summary>With what it is done, as the quoting note of a <c>QuoteRequest</c>.</summary>
    public ActivityObject? Instrument { get => One<ActivityObject>("instrument"); init => PutOne("instrument", value); }

    /// <summary>The emoji of a reaction, as a character or <c>:shortcode:</c>: its content, or Misskey's own word for it.</summary>
    public string? Reaction => Content ?? Text("_misskey_reaction");
}
