using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Moderation;
using PostMoney.Core.Posts;
using PostMoney.Core.Queue;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Moderation;

/// <summary>Amina tells the stewards about Bilal; Dora decides, Bilal appeals, Ewa answers.</summary>
public sealed class AMatterForStewards : InTown
{
    [Fact]
    public async Task Is_told_decided_and_answered()
    {
        var post = await SayAsync(Town.Bilal, "You are all fools.");
        var report = (await ReportAsync(Town.Amina, new ReportTarget(post, null, null, null), "He insults everybody.")).Granted();
        Assert.Equal(1, (await Town.AsAsync(Town.Dora, (Viewer dora, DeskCounts counts) => counts.OfAsync(dora, default))).Reports);

        (await DecideAsync(Town.Dora, report.Id, new ReportDecision(ReportOutcome.Warned, RemovesPosts: true, "Rule 2: be kind.", null, "Thank you."))).Granted();

        Assert.False(await SeesAsync(Town.Chen, post));
        var told = Assert.Single(await Town.AsAsync(Town.Amina, (Viewer amina, OwnCases cases) => cases.ReportsAsync(amina, default)));
        Assert.Equal((ReportOutcome.Warned, "Thank you."), (told.Outcome, told.Answer));
        var warning = Assert.Single(await Town.AskAsync((OwnCases cases) => cases.DecisionsAsync(Town.Bilal.Id, default)));
        Assert.Equal((SanctionKind.Warning, "Rule 2: be kind."), (warning.Kind, warning.Reason));
        (await DecideAsync(Town.Dora, report.Id, new ReportDecision(ReportOutcome.Nothing, false, "", null, ""))).RefusedAs("report.closed");
    }

    [Fact]
    public async Task Is_about_whoever_said_it_however_many_elsewhere_are_known()
    {
        await MeetRuthAsync();
        var post = await SayAsync(Town.Bilal, "You are all fools.");

        var about = await Town.AsAsync(Town.Amina, (Viewer amina, FileReport file) => file.SubjectAsync(amina, new ReportTarget(post, null, null, null), default));
        var quiet = await Town.AsAsync(Town.Amina, (Viewer amina, FileReport file) => file.SubjectAsync(amina, new ReportTarget(null, null, null, "chen"), default));

        Assert.Equal(("Bilal", null, "Chen", null), (about!.Name, about.Host, quiet!.Name, quiet.Host));
    }

