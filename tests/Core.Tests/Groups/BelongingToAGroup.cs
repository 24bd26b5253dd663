using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Groups;

public sealed class BelongingToAGroup : InTown
{
    [Fact]
    public async Task Is_open_to_every_member_where_the_group_says_so()
    {
        await FoundAsync("choir", GroupJoining.Open);

        var amina = await Town.ViewerAsync(Town.Amina);
        (await Town.AskAsync((JoinGroup join) => join.JoinAsync(amina, "choir", default))).Granted();
        (await Town.AskAsync((JoinGroup join) => join.JoinAsync(amina, "choir", default))).Granted();

        var page = await PageAsync(Town.Amina, "choir");
        Assert.Equal(["amina", "dora"], page!.People.Select(person => person.Handle));
        Assert.Single((await Town.ViewerAsync(Town.Amina)).GroupIds);
        (await JoinAsync(Town.Zoe, "choir")).RefusedAs("members-only");
        (await JoinAsync(Town.Amina, "no-such")).RefusedAs(GroupRefusals.NotFound);
    }

    [Fact]
    public async Task Is_given_by_its_stewards_where_one_has_to_ask()
    {
        await FoundAsync("drummers", GroupJoining.Asked);

        (await JoinAsync(Town.Amina, "drummers")).RefusedAs(GroupRefusals.Asked);
        (await AddAsync(Town.Amina, "drummers", Town.Amina)).RefusedAs("stewards-only");
        (await AddAsync(Town.Dora, "drummers", Town.Amina, "steward")).Granted();
        (await AddAsync(Town.Amina, "drummers", Town.Chen)).Granted();
        (await AddAsync(Town.Chen, "drummers", Town.Ewa)).RefusedAs("stewards-only");
        (await AddAsync(Town.Amina, "drummers", Town.Zoe)).RefusedAs(GroupRefusals.NoMember);

        Assert.Equal(3, (await PageAsync(Town.Ewa, "drummers"))!.People.Count);
        Assert.True((await Town.ViewerAsync(Town.Amina)).HasDesk);
        Assert.False((await Town.ViewerAsync(Town.Chen)).HasDesk);
    }

    [Fact]
    public async Task Ends_when_one_leaves_and_never_without_a_steward()
    {
        await FoundAsync("choir", GroupJoining.Open);
        (await JoinAsync(Town.Amina, "choir")).Granted();

        (await LeaveAsync(Town.Dora, "choir")).RefusedAs(GroupRefusals.LastSteward);
        (await LeaveAsync(Town.Chen, "choir")).RefusedAs(GroupRefusals.NotFound);
        (await LeaveAsync(Town.Amina, "choir")).Granted();
        Assert.Empty((await Town.ViewerAsync(Town.Amina)).GroupIds);

        (await AddAsync(Town.Dora, "choir", Town.Ewa, "steward")).Granted();
        (await LeaveAsync(Town.Dora, "choir")).Granted();
    }

    [Fact]
    public async Task Names_its_people_to_members_alone()
    {
        await FoundAsync("choir", GroupJoining.Open);

        Assert.Empty((await PageAsync(Town.Zoe, "choir"))!.People);
        Assert.Equal(1, (await PageAsync(Town.Zoe, "choir"))!.Group.Members);
        Assert.Single(await Town.AsAsync(Town.Zoe, (Viewer zoe, GroupList groups) => groups.AllAsync(zoe, default)));
    }

    [Fact]
    public async Task Begins_with_a_steward_of_the_node()
    {
        (await TryFoundAsync(Town.Amina, "choir", GroupJoining.Open)).RefusedAs("stewards-only");
        (await TryFoundAsync(Town.Dora, "The Choir", GroupJoining.Open)).RefusedAs(GroupRefusals.Name);
        await FoundAsync("choir", GroupJoining.Open);
        (await TryFoundAsync(Town.Dora, "choir", GroupJoining.Open)).RefusedAs(GroupRefusals.NameTaken);
    }

    private async Task FoundAsync(string name, GroupJoining joining) => (await TryFoundAsync(Town.Dora, name, joining)).Granted();

    private Task<Result<Group>> TryFoundAsync(Person who, string name, GroupJoining joining) =>
        Town.AsAsync(who, (Viewer viewer, FoundGroup found) => found.ExecuteAsync(viewer, name, "A group", "", joining, default));

    private Task<Result<Done>> JoinAsync(Person who, string name) =>
        Town.AsAsync(who, (Viewer viewer, JoinGroup join) => join.JoinAsync(viewer, name, default));

    private Task<Result<Done>> LeaveAsync(Person who, string name) =>
        Town.AsAsync(who, (Viewer viewer, JoinGroup join) => join.LeaveAsync(viewer, name, default));

    private Task<Result<Done>> AddAsync(Person who, string name, Person whom, string role = "member") =>
        Town.AsAsync(who, (Viewer viewer, AddToGroup add) => add.ExecuteAsync(viewer, name, whom.Handle, role, default));

    private Task<GroupPage?> PageAsync(Person who, string name) =>
        Town.AsAsync(who, (Viewer viewer, GroupList groups) => groups.FindAsync(viewer, name, default));
}
