using PostMoney.Core.Access;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Timelines;

public sealed class TheDesk : InTown
{
    private static readonly Waiting _nothing = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public async Task Counts_everything_that_waits()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(units: 2);
        await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 20) with { Priority = Priority.Urgent });
        (await Town.AsAsync(Town.Dora, (Viewer dora, OpenTicket open) => open.ExecuteAsync(dora, offer, 2, "A rung is loose.", default))).Granted();
        (await Town.AsAsync(Town.Dora, (Viewer dora, ChangeNodeSettings change) => change.ExecuteAsync(
            dora, new NodeForm("Northside", "", JoiningModes.Approval, "UTC", "commons"), default))).Granted();
        (await Town.JoinAsync(Town.Zoe)).Granted();

        Assert.Equal(_nothing with { Needs = 1, Urgent = 1, Tickets = 1, Applicants = 1 }, await CountAsync(Town.Dora));
        Town.Clock.WaitUntil(permit.Window.From);
        Assert.Equal(1, (await CountAsync(Town.Dora)).Out);
        Town.Clock.WaitUntil(permit.Window.To);
        await Town.RunDueJobsAsync();
        Assert.Equal((0, 1), ((await CountAsync(Town.Dora)).Out, (await CountAsync(Town.Dora)).DueBack));
        Assert.Equal(_nothing, await CountAsync(Town.Amina));
        Assert.Equal(_nothing, await CountAsync(Town.Fay));
        Assert.Equal(_nothing, await CountAsync(Town.Zoe));
    }

    [Fact]
    public async Task Of_a_group_holds_what_concerns_the_group_alone()
    {
        (await Town.AsAsync(Town.Dora, (Viewer dora, FoundGroup found) =>
            found.ExecuteAsync(dora, "choir", "The choir", "", GroupJoining.Open, default))).Granted();
        foreach (var (handle, role) in new[] { ("gus", "member"), ("gus", "steward"), ("ewa", "member") })
        {
            (await Town.AsAsync(Town.Dora, (Viewer dora, AddToGroup add) => add.ExecuteAsync(dora, "choir", handle, role, default))).Granted();
        }

        await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var theirs = await Town.NeedAsync(Town.Ewa, Town.LadderWanted() with { Visibility = Visibility.Group, Group = "choir" });
        (await Town.JoinAsync(Town.Zoe)).Granted();

        Assert.Equal([theirs], (await QueueAsync(Town.Gus, new QueueFilter())).Select(line => line.NeedId));
        Assert.Equal(_nothing with { Needs = 1 }, await CountAsync(Town.Gus));
        Assert.Empty(await Town.AsAsync(Town.Gus, (Viewer gus, MemberList members) => members.OfAsync(gus, new MemberFilter([]), default)));
        Assert.Null(await Town.AsAsync(Town.Gus, (Viewer gus, MemberList members) => members.FindLineAsync(gus, "amina", default)));
    }

    [Fact]
    public async Task Narrows_the_queue_by_topic_urgency_and_draws_without()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var unlucky = new[] { await Town.NeedAsync(Town.Amina, Town.LadderWanted()), await Town.NeedAsync(Town.Chen, Town.LadderWanted()) };
        await Town.SettleNowAsync();
        var urgent = await Town.NeedAsync(Town.Ewa, Town.LadderWanted() with { Priority = Priority.Urgent });

        Assert.Equal([urgent], (await QueueAsync(Town.Dora, new QueueFilter(UrgentOnly: true))).Select(line => line.NeedId));
        Assert.Contains(Assert.Single(await QueueAsync(Town.Dora, new QueueFilter(WaitedOnly: true))).NeedId, unlucky);
        Assert.Equal(2, (await QueueAsync(Town.Dora, new QueueFilter("tool"))).Count);
        Assert.Empty(await QueueAsync(Town.Dora, new QueueFilter("ride")));
    }

    [Fact]
    public async Task Offers_by_hand_only_what_its_steward_may_give()
    {
        (await Town.AsAsync(Town.Dora, (Viewer dora, FoundGroup found) =>
            found.ExecuteAsync(dora, "choir", "The choir", "", GroupJoining.Open, default))).Granted();
        (await Town.AsAsync(Town.Dora, (Viewer dora, AddToGroup add) => add.ExecuteAsync(dora, "choir", "gus", "steward", default))).Granted();
        var foreign = await Town.OfferAsync(Town.Bilal, Town.LadderToLend("Bilal's ladder"));
        var own = await Town.OfferAsync(Town.Gus, Town.LadderToLend("Gus's ladder"));
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());

        Assert.Equal([own], await ChoicesAsync(Town.Gus, need));
        Assert.Equal([foreign, own], await ChoicesAsync(Town.Dora, need));
    }

    [Fact]
    public async Task Finds_members_by_what_was_typed_and_by_no_pattern()
    {
        Assert.Equal(["amina"], (await MembersAsync("MIN")).Select(line => line.Handle));
        Assert.Empty(await MembersAsync("%"));
        Assert.Empty(await MembersAsync("_mina"));
        Assert.Equal(["auditor"], (await MembersAsync("fay"))[0].Duties);
    }

    private Task<Waiting> CountAsync(Person who) => Town.AsAsync(who, (Viewer viewer, DeskCounts counts) => counts.OfAsync(viewer, default));

    private Task<IReadOnlyList<QueueLine>> QueueAsync(Person who, QueueFilter filter) =>
        Town.AsAsync(who, (Viewer viewer, DeskQueue desk) => desk.OfAsync(viewer, filter, default));

    private async Task<IEnumerable<Guid>> ChoicesAsync(Person who, Guid need) =>
        (await Town.AsAsync(who, (Viewer viewer, DeskQueue desk) => desk.ChoicesAsync(viewer, need, default))).Select(choice => choice.OfferId);

    private Task<IReadOnlyList<MemberLine>> MembersAsync(string words) =>
        Town.AsAsync(Town.Dora, (Viewer dora, MemberList members) => members.OfAsync(dora, new MemberFilter([], Words: words), default));
}