    [Fact]
    public async Task Never_tells_the_person_who_told_it()
    {
        var post = await SayAsync(Town.Bilal, "You are all fools.");
        var report = (await ReportAsync(Town.Amina, new ReportTarget(post, null, null, null), "SWORDFISH insults everybody.")).Granted();
        (await DecideAsync(Town.Dora, report.Id, new ReportDecision(ReportOutcome.Warned, false, "Be kind.", null, ""))).Granted();

        var news = await Town.AskAsync((PostMoneyDb db) => Task.FromResult(db.Notifications.Where(n => n.MemberId == Town.Bilal.Id).Select(n => n.Text).ToList()));

        Assert.DoesNotContain("Amina", string.Join('\n', news), StringComparison.Ordinal);
        Assert.DoesNotContain("SWORDFISH", string.Join('\n', news), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_stewards_alone_and_never_about_themselves()
    {
        var post = await SayAsync(Town.Dora, "I decide here.");
        var report = (await ReportAsync(Town.Amina, new ReportTarget(post, null, null, null), "")).Granted();
        var decision = new ReportDecision(ReportOutcome.Nothing, false, "", null, "");

        (await DecideAsync(Town.Amina, report.Id, decision)).RefusedAs("stewards-only");
        (await DecideAsync(Town.Dora, report.Id, decision)).RefusedAs("moderation.own-case");
        Assert.Null(await Town.AsAsync(Town.Amina, (Viewer amina, ReportDesk desk) => desk.FindAsync(amina, report.Id, default)));
        Assert.Empty(await Town.AsAsync(Town.Amina, (Viewer amina, ReportDesk desk) => desk.ListAsync(amina, default)));
        (await Town.AsAsync(Town.Amina, (Viewer amina, WorkOnReport work) => work.NoteAsync(amina, report.Id, "Mine.", default))).RefusedAs("stewards-only");
    }

    [Fact]
    public async Task Is_told_only_by_members_about_what_they_see_and_not_without_end()
    {
        var post = await SayAsync(Town.Bilal, "Hello.");
        var secret = await SayAsync(Town.Bilal, "Between us, @chen.", PostVisibility.Direct);

        (await ReportAsync(Town.Zoe, new ReportTarget(post, null, null, null), "")).RefusedAs("members-only");
        (await ReportAsync(Town.Amina, new ReportTarget(secret, null, null, null), "")).RefusedAs("moderation.not-found");
        (await ReportAsync(Town.Bilal, new ReportTarget(post, null, null, null), "")).RefusedAs("report.oneself");
        (await ReportAsync(Town.Amina, new ReportTarget(post, null, null, null), new string('x', Report.LongestComment + 1))).RefusedAs("report.comment");
        for (var i = 0; i < Report.MostOpen; i++)
        {
            (await ReportAsync(Town.Amina, new ReportTarget(null, null, null, "bilal"), "")).Granted();
        }

        (await ReportAsync(Town.Amina, new ReportTarget(null, null, null, "bilal"), "")).RefusedAs("report.too-many");
    }

    [Fact]
    public async Task Limited_somebody_is_seen_by_those_who_follow_them_and_not_where_everybody_looks()
    {
        await SayAsync(Town.Bilal, "Hello.");
        await ImposeAsync(SanctionKind.Limit, days: 7);

        Assert.Empty((await Town.AsAsync(Town.Chen, (Viewer chen, PostTimelines timelines) => timelines.FederatedAsync(chen, null, default))).Cards);
        Town.Clock.Pass(TimeSpan.FromDays(7));
        await EndDueAsync();
        Assert.Single((await Town.AsAsync(Town.Chen, (Viewer chen, PostTimelines timelines) => timelines.FederatedAsync(chen, null, default))).Cards);
    }

    [Fact]
    public async Task Suspended_somebody_is_kept_out_hidden_and_back_when_the_time_is_over()
    {
        var post = await SayAsync(Town.Bilal, "Hello.");
        await ImposeAsync(SanctionKind.Suspension, days: 30);

        Assert.False(await SeesAsync(Town.Chen, post));
        Assert.False((await Town.ViewerAsync(Town.Bilal)).IsMember);

        Town.Clock.Pass(TimeSpan.FromDays(30));
        await EndDueAsync();
        Assert.True(await SeesAsync(Town.Chen, post));
        Assert.True((await Town.ViewerAsync(Town.Bilal)).IsMember);
    }

    [Fact]
    public async Task An_appeal_is_answered_by_another_steward_and_granted_ends_it()
    {
        (await Town.AsAsync(Town.Dora, (Viewer dora, AppointSteward appoint) => appoint.AppointAsync(dora, Town.Ewa.Id, "steward", default))).Granted();
        await ImposeAsync(SanctionKind.Suspension, days: null);
        var sanction = Assert.Single(await Town.AskAsync((OwnCases cases) => cases.DecisionsAsync(Town.Bilal.Id, default)));

        (await AppealAsync(Town.Amina, sanction.Id, "Let him.")).RefusedAs("moderation.not-found");
        (await AppealAsync(Town.Bilal, sanction.Id, " ")).RefusedAs("moderation.text");
        (await AppealAsync(Town.Bilal, sanction.Id, "It was a joke.")).Granted();
        (await AppealAsync(Town.Bilal, sanction.Id, "Please!")).RefusedAs("appeal.again");

        (await AnswerAsync(Town.Dora, sanction.Id)).RefusedAs("appeal.another-steward");
        (await AnswerAsync(Town.Amina, sanction.Id)).RefusedAs("stewards-only");
        (await AnswerAsync(Town.Ewa, sanction.Id)).Granted();
        (await AnswerAsync(Town.Ewa, sanction.Id)).RefusedAs("appeal.none");

        Assert.True((await Town.ViewerAsync(Town.Bilal)).IsMember);
    }

    [Fact]
    public async Task An_appeal_is_too_late_after_twenty_days()
    {
        await ImposeAsync(SanctionKind.Warning, days: null);
        var sanction = Assert.Single(await Town.AskAsync((OwnCases cases) => cases.DecisionsAsync(Town.Bilal.Id, default)));
        Town.Clock.Pass(Sanction.AppealTime + TimeSpan.FromSeconds(1));

        (await AppealAsync(Town.Bilal, sanction.Id, "It was a joke.")).RefusedAs("appeal.too-late");
    }

    [Fact]
    public async Task Needs_a_reason_and_an_end_that_can_be()
    {
        (await Town.AsAsync(Town.Dora, (Viewer dora, ImposeSanction impose) => impose.OnMemberAsync(
            dora, Town.Bilal.Id, new SanctionForm(SanctionKind.Limit, " ", 7), default))).RefusedAs("moderation.text");
        (await Town.AsAsync(Town.Dora, (Viewer dora, ImposeSanction impose) => impose.OnMemberAsync(
            dora, Town.Bilal.Id, new SanctionForm(SanctionKind.Limit, "Be kind.", 366), default))).RefusedAs("sanction.days");
        (await Town.AsAsync(Town.Dora, (Viewer dora, ImposeSanction impose) => impose.OnMemberAsync(
            dora, Town.Dora.Id, new SanctionForm(SanctionKind.Limit, "Be kind.", 7), default))).RefusedAs("moderation.own-case");
        (await Town.AsAsync(Town.Amina, (Viewer amina, ImposeSanction impose) => impose.OnMemberAsync(
            amina, Town.Bilal.Id, new SanctionForm(SanctionKind.Limit, "Be kind.", 7), default))).RefusedAs("stewards-only");
    }

    private Task MeetRuthAsync() => Town.DoAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        db.Actors.Add(new Actor
        {
            Id = Guid.Parse("00000000-0000-7000-8000-000000000001"),
            Uri = "https://harbour.example/users/ruth",
            Host = "harbour.example",
            Kind = ActorKind.Person,
            Handle = "ruth",
            Name = "Ruth",
            Summary = "",
            Page = "https://harbour.example/@ruth",
            Inbox = "https://harbour.example/users/ruth/inbox",
            Outbox = "https://harbour.example/users/ruth/outbox",
            Keys = "{}",
            FetchedAt = Town.Clock.Now,
            CreatedAt = Town.Clock.Now,
        });
        await change.SaveAsync(default);
    });

