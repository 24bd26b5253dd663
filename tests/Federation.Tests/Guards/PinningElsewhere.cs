using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Timelines;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>What people elsewhere put first on their page, and what they cannot put on somebody else's: case O-25 of the threat catalogue.</summary>
public sealed class PinningElsewhere(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private Stranger Carol => guarded.Carol;

    private Stranger Mallory => guarded.Mallory;

    [Fact]
    public async Task What_somebody_pins_stands_first_on_their_page_here_until_they_take_it_down()
    {
        var late = Serve("/pinned/1");

        await TakeInAsync(Carol, "Add", guarded.CarolsPost);
        await TakeInAsync(Carol, "Add", late);
        Assert.Equal([late, guarded.CarolsPost], await PinnedAsync());

        await TakeInAsync(Carol, "Remove", guarded.CarolsPost);
        await TakeInAsync(Carol, "Remove", late);
        Assert.Empty(await PinnedAsync());
    }

    [Fact]
    public async Task Of_more_than_five_the_newest_are_kept()
    {
        var posts = Enumerable.Range(0, 6).Select(i => Serve(string.Create(CultureInfo.InvariantCulture, $"/many/{i}"))).ToList();
        foreach (var post in posts)
        {
            await TakeInAsync(Carol, "Add", post);
        }

        Assert.Equal(posts.Skip(1).Reverse(), await PinnedAsync());
        foreach (var post in posts)
        {
            await TakeInAsync(Carol, "Remove", post);
        }
    }

    [Fact]
    public async Task Nobody_pins_to_the_page_of_somebody_else_nor_what_is_not_theirs()
    {
        var hers = Mallory.NewId();
        var said = Mallory.Activity("Create", guarded.Note(Mallory, hers, "Buy this."));
        await guarded.TakesInAsync(Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, said)), (string)said["id"]!);
        await TakeInAsync(Mallory, "Add", hers);

        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Pin(Mallory, "Add", hers, Carol.Id + "/featured"));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Pin(Mallory, "Add", guarded.CarolsPost, Mallory.Id + "/featured"));
        await guarded.RefusesLaterAsync("origin.not_owner", guarded.Mel, Pin(guarded.Mel, "Remove", guarded.CarolsPost, Carol.Id + "/featured"));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Pin(Mallory, "Remove", guarded.CarolsPost, Mallory.Id + "/featured"));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Pin(Mallory, "Add", guarded.AminasPost, guarded.Amina + "/featured"));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Pin(Mallory, "Add", guarded.AminasPost, Mallory.Id + "/featured"));
        await guarded.RefusesLaterAsync("activity.not_understood", Mallory, Mallory.Activity("Add", hers));
        await guarded.RefusesLaterAsync(
            "origin.not_owner", Mallory, Pin(Mallory, "Add", hers, new { id = Carol.Id + "/featured", type = "OrderedCollection", attributedTo = Mallory.Id }));
    }

    private static Dictionary<string, object?> Pin(Stranger who, string type, object about, object target) => who.Activity(type, about, ("target", target));

    private string Serve(string path) => guarded.P.Serve(path, guarded.Note(Carol, guarded.P.Origin + path, path));

    private async Task TakeInAsync(Stranger who, string type, string post)
    {
        var activity = Pin(who, type, post, who.Id + "/featured");
        await guarded.TakesInAsync(who.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)), (string)activity["id"]!);
    }

    private async Task<IEnumerable<string>> PinnedAsync()
    {
        var carol = await guarded.Node.AskAsync((PostMoneyDb db) => db.Actors.Where(actor => actor.Uri == Carol.Id).Select(actor => actor.Id).SingleAsync());
        var pinned = await guarded.Node.AsAsync("amina", async (Viewer viewer, PostTimelines timelines) => await timelines.PinnedAsync(viewer, carol, default));
        var ids = pinned.Select(card => card.Id).ToList();
        var uris = await guarded.Node.AskAsync((PostMoneyDb db) => db.Posts.Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, post => post.Uri));
        return ids.Select(id => uris[id]);
    }
}
