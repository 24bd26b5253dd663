using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Core.Passports;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Demo;

/// <summary>The first days: Dora founds the node and its groups, people join, stewards are appointed, rounds get their hours.</summary>
internal sealed class FoundTown(DemoNode node, TownText text, Almanac almanac, Agenda agenda, Dice dice, CancellationToken ct)
{
    // The same place as in the words of possession; the demo's own address does not matter, since nobody answers from elsewhere.
    private const string Origin = "https://northside.example";

    private string _invitation = "";

    private Resident Dora => node.People["dora"];

    /// <summary>When the town begins.</summary>
    internal static DateTimeOffset Beginning(Almanac almanac) => almanac.At(-90, new TimeOnly(9, 0));

    /// <summary>A passport that its holder keeps; anybody can make it again, so that one can look through its holder's eyes.</summary>
    internal static byte[] SeedOf(string handle) => SHA256.HashData(Encoding.UTF8.GetBytes($"postmoney/demo-passport/v1\n{handle}"));

    /// <summary>Founds the node now, and notes what follows.</summary>
    internal async Task BeginAsync()
    {
        var words = text.Node;
        var dora = text.People[0];
        var member = await node.AskAsync((FoundNode found) => found.OnNodeAsync(
            new NodeForm(words.Name, words.Summary, JoiningModes.Approval, words.TimeZone, "commons"),
            new JoinRequest(dora.Handle, dora.Name), DemoTown.Passphrase, ct));
        await WelcomeAsync(dora, member.Granted("found"));
        agenda.Note(Beginning(almanac).AddMinutes(20), InviteAsync);
        var minutes = 40;
        foreach (var person in text.People.Skip(1))
        {
            var first = person.Day == -90;
            var at = first ? Beginning(almanac).AddMinutes(minutes += 7) : almanac.At(person.Day, new TimeOnly(9, 30)) + dice.Span(0, 11);
            agenda.Note(at, () => JoinAsync(person));
        }

        agenda.Note(almanac.At(-90, new TimeOnly(14, 0)), FoundGroupsAsync);
        agenda.Note(almanac.At(-89, new TimeOnly(21, 30)), () => AppointAsync("fay", RelationNames.Auditor));
        NoteRhythm();
        foreach (var applicant in text.Applicants)
        {
            var at = almanac.BeforeSleep(almanac.Now.AddHours(-applicant.Hours), dice.Span(0.2, 1.5));
            agenda.Note(at, () => ApplyAsync(applicant));
        }
    }

    private async Task InviteAsync() => _invitation = (await node.AsAsync(Dora, (Viewer dora, InviteMember invite) =>
        invite.ExecuteAsync(dora, "Neighbours who came to the first meeting", 60, TimeSpan.FromDays(60), ct))).Granted("invite");

    private async Task JoinAsync(PersonText person)
    {
        var request = new JoinRequest(person.Handle, person.Name, person.Asks ?? "", person.Asks is null ? _invitation : null);
        var joined = person.Custody == "member"
            ? await JoinWithPassportAsync(request)
            : await node.AskAsync((JoinCommunity join) => join.OnNodeAsync(request, DemoTown.Passphrase, ct));
        var member = joined.Granted($"join {person.Handle}");
        if (member.State == MemberState.Pending)
        {
            agenda.Note(almanac.WhenAwake(node.Clock.Now + dice.Span(1, 7), dice.Span(0.1, 1)), () => AdmitAsync(person, member));
            return;
        }

        await ArriveAsync(person, member);
    }

