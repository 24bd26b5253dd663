using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Draws a round within the caller's change: frozen input, revealed secret, signed transcript, a line for each need.</summary>
public sealed class DrawRound(
    PostMoneyDb db, FreezeRound freeze, KeyWrapping wrapping, NodePassports passports, AuditLog log, TimeProvider clock)
{
    /// <summary>Draws it.</summary>
    internal async Task<Result<DrawnRound>> ExecuteAsync(Round round, Pool pool, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await freeze.IsAskedAsync(pool, now, ct))
        {
            return DrawnRound.NobodyAsked;
        }

        var frozen = await freeze.ExecuteAsync(round, pool, now, only: null, ct);
        if (!frozen.TryGet(out var fixedInput))
        {
            return frozen.Refusal;
        }

        if (fixedInput.NeedIds.Count == 0)
        {
            return DrawnRound.NobodyAsked;
        }

        var secret = wrapping.Unwrap(round.SealedSeed, Round.SeedPurpose(round.Id));
        var written = TranscriptWriter.Write(fixedInput.Input, secret);
        if (!written.TryGet(out var transcript))
        {
            return written.Refusal;
        }

        var hash = Convert.FromHexString(transcript.Hash);
        var statement = await passports.SignAsync(NodePassports.Node, Statement(round, transcript, now), ct);
        var settled = round.Settle(transcript.Bytes, hash, Encoding.UTF8.GetString(statement), now);
        if (!settled.IsGranted)
        {
            return settled.Refusal;
        }

        foreach (var line in transcript.Result.Lines)
        {
            db.DrawnLines.Add(new DrawnLine
            {
                RoundId = round.Id,
                NeedId = fixedInput.NeedIds[line.Need],
                Pseudonym = line.Need,
                Place = (line as RoundLine.Waiting)?.Place,
                Outcome = line.Reason.CodeOf(),
                Explanation = transcript.Result.Explain(line.Need).ToJson(),
            });
        }

        if (transcript.Result.Input.Terms.Turn is not null)
        {
            db.PoolPlaces.AddRange(fixedInput.FreshPlaces);
            pool.TurnFirst = RoundRobinPolicy.NextFirst(transcript.Result);
        }

        await log.AppendAsync("round.drawn", "node", $"round:{round.Id:D}", hash, ct);
        return new DrawnRound([.. transcript.Result.Allotted.Select(line => new Allotment(
            fixedInput.NeedIds[line.Need], Guid.ParseExact(line.Offer, "D"), line.Unit, line.Window))],
            [.. transcript.Result.Lines.Where(line => line is not RoundLine.Allotted).Select(line => fixedInput.NeedIds[line.Need])],
            fixedInput.LeftOut);
    }

    private static JsonElement Statement(Round round, Transcript transcript, DateTimeOffset now) => JsonSerializer.SerializeToElement(
        new JsonObject
        {
            ["@context"] = ItemDocument.Context(),
            ["id"] = Item.UrnOf(round.Id),
            ["type"] = "Round",
            ["transcriptHash"] = transcript.Hash,
            ["drawn"] = ItemDocument.Time(now),
        });
}

/// <summary>What a draw gave to whom.</summary>
/// <param name="Allotments">Empty where nobody got anything.</param>
/// <param name="Waiting">Needs that got nothing this time.</param>
/// <param name="LeftOut">Needs that were not in the draw.</param>
internal sealed record DrawnRound(IReadOnlyList<Allotment> Allotments, IReadOnlyList<Guid> Waiting, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>There was no need at all; nothing was drawn and the secret stays one.</summary>
    internal static DrawnRound NobodyAsked { get; } = new([], [], []);
}

/// <summary>A unit of an offer for a need.</summary>
internal sealed record Allotment(Guid NeedId, Guid OfferId, int Unit, Window Window);
