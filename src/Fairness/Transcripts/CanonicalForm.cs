using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PostMoney.Fairness.Transcripts;

/// <summary>The one spelling of each part of a transcript: members by name, no blanks, whole numbers, plain ASCII (RFC 8785).</summary>
internal sealed class CanonicalForm
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public static byte[] Of(PublishedNeed need, string policy) => new CanonicalForm().Put("{")
        .Put(policy == PolicyNames.FirstCome ? "\"batch\":" + Number(need.Batch) + "," : "")
        .Put("\"id\":").Text(need.Id).Put(",\"options\":").Texts(need.Options)
        .Put(",\"period\":").Put(Number(need.Period)).Put(",\"person\":").Text(need.Person).Put("}").Bytes();

    public static byte[] Of(PublishedPerson person, string policy) => new CanonicalForm()
        .Put("{\"history\":").Put(Number(person.History)).Put(",\"id\":").Text(person.Id)
        .Put(policy == PolicyNames.RoundRobin ? ",\"position\":" + Number(person.Position) : "")
        .Put(policy == PolicyNames.Lottery ? ",\"weight\":" + Number(person.Weight) : "").Put("}").Bytes();

    public static byte[] Of(PublishedCell cell) => new CanonicalForm()
        .Put("{\"capacity\":").Put(Number(cell.Capacity)).Put(",\"id\":").Text(cell.Id).Put("}").Bytes();

    public static byte[] Of(IReadOnlyList<(string Need, string Cell)> assignments)
    {
        var form = new CanonicalForm().Put("[");
        for (var at = 0; at < assignments.Count; at++)
        {
            form.Put(at == 0 ? "[" : ",[").Text(assignments[at].Need).Put(",").Text(assignments[at].Cell).Put("]");
        }

        return form.Put("]").Bytes();
    }

    public static byte[] Of(Commitment commit)
    {
        var form = new CanonicalForm().Put("{\"entropy\":[");
        for (var at = 0; at < commit.Sources.Count; at++)
        {
            form.Put(at == 0 ? "{" : ",{").Members(commit.Sources[at]).Put("}");
        }

        form.Put("],\"format\":").Text(TranscriptDocument.CommitFormat).Put(",\"policy\":{");
        if (commit.Policy.Name == PolicyNames.RoundRobin)
        {
            form.Put("\"first\":").Put(Number(commit.Policy.First)).Put(",");
        }

        form.Put("\"name\":").Text(commit.Policy.Name);
        if (commit.Policy.Name == PolicyNames.RoundRobin)
        {
            form.Put(",\"size\":").Put(Number(commit.Policy.Size));
        }

        return form.Put(",\"unit\":").Put(Number(commit.Policy.Unit)).Put(",\"version\":").Put(Number(commit.Policy.Version))
            .Put("},\"previous\":").Hex(commit.Previous).Put(",\"quota\":").Put(Number(commit.Quota))
            .Put(",\"roots\":{\"needs\":").Hex(commit.Roots.Needs).Put(",\"people\":").Hex(commit.Roots.People)
            .Put(",\"resources\":").Hex(commit.Roots.Resources).Put("},\"round\":").Text(commit.Round).Put("}").Bytes();
    }

    public static byte[] Of(TranscriptDocument transcript)
    {
        var policy = transcript.Commit.Policy.Name;
        var form = new CanonicalForm().Put("{\"assignments\":").Put(Of(transcript.Assignments))
            .Put(",\"commit\":").Put(Of(transcript.Commit)).Put(",\"commitHash\":").Hex(transcript.CommitHash).Put(",\"entropy\":[");
        for (var at = 0; at < transcript.Entropy.Count; at++)
        {
            form.Put(at == 0 ? "" : ",").Hex(transcript.Entropy[at]);
        }

        return form.Put("],\"format\":").Text(TranscriptDocument.Format).Put(",\"problem\":{\"needs\":")
            .Lines(transcript.Problem.Needs.Select(need => Of(need, policy)))
            .Put(",\"people\":").Lines(transcript.Problem.People.Select(person => Of(person, policy)))
            .Put(",\"quota\":").Put(Number(transcript.Problem.Quota))
            .Put(",\"resources\":").Lines(transcript.Problem.Resources.Select(Of))
            .Put("},\"resultHash\":").Hex(transcript.ResultHash).Put(",\"seed\":").Hex(transcript.Seed).Put("}").Bytes();
    }

    /// <summary>Whether a text has one spelling: printable ASCII without quotation mark and reverse solidus, 1 to 128 characters.</summary>
    public static bool IsPlain(string text) =>
        text.Length is > 0 and <= 128 && text.All(letter => letter is >= ' ' and <= '~' and not '"' and not '\\');

    public static byte[] Hash(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private CanonicalForm Put(string ascii)
    {
        _bytes.Advance(Encoding.ASCII.GetBytes(ascii, _bytes.GetSpan(ascii.Length)));
        return this;
    }

    private CanonicalForm Put(byte[] bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    private CanonicalForm Text(string text) => IsPlain(text)
        ? Put("\"").Put(text).Put("\"")
        : throw new ArgumentException("A text in a transcript is plain ASCII.", nameof(text));

    private CanonicalForm Hex(byte[] bytes) => Text(Convert.ToHexStringLower(bytes));

    private CanonicalForm Texts(IReadOnlyList<string> texts)
    {
        Put("[");
        for (var at = 0; at < texts.Count; at++)
        {
            Put(at == 0 ? "" : ",").Text(texts[at]);
        }

        return Put("]");
    }

    private CanonicalForm Lines(IEnumerable<byte[]> lines)
    {
        var isFirst = true;
        Put("[");
        foreach (var line in lines)
        {
            Put(isFirst ? "" : ",").Put(line);
            isFirst = false;
        }

        return Put("]");
    }

    private CanonicalForm Members(SortedDictionary<string, object> members)
    {
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            Put(isFirst ? "" : ",").Text(name).Put(":");
            _ = value is long number ? Put(Number(number)) : Text((string)value);
            isFirst = false;
        }

        return this;
    }

    private byte[] Bytes() => _bytes.WrittenSpan.ToArray();
}