    private async Task<Result<Member>> JoinWithPassportAsync(JoinRequest request)
    {
        using var passport = UnlockedPassport.FromSeed(SeedOf(request.Handle));
        var did = passport.Did.Value;
        var challenge = await node.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.Join, ct));
        var words = Challenges.Text(ChallengePurpose.Join, Origin, did, challenge.Nonce, challenge.Expires);
        var proof = new PossessionProof(
            did, challenge.Nonce, Base64Url.EncodeToString(passport.Sign(Encoding.UTF8.GetBytes(words).AsSpan())));
        return await node.AskAsync((JoinCommunity join) => join.WithPassportAsync(request, proof, Origin, ct));
    }

    private async Task ApplyAsync(ApplicantText applicant) => _ = (await node.AskAsync((JoinCommunity join) => join.OnNodeAsync(
        new JoinRequest(applicant.Handle, applicant.Name, applicant.Asks), DemoTown.Passphrase, ct))).Granted("apply");

    private async Task AdmitAsync(PersonText person, Member member)
    {
        _ = (await node.AsAsync(Dora, (Viewer dora, DecideMembership decide) =>
            decide.ExecuteAsync(dora, member.Id, MemberState.Active, ct))).Granted("admit");
        await ArriveAsync(person, member);
    }

    private async Task ArriveAsync(PersonText person, Member member)
    {
        await WelcomeAsync(person, member);
        foreach (var group in person.Groups)
        {
            var at = almanac.WhenAwake(node.Clock.Now + dice.Span(0.3, 20), dice.Span(0.1, 2));
            agenda.Note(at > almanac.At(-90, new TimeOnly(15, 0)) ? at : almanac.At(-90, new TimeOnly(15, 0)), () => JoinGroupAsync(person, group));
        }
    }

    private async Task WelcomeAsync(PersonText person, Member member)
    {
        var passport = person.Custody == "member"
            ? UnlockedPassport.FromSeed(SeedOf(person.Handle))
            : await UnlockAsync(member.Did);
        node.People.Add(person.Handle, new Resident(person, member.Id, passport));
    }

    // Everybody stays signed in for three months, which no browser would: one passphrase costs as much as ten needs.
    private Task<UnlockedPassport> UnlockAsync(string did) => node.AskAsync(async (PassportVault vault) =>
    {
        var token = "demo"u8.ToArray();
        var unlocked = await vault.UnlockAsync(did, DemoTown.Passphrase, token, ct)
            ?? throw new InvalidOperationException("A passport of the demo town does not open.");
        return PassportVault.Open(did, unlocked, token);
    });

    private async Task FoundGroupsAsync()
    {
        foreach (var group in text.Groups)
        {
            var joining = group.Joining == "open" ? GroupJoining.Open : GroupJoining.Asked;
            _ = (await node.AsAsync(Dora, (Viewer dora, FoundGroup found) =>
                found.ExecuteAsync(dora, group.Name, group.Title, group.Summary, joining, ct))).Granted("group");
            node.Clock.GoTo(node.Clock.Now.AddMinutes(6));
            foreach (var steward in group.Stewards.Where(steward => steward != "dora"))
            {
                _ = (await node.AsAsync(Dora, (Viewer dora, AddToGroup add) =>
                    add.ExecuteAsync(dora, group.Name, steward, RelationNames.Steward, ct))).Granted("steward");
            }

            if (!group.Stewards.Contains("dora"))
            {
                _ = (await node.AsAsync(Dora, (Viewer dora, JoinGroup join) => join.LeaveAsync(dora, group.Name, ct))).Granted("leave");
            }
        }
    }

    private async Task JoinGroupAsync(PersonText person, string name)
    {
        var group = text.Groups.Single(group => group.Name == name);
        _ = (group.Joining == "open"
            ? await node.AsAsync(node.People[person.Handle], (Viewer viewer, JoinGroup join) => join.JoinAsync(viewer, name, ct))
            : await node.AsAsync(node.People[group.Stewards[0]], (Viewer steward, AddToGroup add) =>
                add.ExecuteAsync(steward, name, person.Handle, RelationNames.Member, ct))).Granted("join group");
    }

    private async Task AppointAsync(string handle, string duty) => _ = (await node.AsAsync(
        Dora, (Viewer dora, AppointSteward appoint) => appoint.AppointAsync(dora, node.People[handle].Id, duty, ct))).Granted("appoint");

    // All pools open at once; closing a first round at its hour, while nobody has asked, makes every later one close then.
    private void NoteRhythm()
    {
        foreach (var (topic, first) in Rhythm.Firsts(almanac))
        {
            agenda.Note(first, async () =>
            {
                var pools = await node.AskAsync((PoolList list) => list.OpenAsync(Viewer.Stranger, ct));
                var round = pools.Single(pool => pool.Topic == topic).RoundId;
                _ = (await node.AsAsync(Dora, (Viewer dora, SettleRound settle) => settle.NowAsync(dora, round, ct))).Granted("rhythm");
            });
        }
    }
}
