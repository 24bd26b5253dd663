using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.Fixtures;

/// <summary>The <c>Create</c> of a note, 2 kB in the shape in which Mastodon 4 sends them, written for tests and measurements.</summary>
public static class MastodonNote
{
    private const string Text = """
        {"@context":["https://www.w3.org/ns/activitystreams",{"ostatus":"http://ostatus.org#","atomUri":"ostatus:atomUri",
        "inReplyToAtomUri":"ostatus:inReplyToAtomUri","conversation":"ostatus:conversation","sensitive":"as:sensitive",
        "toot":"http://joinmastodon.org/ns#","votersCount":"toot:votersCount","Hashtag":"as:Hashtag"}],
        "id":"https://social.example/users/amina/statuses/1/activity","type":"Create","actor":"https://social.example/users/amina",
        "published":"2026-11-25T08:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],
        "cc":["https://social.example/users/amina/followers","https://town.example/users/bilal"],
        "object":{"id":"https://social.example/users/amina/statuses/1","type":"Note","summary":null,"inReplyTo":null,
        "published":"2026-11-25T08:00:00Z","url":"https://social.example/@amina/1","attributedTo":"https://social.example/users/amina",
        "to":["https://www.w3.org/ns/activitystreams#Public"],
        "cc":["https://social.example/users/amina/followers","https://town.example/users/bilal"],"sensitive":false,
        "atomUri":"https://social.example/users/amina/statuses/1","inReplyToAtomUri":null,
        "conversation":"tag:social.example,2026-11-25:objectId=1:objectType=Conversation",
        "content":"<p>The ladder is back in the shed, thank you <a href=\"https://town.example/@bilal\">@bilal</a></p>",
        "contentMap":{"en":"<p>The ladder is back in the shed, thank you <a href=\"https://town.example/@bilal\">@bilal</a></p>"},
        "attachment":[],"tag":[{"type":"Mention","href":"https://town.example/users/bilal","name":"@bilal@town.example"},
        {"type":"Hashtag","href":"https://social.example/tags/tools","name":"#tools"}],
        "replies":{"id":"https://social.example/users/amina/statuses/1/replies","type":"Collection",
        "first":{"type":"CollectionPage","next":"https://social.example/users/amina/statuses/1/replies?page=true",
        "partOf":"https://social.example/users/amina/statuses/1/replies","items":[]}}}}
        """;

    /// <summary>As it comes in.</summary>
    public static byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Text);

    /// <summary>The same, read.</summary>
    public static JsonElement Document { get; } =
        StrictJson.TryParse(Bytes, out var document, out _) ? document : throw new InvalidOperationException("The note is no JSON.");
}
