using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Federation.Profiles;

/// <summary>A member says who they are: on their page, and to those who follow them elsewhere. Whether links lead back is looked at afterwards.</summary>
public sealed class ChangeProfile(
    PostMoneyDb db, AccessCheck access, LocalActors local, SendProfile send, OutboxWriter outbox, NodeAddress address, WakeUp wake)
{
    /// <summary>Saves it.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, ProfileForm form, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (form.Problems() is { Count: > 0 } problems)
        {
            return problems;
        }

        // Made before the change begins, where nobody has asked for them yet.
        _ = address.IsKnown ? await local.MemberAsync(viewer.Id, ct) : null;
        await using var change = await db.BeginChangeAsync(ct);
        var member = await db.Members.FirstAsync(m => m.Id == viewer.Id, ct);
        (member.DisplayName, member.Biography) = (form.DisplayName.Trim(), form.Biography.Trim());
        await ReplaceFieldsAsync(member.Id, form, ct);
        await db.SaveChangesAsync(ct);
        if (await db.Actors.FirstOrDefaultAsync(actor => actor.LocalId == viewer.Id, ct) is { } me)
        {
            (me.Name, me.Summary) = (member.DisplayName, ProfileHtml.OfBiography(member.Biography));
            if (address.IsKnown && address.IsOurs(me.Uri))
            {
                await send.ExecuteAsync(me, await outbox.FollowersAsync(me.Id, ct), ct);
            }
        }

        await change.SaveAsync(ct);
        wake.Ring(WakeUp.Links);
        return Done.Value;
    }

    private async Task ReplaceFieldsAsync(Guid memberId, ProfileForm form, CancellationToken ct)
    {
        var before = await db.ProfileFields.AsNoTracking().Where(field => field.MemberId == memberId).ToListAsync(ct);
        await db.ProfileFields.Where(field => field.MemberId == memberId).ExecuteDeleteAsync(ct);
        db.ProfileFields.AddRange(form.Lines.Select((line, position) =>
            new ProfileField { MemberId = memberId, Position = position, Name = line.Name, Value = line.Value }
                .KnownAs(before.Find(field => field.Value == line.Value))));
    }
}
