using PostMoney.ActivityStreams.Vocabulary;
using Xunit;
using Activity = PostMoney.ActivityStreams.Vocabulary.Activity;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

public sealed class ReadingANote
{
    /// <summary>In the shape in which servers of several kinds send a note, written for this test.</summary>
    private const string Sent = """
        {"@context":["https://www.w3.org/ns/activitystreams",{"ostatus":"http://ostatus.org#","conversation":"ostatus:conversation","sensitive":"as:sensitive",
        "toot":"http://joinmastodon.org/ns#","Emoji":"toot:Emoji","blurhash":"toot:blurhash","focalPoint":{"@container":"@list","@id":"toot:focalPoint"},
        "Hashtag":"as:Hashtag","quote":{"@id":"https://w3id.org/fep/044f#quote","@type":"@id"},"quoteUri":"http://fedibird.com/ns#quoteUri","_misskey_content":"https://misskey-hub.net/ns#_misskey_content"}],
        "id":"https://o.test/users/amina/statuses/1","type":"Note","summary":null,"inReplyTo":"https://n.test/notes/7","published":"2026-11-25T08:00:00Z",
        "url":"https://o.test/@amina/1","attributedTo":"https://o.test/users/amina","to":["https://www.w3.org/ns/activitystreams#Public"],
        "cc":["https://o.test/users/amina/followers","https://n.test/u/bilal"],"sensitive":true,"conversation":"tag:o.test,2026-11-25:objectId=1:objectType=Conversation",
        "context":"https://o.test/contexts/1","content":"<p>The ladder is back :ladder:</p>","contentMap":{"en":"<p>The ladder is back :ladder:</p>"},
        "_misskey_content":"The ladder is back :ladder:","quote":"https://n.test/notes/3","quoteUri":"https://n.test/notes/3",
        "attachment":[{"type":"Document","mediaType":"image/png","url":"https://o.test/media/1.png","name":"A ladder","blurhash":"UABC","focalPoint":[-0.5,1.0],"width":640,"height":480},
        {"type":"Video","url":[{"type":"Link","href":"https://o.test/media/2.mp4"}],"duration":"PT12S","focalPoint":[2,0]}],
        "tag":[{"type":"Mention","href":"https://n.test/u/bilal","name":"@bilal@n.test"},{"type":"Hashtag","href":"https://o.test/tags/tools","name":"#tools"},
        {"type":"Emoji","id":"https://o.test/emoji/1","name":":ladder:","updated":"2026-01-01T00:00:00Z","icon":{"type":"Image","mediaType":"image/png","url":"https://o.test/emoji/1.png"}},
        {"type":"Link","mediaType":"application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"","href":"https://n.test/notes/3","name":"RE: it"}],
        "replies":{"id":"https://o.test/users/amina/statuses/1/replies","type":"Collection","first":{"type":"CollectionPage","next":"https://o.test/users/amina/statuses/1/replies?page=true","items":["https://n.test/notes/9"]}}}
        """;

    [Fact]
    public void Has_what_it_says_and_what_belongs_to_it()
    {
        var note = Views.Read<Note>(Sent);

        Assert.Equal((true, null, "https://n.test/notes/3"), (note.Sensitive, note.Summary, note.Quote?.Id?.Value));
        Assert.Equal("https://n.test/notes/3", note.QuoteUrl);
        Assert.Equal("https://n.test/notes/7", note.InReplyTo.Single().Id?.Value);
        Assert.Equal("https://o.test/contexts/1", note.Context?.Id?.Value);
        Assert.Equal("The ladder is back :ladder:", note.MisskeyContent);
        Assert.Equal("@bilal@n.test", note.Mentions.Single().Name);
        Assert.Equal("https://o.test/tags/tools", note.Hashtags.Single().Href);
        Assert.Equal("https://n.test/notes/3", note.ObjectLinks.Single().Href);
        var emoji = note.Emojis.Single();
        Assert.Equal(("ladder", "https://o.test/emoji/1.png"), (emoji.Shortcode, emoji.Icon.Single().Address));
    }