    private async Task ImposeAsync(SanctionKind kind, int? days) => (await Town.AsAsync(Town.Dora, (Viewer dora, ImposeSanction impose) =>
        impose.OnMemberAsync(dora, Town.Bilal.Id, new SanctionForm(kind, "Rule 2: be kind.", days), default))).Granted();

    private Task EndDueAsync() => Town.DoAsync(async (JobPump pump) =>
    {
        while (await pump.TakeAsync(default) is { } job)
        {
            if (job.Kind == Sanction.EndJob)
            {
                (await Town.AskAsync((LiftSanction lift) => lift.EndAsync(job.SubjectId, default))).Granted();
            }

            await pump.CompleteAsync(job.Id, default);
        }
    });

    private Task<Result<Report>> ReportAsync(Person who, ReportTarget target, string comment) => Town.AsAsync(who, (Viewer viewer, FileReport file) =>
        file.ExecuteAsync(viewer, target, new ReportForm(ReportCategory.Unkind, comment, IsForwarded: true), default));

    private Task<Result<Done>> DecideAsync(Person who, Guid report, ReportDecision decision) =>
        Town.AsAsync(who, (Viewer viewer, DecideReport decide) => decide.ExecuteAsync(viewer, report, decision, default));

    private Task<Result<Done>> AppealAsync(Person who, Guid sanction, string text) =>
        Town.AskAsync((AppealSanction appeal) => appeal.ExecuteAsync(who.Id, who.Did, sanction, text, default));

    private Task<Result<Done>> AnswerAsync(Person who, Guid sanction) =>
        Town.AsAsync(who, (Viewer viewer, AppealSanction appeal) => appeal.DecideAsync(viewer, sanction, isGranted: true, "You are right.", default));

    private async Task<Guid> SayAsync(Person who, string text, PostVisibility visibility = PostVisibility.Public) =>
        (await Town.AsAsync(who, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, visibility), default))).Granted().Id;

    private async Task<bool> SeesAsync(Person who, Guid post) =>
        await Town.AsAsync(who, (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post, default)) is not null;
}
