using PostMoney.Core.Access;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Access;

public sealed class WhoMayDoWhat : Quarter
{
    private const string Table =
        """
        | may                        | stranger | member | in group | group steward | auditor | steward | suspended |
        |----------------------------|----------|--------|----------|---------------|---------|---------|-----------|
        | TakePart                   | no       | yes    | yes      | yes           | yes     | yes     | no        |
        | Allot                      | no       | no     | no       | no            | no      | yes     | no        |
        | DecideMembership           | no       | no     | no       | no            | no      | yes     | no        |
        | Govern                     | no       | no     | no       | no            | no      | yes     | no        |
        | Audit                      | no       | no     | no       | no            | yes     | yes     | no        |
        | Allot for group            | no       | no     | no       | yes           | no      | yes     | no        |
        | DecideMembership for group | no       | no     | no       | yes           | no      | yes     | no        |
        | Govern for group           | no       | no     | no       | yes           | no      | yes     | no        |
        | PublishForGroup for group  | no       | no     | yes      | yes           | no      | no      | no        |
        | Audit for group            | no       | no     | no       | no            | no      | no      | no        |
        | See                        | no       | no     | no       | no            | no      | no      | no        |
        | Open                       | no       | no     | no       | no            | no      | no      | no        |
        """;

    [Fact]
    public async Task On_the_node_and_in_a_group()
    {
        foreach (var (row, cells) in Read(Table))
        {
            var permission = Enum.Parse<Permission>(row.Split(' ')[0]);
            var resource = row.EndsWith("for group", StringComparison.Ordinal) ? new Resource.OfGroup(Drummers) : Resource.Node;
            foreach (var (role, expected) in cells)
            {
                var decision = await Town.AsAsync(Roles[role], (Viewer viewer, AccessCheck access) =>
                    access.CheckAsync(viewer, permission, resource, default));
                Assert.True(decision.IsAllowed == expected, $"{row}, {role}: {decision.Rule}");
                Assert.NotEmpty(decision.Reason);
            }
        }
    }

    [Fact]
    public async Task With_an_item_only_its_author_changes_and_opens_it_unasked()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend(), ("lockCode", "4711"));
        foreach (var (role, who) in Roles)
        {
            foreach (var permission in new[] { Permission.Change, Permission.Open })
            {
                Assert.True(await MayAsync(who, permission, item) == (role == "author"), $"{permission}, {role}");
            }

            Assert.True(await MayAsync(who, Permission.ReadOpenings, item) == (role is "author" or "auditor" or "steward"), role);
        }
    }

    private Task<bool> MayAsync(Person who, Permission permission, Guid item) => Town.AsAsync(who, async (Viewer viewer, PostMoneyDb db) =>
    {
        var found = (await db.Items.FindAsync(item))!;
        return (await new AccessCheck(db, Town.Clock).CheckAsync(viewer, permission, new Resource.OfItem(item, found), default)).IsAllowed;
    });
}