    [Fact]
    public void Has_files_and_where_they_are()
    {
        var files = Views.Read<Note>(Sent).Attachment.Select(one => one.As<Attachment>()).ToList();

        Assert.Equal(("https://o.test/media/1.png", "A ladder", "UABC", 640L, 480L), (files[0].Address, files[0].Name, files[0].Blurhash, files[0].Width, files[0].Height));
        Assert.Equal((-0.5, 1.0), files[0].FocalPoint);
        Assert.Equal(("https://o.test/media/2.mp4", TimeSpan.FromSeconds(12)), (files[1].Address, files[1].Duration));
        Assert.Null(files[1].FocalPoint);
    }

    [Fact]
    public void Has_pages_of_replies()
    {
        var first = Views.Read<Note>(Sent).Replies!.First!;

        Assert.True(first.IsPage);
        Assert.Equal("https://o.test/users/amina/statuses/1/replies?page=true", first.Next?.Id?.Value);
        Assert.Equal("https://n.test/notes/9", first.Items.Single().Id?.Value);
    }

    [Fact]
    public void Is_a_poll_with_the_votes_of_each_choice()
    {
        var poll = Views.Read<Question>("""{"type":"Question","oneOf":[{"type":"Note","name":"Bread","replies":{"type":"Collection","totalItems":3}}],"closed":"2026-11-25T08:00:00Z","votersCount":3}""");

        Assert.Equal(("Bread", 3L), (poll.OneOf.Single().Name, poll.OneOf.Single().Replies?.TotalItems));
        Assert.Equal((3L, 0, true), (poll.VotersCount, poll.AnyOf.Count, poll.Closed is not null));
    }

    [Fact]
    public void Is_written_by_an_actor_with_keys_fields_and_a_passport()
    {
        var actor = Views.Read<Actor>("""
            {"type":"Person","id":"https://o.test/users/amina","inbox":"https://o.test/users/amina/inbox","outbox":"https://o.test/users/amina/outbox","preferredUsername":"amina",
             "endpoints":{"sharedInbox":"https://o.test/inbox"},"webfinger":"amina@o.test","featured":"https://o.test/users/amina/featured","discoverable":true,"indexable":false,"memorial":"no",
             "publicKey":{"id":"https://o.test/users/amina#main-key","owner":"https://o.test/users/amina","publicKeyPem":"-----BEGIN"},
             "assertionMethod":[{"id":"https://o.test/users/amina#ed","type":"Multikey","controller":"https://o.test/users/amina","publicKeyMultibase":"z6Mk"}],
             "attachment":[{"type":"PropertyValue","name":"Shed","value":"<b>open</b>"},{"type":"VerifiableIdentityStatement","subject":"did:key:z6Mk","alsoKnownAs":"https://o.test/users/amina"}]}
            """);

        Assert.True(actor is { IsActor: true, IsActivity: false, Discoverable: true, Indexable: false, Memorial: null, Webfinger: "amina@o.test" });
        Assert.Equal("https://o.test/inbox", actor.SharedInbox?.Value);
        Assert.Equal(("-----BEGIN", actor.Id), (actor.PublicKey.Single().PublicKeyPem, actor.PublicKey.Single().Owner));
        Assert.Equal(("z6Mk", actor.Id), (actor.AssertionMethod.Single().PublicKeyMultibase, actor.AssertionMethod.Single().Controller));
        Assert.Equal(("Shed", "<b>open</b>"), (actor.Fields.Single().Name, actor.Fields.Single().Value));
        Assert.Equal(("did:key:z6Mk", "https://o.test/users/amina"), (actor.IdentityStatements.Single().Subject, actor.IdentityStatements.Single().AlsoKnownAs));
    }

    [Theory]
    [InlineData("""{"type":"EmojiReact","content":"🔥"}""", "🔥")]
    [InlineData("""{"type":"Like","_misskey_reaction":":ladder:"}""", ":ladder:")]
    [InlineData("""{"type":"Like"}""", null)]
    public void Is_reacted_to(string json, string? expected) => Assert.Equal(expected, Views.Read<Activity>(json).Reaction);
}
