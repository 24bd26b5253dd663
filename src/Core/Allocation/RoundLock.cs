using System.Text.Json;
using PostMoney.Fairness.Transcripts;

namespace PostMoney.Core.Allocation;

/// <summary>The canonical document that pins a round before its draw: one root for each list, and everything else by value.</summary>
/// <remarks>
/// The seed is derived from its hash, so a changed fact changes every ticket. A root is the RFC 6962 tree hash over the
/// canonical bytes of the lines, so that one line can later be shown to belong without the others.
/// </remarks>
internal sealed class RoundLock
{
    public const string Format = "postmoney-lock/2";

    private readonly RoundInput _input;
    private readonly (string Needs, string Nodes, string Offers, string People) _roots;

    private RoundLock(RoundInput input)
    {
        _input = input;
        _roots = (
            Root(input.Needs, RoundInputJson.Write(input.Offers)),
            Root(input.Nodes, RoundInputJson.Write),
            Root(input.Offers, RoundInputJson.Write),
            Root(input.People, RoundInputJson.Write));
        Hash = CanonicalJson.HashOf(CanonicalJson.Write(Write));
    }

    public string Hash { get; }

    public static RoundLock Of(RoundInput input) => new(input);

    public void Write(Utf8JsonWriter writer)
    {
        var terms = _input.Terms;
        writer.WriteStartObject();
        writer.WriteString("closedAt", RoundText.Of(terms.ClosedAt));
        writer.WriteString("format", Format);
        writer.WriteString("home", terms.Home);
        writer.WriteString("needs", _roots.Needs);
        writer.WriteString("nodes", _roots.Nodes);
        writer.WriteString("offers", _roots.Offers);
        writer.WriteString("openedAt", RoundText.Of(terms.OpenedAt));
        writer.WriteString("people", _roots.People);
        writer.WriteString("policy", terms.Policy.Hash);
        writer.WriteString("pool", terms.Pool);
        writer.WriteString("round", terms.Round);
        writer.WriteString("seedCommitment", terms.Commitment.Hex);
        RoundInputJson.Write(writer, terms.Turn);
        writer.WriteEndObject();
    }

    private static string Root<T>(IReadOnlyList<T> lines, Action<Utf8JsonWriter, T> write) =>
        Convert.ToHexStringLower(TreeHash.Of([.. lines.Select(line => CanonicalJson.Write(writer => write(writer, line)))]));
}
