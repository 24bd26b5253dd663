using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Core.Moving;

/// <summary>What a member's passport signs before their account moves: which account, and where to.</summary>
/// <remarks>Shape: <c>FEDERATION.md</c>, "Records". An open session alone moves nobody.</remarks>
internal static class MoveRecord
{
    /// <summary>How long after it was drafted it is taken.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(15);

    private static readonly HashSet<string> _known = new(StringComparer.Ordinal)
    {
        "@context", "id", "type", "attributedTo", "authority", "object", "target", "published", "proof",
    };

    internal static JsonElement Write(Guid id, string did, string node, Destination destination, DateTimeOffset at) =>
        JsonSerializer.SerializeToElement(new JsonObject
        {
            ["@context"] = ItemDocument.Context(),
            ["id"] = Item.UrnOf(id),
            ["type"] = "Move",
            ["attributedTo"] = did,
            ["authority"] = node,
            ["object"] = destination.From.Uri,
            ["target"] = destination.To.Uri,
            ["published"] = ItemDocument.Time(at),
        });

    /// <summary>Reads what was signed, and checks that it says where to, by whom and now.</summary>
    /// <returns>The target's id and the record's digest.</returns>
    internal static Result<(string Target, byte[] Digest)> Read(ReadOnlyMemory<byte> bytes, string did, string node, string actor, DateTimeOffset now)
    {
        var read = SignedRecord.Read(bytes);
        if (!read.TryGet(out var signed))
        {
            return read.Refusal;
        }

        var reader = new RecordReader(signed.Document, _known);
        reader.Choice("type", "Move");
        reader.Urn("id");
        var said = reader.Finish((
            By: reader.Text("attributedTo"), Node: reader.Text("authority"), Who: reader.Text("object"), Target: reader.Text("target"), At: reader.Time("published")));
        if (!said.TryGet(out var move))
        {
            return said.Refusals.ToList();
        }

        return signed.Signer.Value == did && move.By == did && move.Node == node && move.Who == actor
            && move.At <= now + TimeSpan.FromMinutes(1) && move.At > now - _longest
                ? (move.Target, signed.Digest())
                : MovingRefusals.Record;
    }
}
