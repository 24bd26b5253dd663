using Microsoft.Extensions.DependencyInjection;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.Core.Federation.Peers;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>A server that sends more than its share: case F-26 of the threat catalogue.</summary>
public sealed class ALoudPeer(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private PeerLimits Limits => guarded.Node.Services.GetRequiredService<PeerLimits>();

    [Fact]
    public async Task Is_told_to_come_later_while_others_are_heard()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        await using var v = Elsewhere.Start(guarded.Authority, "v.test");
        var (loud, quiet) = (x.Person("loud"), v.Person("quiet"));

        var reply = await UntilRefusedAsync(x, () => Like(loud));

        Assert.Equal("429 limit.peer", reply.Answer);
        Assert.Contains("Retry-After: 5", reply.Head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("202", (await guarded.SendAsync(Like(quiet))).Answer);

        await Task.Delay(200);
        Assert.Equal("202", (await guarded.SendAsync(Like(loud))).Answer);
    }

    [Fact]
    public async Task Is_whoever_carries_and_not_whoever_has_signed_before()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        var carrier = x.Person("carrier");

        var reply = await UntilRefusedAsync(x, () => carrier.SignedAsOneShould(
            Stranger.Letter(guarded.SharedInbox, guarded.Carol.Proved(guarded.Carol.Activity("Like", guarded.AminasPost), Stranger.Now))));

        Assert.Equal("429 limit.peer", reply.Answer);
        Assert.Equal("202", (await guarded.SendAsync(Like(guarded.Carol))).Answer);
    }

    [Fact]
    public async Task Is_nobody_by_letters_that_others_have_written_in_its_name()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        var zoe = x.Person("zoe");
        Assert.Equal("202", (await guarded.SendAsync(Like(zoe))).Answer);

        for (var number = 0; number < PeerLimits.AtOnce + 50; number++)
        {
            var letter = Stranger.Letter(guarded.SharedInbox, zoe.Activity("Like", guarded.AminasPost));
            var forged = letter.With(RequestSigning.Sign(letter, guarded.Mallory.Key, zoe.KeyId, SignatureScheme.Cavage, Stranger.Now));
            Assert.Equal("401 sig.mismatch", (await guarded.SendAsync(forged)).Answer);
        }

        Assert.Equal("202", (await guarded.SendAsync(Like(zoe))).Answer);
    }

    private ActivityStreams.Http.HttpMessage Like(Stranger sender) =>
        sender.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, sender.Activity("Like", guarded.AminasPost)));

    // What a server may send grows again while a letter is on its way; on a busy machine the first may come through.
    private async Task<RawReply> UntilRefusedAsync(Elsewhere server, Func<ActivityStreams.Http.HttpMessage> letter)
    {
        for (var number = 0; ; number++)
        {
            while (Limits.TryTake(server.Origin["https://".Length..]))
            {
            }

            var reply = await guarded.SendAsync(letter());
            if (reply.Status != 202 || number == 200)
            {
                return reply;
            }
        }
    }
}
