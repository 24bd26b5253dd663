using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Profiles;
using PostMoney.Core.Timelines;
using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>What Amina says of herself is told to Ruth's server by Fedify, and checked at the pages that she links to.</summary>
public sealed class SayingWhoOneIs() : NextToHarbour(null, "amina", "bilal")
{
    [Fact]
    public async Task What_a_member_says_of_themselves_is_told_to_followers_elsewhere()
    {
        await Ruth.FollowAsync(Node.AddressOf("amina"));
        await Node.WaitForAsync("Ruth follows", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        await SayAsync(new ProfileForm("Amina of the shed", "I mend things.", [("Workshop", "Mondays"), ("Site", "https://amina.example/")]));

        var update = await Harbour.WaitForAsync("Update", Node.IdOf("amina"));
        Assert.True(update.IsVerified, update.ToString());
        var told = update.Json.GetProperty("object");
        Assert.True((await Harbour.VerifyProofAsync(told)).IsProofVerified);
        var read = await Ruth.LoadAsync(Node.IdOf("amina"));
        foreach (var actor in new[] { told, read })
        {
            Assert.Equal(("Amina of the shed", "<p>I mend things.</p>"), (actor.GetProperty("name").GetString(), actor.GetProperty("summary").GetString()));
            Assert.Equal(
                ["PropertyValue Workshop Mondays", "PropertyValue Site <a href=\"https://amina.example/\" rel=\"me nofollow noopener noreferrer\">https://amina.example/</a>"],
                actor.GetProperty("attachment").EnumerateArray().Select(field => $"{field.GetProperty("type")} {field.GetProperty("name")} {field.GetProperty("value")}"));
        }
    }

    [Fact]
    public async Task A_link_is_marked_where_the_page_there_leads_back()
    {
        await using var pages = FaultyPeer.Start(Authority, "pages.test", request => request.Path switch
        {
            "/hers" => Page($"<a rel=\"me\" href=\"{Node.Origin}/@amina\">me</a>"),
            "/his" => Page($"<a rel=\"me\" href=\"{Node.Origin}/@bilal\">me</a>"),
            "/text" => Page($"<a rel=\"me\" href=\"{Node.Origin}/@amina\">me</a>") with { ContentType = "text/plain" },
            _ => Fault.Refusal(404),
        });
        await using var closed = FaultyPeer.Start(Authority, "closed.test", _ => Page($"<a rel=\"me\" href=\"{Node.Origin}/@amina\">me</a>"));
        await KeepOutAsync(closed.Host);

        await SayAsync(new ProfileForm("Amina", "", [("Mine", pages.Origin + "/hers"), ("His", pages.Origin + "/his"), ("Text", pages.Origin + "/text"), ("Closed", closed.Origin + "/hers")]));

        await Node.WaitForAsync("all were looked at", async db => await db.ProfileFields.CountAsync(field => field.CheckedAt != null) == 4);
        var page = await Node.AskAsync((PersonPages people) => people.FindAsync(Viewer.Stranger, "amina", default));
        Assert.Equal(["Mine"], page!.Fields.Where(field => field.VerifiedAt is not null).Select(field => field.Name));
        Assert.Empty(closed.Requests);
        Assert.All(pages.Requests, request => Assert.False(request.Headers.ContainsKey("Signature")));
    }

    private static Fault Page(string html) => new() { ContentType = "text/html; charset=utf-8", Body = Encoding.UTF8.GetBytes($"<!doctype html><title>P</title>{html}") };

    private Task<Core.Foundation.Done> SayAsync(ProfileForm form) =>
        Node.DoAsync("amina", (Viewer viewer, ChangeProfile change) => change.ExecuteAsync(viewer, form, default));

    private async Task KeepOutAsync(string host) => await Node.AskAsync(async (Core.PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        db.HostRules.Add(new HostRule { Host = host, Severity = HostSeverity.Suspend, Reason = "Spam.", DecidedBy = Guid.CreateVersion7(), DecidedAt = TimeProvider.System.GetUtcNow() });
        await change.SaveAsync(default);
        return true;
    });
}
