using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Operations;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Operations;

/// <summary>Dora takes over what others have decided about servers.</summary>
public sealed class AListOfServers : InTown
{
    private const string List = """
        #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
        spam.example,suspend,FALSE,FALSE,"Nothing but spam, for years",FALSE
        Loud.Example,silence,FALSE,FALSE,,FALSE
        quiet.example,noop,TRUE,FALSE,,FALSE
        e***.example,suspend,FALSE,FALSE,Hidden,TRUE
        spam.example,silence,FALSE,FALSE,Said twice,FALSE
        not a name,suspend,FALSE,FALSE,,FALSE
        """;

    [Fact]
    public async Task Is_looked_at_before_anything_is_decided()
    {
        var planned = (await PreviewAsync(Town.Dora, List)).Granted();

        Assert.Equal(
            [
                ("spam.example", HostSeverity.Suspend, PlannedState.New), ("loud.example", HostSeverity.Limit, PlannedState.New),
                ("quiet.example", HostSeverity.Suspend, PlannedState.LeftOut), ("e***.example", HostSeverity.Suspend, PlannedState.LeftOut),
                ("spam.example", HostSeverity.Limit, PlannedState.LeftOut), ("not a name", HostSeverity.Suspend, PlannedState.LeftOut),
            ],
            planned.Select(rule => (rule.Line.Host, rule.Line.Severity, rule.State)));
        Assert.Empty(await RulesAsync());
    }

    [Fact]
    public async Task Adds_what_is_new_and_leaves_what_was_decided_here()
    {
        (await Town.AsAsync(Town.Dora, (Viewer dora, DecideAboutHost decide) =>
            decide.ExecuteAsync(dora, "spam.example", HostSeverity.Limit, "We know them.", null, default))).Granted();

        Assert.Equal(1, (await ImportAsync(Town.Dora, List)).Granted());
        Assert.Equal(0, (await ImportAsync(Town.Dora, List)).Granted());

        Assert.Equal([("loud.example", "From a list."), ("spam.example", "We know them.")], (await RulesAsync()).Select(rule => (rule.Host, rule.Reason)));
    }

    [Fact]
    public async Task Can_be_names_alone()
    {
        Assert.Equal(2, (await ImportAsync(Town.Dora, "spam.example\r\n\r\nloud.example\r\n")).Granted());
    }

    [Theory]
    [InlineData("")]
    [InlineData("#domain,#severity\r\n")]
    [InlineData("#domain\r\n\"spam.example")]
    public async Task Is_refused_where_it_is_none(string list) => (await PreviewAsync(Town.Dora, list)).RefusedAs("host-list.unreadable");

    [Fact]
    public async Task Is_for_stewards_alone()
    {
        (await PreviewAsync(Town.Amina, List)).RefusedAs("stewards-only");
        (await ImportAsync(Town.Amina, List)).RefusedAs("stewards-only");
        Assert.Empty(await Town.AsAsync(Town.Amina, (Viewer amina, ImportHostList import) => import.ExportAsync(amina, default)));
    }

    [Fact]
    public async Task Is_handed_on_as_it_was_taken_over()
    {
        (await ImportAsync(Town.Dora, List)).Granted();
        var rules = await Town.AsAsync(Town.Dora, (Viewer dora, ImportHostList import) => import.ExportAsync(dora, default));

        Assert.Equal([("loud.example", "silence"), ("spam.example", "suspend")], rules.Select(rule => (rule.Host, HostList.Word(rule.Severity)!)));
    }

    [Fact]
    public async Task What_has_an_end_is_forgotten_after_it()
    {
        var end = Town.Clock.Now.AddDays(7);
        (await Town.AsAsync(Town.Dora, (Viewer dora, DecideAboutHost decide) => decide.ExecuteAsync(dora, "spam.example", HostSeverity.Suspend, "A week.", end, default))).Granted();

        await Town.DoAsync((DecideAboutHost decide) => decide.ForgetEndedAsync(default));
        Assert.Single(await RulesAsync());
        Town.Clock.WaitUntil(end);
        await Town.DoAsync((DecideAboutHost decide) => decide.ForgetEndedAsync(default));
        Assert.Empty(await RulesAsync());
    }

    private Task<Foundation.Result<IReadOnlyList<PlannedRule>>> PreviewAsync(Person who, string list) =>
        Town.AsAsync(who, (Viewer viewer, ImportHostList import) => import.PreviewAsync(viewer, list, default));

    private Task<Foundation.Result<int>> ImportAsync(Person who, string list) =>
        Town.AsAsync(who, (Viewer viewer, ImportHostList import) => import.ExecuteAsync(viewer, list, default));

    private Task<List<HostRule>> RulesAsync() => Town.AskAsync((PostMoneyDb db) => Task.FromResult(db.HostRules.OrderBy(rule => rule.Host).ToList()));
}
