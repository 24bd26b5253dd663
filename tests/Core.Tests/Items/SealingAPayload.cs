using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Items;

public sealed class SealingAPayload : InTown
{
    [Fact]
    public async Task Keeps_ciphertext_of_one_size_and_a_wrapped_key()
    {
        var item = (await SendAsync(await SignedAsync())).Granted();

        var parts = await Town.AskAsync((PostMoneyDb db) => db.SealedParts.Where(part => part.ItemId == item).ToListAsync());
        Assert.Equal(["address", "lockCode"], parts.Select(part => part.Name).Order());
        Assert.All(parts, part => Assert.Equal(24 + 256 + 16, part.Ciphertext.Length));
        Assert.Equal(1, await Town.AskAsync((PostMoneyDb db) => db.DataKeys.CountAsync(key => key.ItemId == item)));
    }

    [Fact]
    public async Task Opens_for_its_author_as_it_was_written()
    {
        var item = (await SendAsync(await SignedAsync())).Granted();

        Assert.Equal(["4711", "Mill Lane 3"], (await Town.OpenAsync(Town.Amina, item)).Select(part => part.Text).Order());
    }

    [Fact]
    public async Task Is_refused_where_a_ciphertext_was_altered()
    {
        var signed = await SignedAsync();
        signed.Parts[0].Ciphertext[40] ^= 1;

        (await SendAsync(signed)).RefusedAs(ItemRefusals.Payload);
    }

    [Fact]
    public async Task Is_refused_where_parts_are_missing_too_many_or_exchanged()
    {
        var signed = await SignedAsync();

        (await SendAsync(signed with { Parts = [signed.Parts[0]] })).RefusedAs(ItemRefusals.Payload);
        (await SendAsync(signed with { Parts = [.. signed.Parts, signed.Parts[0]] })).RefusedAs(ItemRefusals.Payload);
        (await SendAsync(signed with { Parts = [signed.Parts[0], signed.Parts[0]] })).RefusedAs(ItemRefusals.Payload);
        (await SendAsync(signed with
        {
            Parts = [signed.Parts[0] with { Name = signed.Parts[1].Name }, signed.Parts[1] with { Name = signed.Parts[0].Name }],
        })).RefusedAs(ItemRefusals.Payload);
        (await SendAsync(signed)).Granted();
    }

    [Fact]
    public async Task Is_refused_where_the_key_is_missing_or_sealed_to_somebody_else()
    {
        var signed = await SignedAsync();
        var item = (await SendAsync(await SignedAsync())).Granted();
        var toAmina = (await Town.GrantAsync(Town.Amina, item)).Granted().Box;

        (await SendAsync(signed with { SealedKey = null })).RefusedAs(ItemRefusals.Payload);
        (await SendAsync(signed with { SealedKey = toAmina })).RefusedAs(ItemRefusals.Payload);
        (await SendAsync(signed with { SealedKey = new byte[80] })).RefusedAs(ItemRefusals.Payload);
        (await SendAsync(signed with { SealedKey = new byte[100_000] })).RefusedAs(ItemRefusals.Payload);
    }

    [Fact]
    public async Task Is_refused_where_the_record_names_another_key_or_part()
    {
        var draft = (await Town.DraftAsync(Town.Amina, Form())).Granted();

        (await SendAsync(await SignedAsync(draft.With(d => d["payload"]!["keyId"] = "k-1")))).RefusedAs("record.shape");
        (await SendAsync(await SignedAsync(draft.With(d => d["payload"]!["text"] = "4711")))).RefusedAs("record.shape");
    }

    [Fact]
    public async Task Is_refused_where_a_text_is_sent_in_clear_instead()
    {
        var signed = await SignedAsync();
        var clear = System.Text.Encoding.UTF8.GetBytes("4711");

        (await SendAsync(signed with { Parts = [.. signed.Parts.Select(part => part with { Ciphertext = clear })] })).RefusedAs(ItemRefusals.Payload);
    }

    private ItemForm Form() => Town.LadderToLend() with { Sealed = ["lockCode", "address"] };

    private async Task<Submission> SignedAsync() => await SignedAsync((await Town.DraftAsync(Town.Amina, Form())).Granted());

    private Task<Submission> SignedAsync(System.Text.Json.JsonElement draft) =>
        Town.SignAsync(Town.Amina, draft, ("lockCode", "4711"), ("address", "Mill Lane 3"));

    private Task<Result<Guid>> SendAsync(Submission submission) =>
        Town.AsAsync(Town.Amina, (Viewer amina, PublishOffer publish) => publish.ExecuteAsync(amina, submission, default));
}
