using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Who may say what of whose things, at the door of a running node: cases of group O of the threat catalogue.</summary>
/// <remarks>The sender is who they say in all of these, so that the letter is taken; it is refused when its turn comes.</remarks>
public sealed class JudgingOrigins(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private Stranger Carol => guarded.Carol;

    private Stranger Mel => guarded.Mel;

    private Stranger Mallory => guarded.Mallory;

    // O-06
    [Fact]
    public async Task What_is_embedded_of_somebody_else_is_not_believed()
    {
        var forged = guarded.Note(Carol, Carol.NewId(), "Mallory may have my house.");

        await guarded.RefusesLaterAsync("fetch.gone", Mallory, Mallory.Activity("Create", forged), fetches: 1);
    }

    // O-06
    [Fact]
    public async Task What_she_did_say_is_not_said_by_whoever_passes_it_on()
    {
        var id = Carol.NewId();
        guarded.P.Serve(new Uri(id).AbsolutePath, guarded.Note(Carol, id, "I have a ladder."));

        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Create", guarded.Note(Carol, id, "I have a house.")), fetches: 1);
    }

    // O-07
    [Fact]
    public async Task An_id_of_his_own_does_not_make_her_the_author()
    {
        var id = Mallory.NewId();
        var forged = guarded.Note(Carol, id, "Mallory may have my house.");
        guarded.E.Serve(new Uri(id).AbsolutePath, forged);

        await guarded.RefusesLaterAsync("activity.not_understood", Mallory, Mallory.Activity("Create", forged), fetches: 1);
        await guarded.RefusesLaterAsync("activity.not_understood", Mallory, Mallory.Activity("Create", id), fetches: 1);
        await guarded.RefusesLaterAsync("activity.not_understood", Mallory, Mallory.Activity("Announce", id), fetches: 1);
    }

    // O-08
    [Fact]
    public async Task Only_its_author_changes_a_post()
    {
        await guarded.RefusesLaterAsync("origin.not_owner", Mel, Mel.Activity("Update", guarded.Note(Mel, guarded.CarolsPost, "I have none.")));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Update", guarded.Note(Mallory, guarded.CarolsPost, "I have none.")));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Update", guarded.Note(Mallory, guarded.AminasPost, "Nobody has.")));
    }

    // S-23
    [Fact]
    public async Task A_neighbour_s_update_does_not_change_her_key()
    {
        var update = Mel.Activity("Update", Carol.Document(Mel.Pem));

        await guarded.RefusesLaterAsync("origin.not_owner", Mel, update);
    }

    // O-09
    [Fact]
    public async Task Only_its_author_deletes_a_post_and_nobody_an_actor_but_themselves()
    {
        foreach (var it in new object[]
        {
            guarded.CarolsPost,
            new { id = guarded.CarolsPost, type = "Tombstone" },
            Carol.Id,
            guarded.AminasPost,
            guarded.Amina,
            guarded.Node.Origin + "/actor",
        })
        {
            await guarded.RefusesLaterAsync("origin.not_owner", Mel, Mel.Activity("Delete", it));
            await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Delete", it));
        }
    }

    // O-09
    [Fact]
    public async Task What_was_never_known_leaves_no_tombstone() =>
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Delete", Mallory.NewId()));

    // O-11
    [Fact]
    public async Task Only_who_did_it_takes_it_back()
    {
        foreach (var it in new[] { guarded.CarolsFollow, guarded.CarolsLike })
        {
            await guarded.RefusesLaterAsync("activity.unknown_object", Mel, Mel.Activity("Undo", it));
            await guarded.RefusesLaterAsync("activity.unknown_object", Mallory, Mallory.Activity("Undo", it));
        }

        var follow = new { id = guarded.CarolsFollow, type = "Follow", actor = Carol.Id, @object = guarded.Amina };
        var like = new { id = guarded.CarolsLike, type = "Like", actor = Carol.Id, @object = guarded.AminasPost };
        foreach (var it in new object[] { follow, like })
        {
            await guarded.RefusesLaterAsync("origin.not_owner", Mel, Mel.Activity("Undo", it));
            await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Undo", it));
        }
    }

    // O-11: the forged actor gets nothing but what is their own.
    [Fact]
    public async Task Her_act_is_not_his_for_his_saying_so()
    {
        var forged = new { id = guarded.CarolsLike, type = "Like", actor = Mallory.Id, @object = guarded.AminasPost };

        await guarded.RefusesLaterAsync("activity.unknown_object", Mallory, Mallory.Activity("Undo", forged));
    }

    // O-11: what is taken back is never what somebody here has done.
    [Fact]
    public async Task Nobody_elsewhere_takes_back_what_was_done_here()
    {
        var follow = await guarded.Node.AskAsync((PostMoneyDb db) => db.Follows
            .Where(f => db.Actors.Any(actor => actor.Id == f.FollowerId && actor.LocalId != null)).Select(f => f.ActivityUri).FirstAsync());

        await guarded.RefusesLaterAsync("activity.unknown_object", Mel, Mel.Activity("Undo", follow));
    }

    // O-12
    [Fact]
    public async Task Nobody_elsewhere_names_things_on_this_node()
    {
        foreach (var id in new[] { guarded.AminasPost, guarded.Node.Origin + "/posts/019ac000-0000-7000-8000-000000000000", guarded.Node.Origin + "/activities/5" })
        {
            var activity = Mallory.Activity("Create", guarded.Note(Mallory, Mallory.NewId(), "Hello."), ("id", id));
            await guarded.RefusesAsync("403 origin.ours", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)));
        }

        foreach (var id in new[] { guarded.AminasPost, guarded.Node.Origin + "/posts/019ac000-0000-7000-8000-000000000000" })
        {
            await guarded.RefusesLaterAsync("activity.unknown_object", Mallory, Mallory.Activity("Create", guarded.Note(Mallory, id, "Hello.")));
        }
    }

    // O-12
    [Fact]
    public async Task Nobody_elsewhere_speaks_as_somebody_here()
    {
        var activity = Mallory.Activity("Like", guarded.CarolsPost, ("actor", guarded.Amina));

        await guarded.RefusesAsync("403 origin.ours", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)));
    }

    // O-12: some servers make the id of an Undo with the receiver's host. It takes back what is its sender's and nothing else.
    [Fact]
    public async Task An_undo_with_an_id_of_this_node_takes_back_nothing_of_others()
    {
        var undo = Mallory.Activity("Undo", guarded.CarolsFollow, ("id", guarded.Node.Origin + "/activities/undo-5"));

        await guarded.RefusesLaterAsync("activity.unknown_object", Mallory, undo);
    }

    // O-14
    [Theory]
    [InlineData("@graph")]
    [InlineData("@included")]
    [InlineData("@reverse")]
    public async Task Keywords_that_rearrange_a_letter_are_refused_at_any_depth(string keyword)
    {
        object hidden = new Dictionary<string, object> { [keyword] = new object[] { Carol.Activity("Accept", guarded.CarolsFollow) } };
        for (var depth = 1; depth < 4; depth++)
        {
            hidden = new { type = "Note", attachment = hidden };
        }

        var within = Mallory.Activity("Create", hidden);
        var above = Mallory.Activity("Create", Mallory.NewId(), (keyword, new object[] { Carol.Activity("Accept", guarded.CarolsFollow) }));

        await guarded.RefusesAsync("422 jsonld.keyword", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, within)));
        await guarded.RefusesAsync("422 jsonld.keyword", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, above)));
    }

    // O-15
    [Theory]
    [InlineData("@id", "https://p.test/1")]
    [InlineData("@type", "https://www.w3.org/ns/activitystreams#Create")]
    [InlineData("https://www.w3.org/ns/activitystreams#object", "https://p.test/2")]
    [InlineData("as:object", "https://p.test/2")]
    [InlineData("https://www.w3.org/ns/activitystreams#actor", "https://p.test/2")]
    public async Task One_thing_is_not_said_in_two_spellings(string name, string value)
    {
        var activity = Mallory.Activity("Create", guarded.Note(Mallory, Mallory.NewId(), "Hello."), (name, value));

        var reply = await guarded.RefusesAsync("422 jsonld.keyword", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)));

        Assert.DoesNotContain(value, reply.Body, StringComparison.Ordinal);
    }

    // O-18
    [Fact]
    public async Task One_activity_has_one_actor_and_one_type()
    {
        foreach (var (name, value) in new (string, object)[]
        {
            ("actor", new[] { Carol.Id, Mallory.Id }),
            ("actor", new[] { Mallory.Id, Carol.Id }),
            ("type", new[] { "Create", "Delete" }),
            ("id", new[] { Mallory.NewId(), Carol.NewId() }),
        })
        {
            var activity = Mallory.Activity("Create", guarded.Note(Mallory, Mallory.NewId(), "Hello."), (name, value));
            await guarded.RefusesAsync("422 activity.form", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)));
        }
    }

    // O-18: what is embedded is not believed, and is not what it says at its own address either.
    [Fact]
    public async Task One_thing_has_one_author_and_one_type()
    {
        foreach (var (name, value) in new (string, object)[] { ("attributedTo", new[] { Mallory.Id, Carol.Id }), ("type", new[] { "Note", "Assignment" }) })
        {
            var id = Mallory.NewId();
            var note = guarded.Note(Mallory, id, "Hello.");
            note[name] = value;
            guarded.E.Serve(new Uri(id).AbsolutePath, note);

            await guarded.RefusesLaterAsync("activity.not_understood", Mallory, Mallory.Activity("Create", note), fetches: name == "type" ? 0 : 1);
        }
    }

    // O-18
    [Fact]
    public async Task A_list_is_not_deleted_for_the_sake_of_its_first()
    {
        var own = Mallory.NewId();
        var said = Mallory.Activity("Create", guarded.Note(Mallory, own, "Hello."));
        await guarded.TakesInAsync(Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, said)), (string)said["id"]!);

        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Delete", new[] { own, guarded.CarolsPost }));
        await guarded.RefusesLaterAsync("activity.unknown_object", Mallory, Mallory.Activity("Undo", new[] { own, guarded.CarolsFollow }));
    }

    // O-20
    [Fact]
    public async Task Only_who_was_asked_agrees_to_be_followed()
    {
        var follow = await guarded.Node.AskAsync((PostMoneyDb db) => db.Follows
            .Where(f => db.Actors.Any(actor => actor.Id == f.FollowedId && actor.Uri == Carol.Id)).Select(f => f.ActivityUri).SingleAsync());
        var asked = new { id = follow, type = "Follow", actor = guarded.Amina, @object = Carol.Id };

        await guarded.RefusesLaterAsync("activity.unknown_object", Mel, Mel.Activity("Accept", follow));
        await guarded.RefusesLaterAsync("activity.unknown_object", Mel, Mel.Activity("Accept", asked));
        await guarded.RefusesLaterAsync("activity.unknown_object", Mel, Mel.Activity("Reject", asked));
    }
}
