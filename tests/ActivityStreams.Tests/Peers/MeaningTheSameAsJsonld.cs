using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.JsonLd;
using PostMoney.ActivityStreams.Tests.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Peers;

/// <summary>jsonld and rdf-canonize of npm, and this library, read the same documents.</summary>
public sealed class MeaningTheSameAsJsonld(Peer peer, ITestOutputHelper output)
{
    private static readonly JsonElement _context = ProofForge.Element("\"https://www.w3.org/ns/activitystreams\"");

    [Fact]
    public void Expands_and_compacts_our_documents_as_jsonld_does() => Compare([.. PeerDocuments.Signable, PeerDocuments.Record]);

    [Fact]
    public void Expands_and_compacts_documents_of_real_servers_as_jsonld_does() =>
        Compare([.. PeerDocuments.Payloads(atMost: 200).Select(one => one.Document)]);

    [Fact]
    public void Says_in_RDF_what_jsonld_says() => CompareGraphs(PeerDocuments.Signable);

    [Fact]
    public void Says_in_RDF_of_real_servers_documents_what_jsonld_says() =>
        CompareGraphs([.. PeerDocuments.Payloads(atMost: 200).Select(one => one.Document)]);

    [Fact]
    public void A_changed_byte_gives_another_canonical_form_on_both_sides()
    {
        var note = PeerDocuments.Signable[0];
        var other = ProofForge.Element(note.GetRawText().Replace("ladder", "Ladder", StringComparison.Ordinal));

        Assert.NotEqual(Ours(note), Ours(other));
        Assert.NotEqual(Theirs(note), Theirs(other));
        Assert.Equal(Ours(other), Theirs(other));
    }

    private void Compare(IReadOnlyList<JsonElement> documents)
    {
        foreach (var document in documents)
        {
            Assert.True(JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out var expanded, out _));
            var theirs = peer.Answer("expand", new { document });
            Assert.True(SameDocument.Is(theirs, expanded), $"{document}\ntheirs {theirs}\nours {expanded}");
            Assert.True(JsonLdProcessor.TryCompact(document, _context, JsonLdOptions.Default, out var compacted, out _));
            theirs = peer.Answer("compact", new { document, context = _context });
            Assert.True(SameDocument.Is(theirs, compacted), $"{document}\ntheirs {theirs}\nours {compacted}");
        }

        Report(documents.Count);
    }

    private void CompareGraphs(IReadOnlyList<JsonElement> documents)
    {
        foreach (var document in documents)
        {
            Assert.True(JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out var quads, out _));

            // Each side canonicalises what the other has made, too.
            Assert.Equal(Theirs(document), Ours(document));
            Assert.Equal(Ours(document), peer.Answer("canonicalize", new { quads = NQuads.Write(quads) }).GetString());
        }

        Report(documents.Count);
    }

    private void Report(int count)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} documents"));
        Assert.NotEqual(0, count);
    }

    private static string Ours(JsonElement document)
    {
        Assert.True(JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out var quads, out var problem), problem?.Code);
        Assert.True(RdfCanonicalization.TryCanonicalize(quads, out var canonical));
        return canonical.ToString();
    }

    private string Theirs(JsonElement document)
    {
        var quads = peer.Answer("toRdf", new { document }).GetString()!;
        Assert.True(NQuads.TryParse(quads, out var read));
        Assert.True(RdfCanonicalization.TryCanonicalize(read, out var canonical));
        var theirs = peer.Answer("canonicalize", new { quads }).GetString()!;
        Assert.Equal(canonical.ToString(), theirs);
        return theirs;
    }
}
