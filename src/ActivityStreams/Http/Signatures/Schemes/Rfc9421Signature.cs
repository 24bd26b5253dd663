using System.Text;
using PostMoney.ActivityStreams.Http.StructuredFields;

namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>Reads and writes signatures of RFC 9421.</summary>
public static class Rfc9421Signature
{
    private const string InputField = "Signature-Input";

    private const string SignatureField = "Signature";

    /// <summary>Signs a message.</summary>
    /// <param name="message">With all headers that are to be covered.</param>
    /// <param name="key">Its owner's.</param>
    /// <param name="keyId">Where the key is found.</param>
    /// <param name="covered">Component identifiers as in <c>Signature-Input</c>: <c>"@method"</c> in quotes, with parameters after semicolons.</param>
    /// <param name="created">In whole seconds.</param>
    /// <param name="expires">Written where given, in whole seconds.</param>
    /// <param name="tag">Written where given.</param>
    /// <param name="label">The name of the signature in both headers.</param>
    /// <returns>The two headers to add.</returns>
    /// <exception cref="ArgumentException">Something to be covered is not there or named twice, or a text cannot be written.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Sign(
        HttpMessage message,
        SigningKey key,
        string keyId,
        IReadOnlyList<string> covered,
        DateTimeOffset created,
        DateTimeOffset? expires = null,
        string? tag = null,
        string label = "sig1")
    {
        var parameters = new SignatureParameters(keyId, AlgorithmNames.Of(key.Algorithm), created, expires, Nonce: null, tag).ToParameters();
        var items = covered.Select(text => StructuredField.TryReadItem(text, out var item)
            ? item
            : throw new ArgumentException("A component is not written as in the header.", nameof(covered)));
        var input = new InnerList([.. items], parameters);
        if (TryBuildBase(message, input, out var signed, out _) is not null
            || !StructuredField.TryWrite([KeyValuePair.Create(label, (Member)input)], out var inputText))
        {
            throw new ArgumentException("What is to be signed is not in the message.", nameof(covered));
        }

        var signature = new Item(new BareItem.Bytes(key.Sign(signed)));
        _ = StructuredField.TryWrite([KeyValuePair.Create(label, (Member)signature)], out var signatureText);
        return [KeyValuePair.Create(InputField, inputText), KeyValuePair.Create(SignatureField, signatureText!)];
    }

    /// <summary>Whether a message bears signatures of this kind.</summary>
    internal static bool IsIn(HttpMessage message) => message.Has(InputField);

    /// <summary>Reads all signatures of a message, and builds what each signs.</summary>
    /// <returns>For each label its candidate or its first problem; or one problem that concerns them all.</returns>
    internal static IReadOnlyList<(CandidateSignature? Candidate, SignatureProblem? Problem)> Read(HttpMessage message)
    {
        if (!StructuredField.TryReadDictionary(string.Join(", ", message.Lines(InputField)), out var inputs)
            || !StructuredField.TryReadDictionary(string.Join(", ", message.Lines(SignatureField)), out var signatures)
            || inputs.Count == 0)
        {
            return [(null, SignatureProblem.Malformed)];
        }

        return inputs.Count > SignaturePolicy.MaximumSignatures
            ? [(null, SignatureProblem.TooMany)]
            : [.. inputs.Select(input => Read(message, input.Key, input.Value, signatures.FirstOrDefault(one => one.Key == input.Key).Value))];
    }

    /// <summary>What is signed (§2.5), and the identifiers of what it covers as they are written.</summary>
    /// <returns>Null, or the problem.</returns>
    internal static SignatureProblem? TryBuildBase(
        HttpMessage message, InnerList input, out byte[] signed, out IReadOnlyList<string> covered)
    {
        signed = [];
        covered = [];
        using var lines = new AsciiBuffer();
        var writer = new FieldWriter(lines);
        var identifiers = new string[input.Items.Count];
        var seen = new NamedValues<bool>();
        for (var i = 0; i < identifiers.Length; i++)
        {
            var item = input.Items[i];
            var from = lines.Written.Length;
            if (item.Value is not BareItem.Text { Value: var name }
                || !writer.TryWrite(item)
                || !seen.TryAdd(WithoutOrder(name, item.Parameters), true)
                || ComponentValue.Of(message, name, item.Parameters) is not { } value)
            {
                return SignatureProblem.Component;
            }

            if (SingleHeaders.Contains(name) && message.Lines(name).Count > 1)
            {
                return SignatureProblem.DuplicateHeader;
            }

            identifiers[i] = Encoding.ASCII.GetString(lines.Written[from..]);
            lines.Append(": ").Append(value).Append("\n");
        }

        lines.Append("\"@signature-params\": ");
        if (!writer.TryWrite(input))
        {
            return SignatureProblem.Malformed;
        }

        signed = lines.Written.ToArray();
        covered = identifiers;
        return null;
    }

    private static (CandidateSignature? Candidate, SignatureProblem? Problem) Read(
        HttpMessage message, string label, Member member, Member? signature)
    {
        if (member is not InnerList input
            || !SignatureParameters.TryRead(input.Parameters, out var parameters)
            || parameters.KeyId is not { Length: > 0 } keyId
            || signature is not Item { Value: BareItem.Bytes bytes })
        {
            return (null, SignatureProblem.Malformed);
        }

        var algorithms = AlgorithmNames.OfRfc9421(parameters.Algorithm);
        byte[] signed = [];
        IReadOnlyList<string> covered = [];
        var problem = algorithms.Count == 0 ? SignatureProblem.Algorithm : TryBuildBase(message, input, out signed, out covered);
        return problem is not null ? (null, problem) : (new CandidateSignature(SignatureScheme.Rfc9421, keyId)
        {
            Label = label,
            Covered = covered,
            Covers = Covers(input, parameters),
            Created = parameters.Made,
            Expires = parameters.Ends,
            Tag = parameters.Tag,
            Base = signed,
            Signature = bytes.Value,
            Algorithms = algorithms,
        }, null);
    }

    // What covers a part alone, or a part of another message, counts for nothing.
    private static Coverage Covers(InnerList input, SignatureParameters parameters)
    {
        var covers = parameters.Made is null ? Coverage.None : Coverage.Created;
        foreach (var item in input.Items)
        {
            covers |= item.Parameters.Entries.All(static entry => entry.Key is "sf" or "bs")
                ? Coverages.Of(((BareItem.Text)item.Value).Value)
                : Coverage.None;
        }

        return covers;
    }

    // Two components are the same whatever the order of their parameters (§2).
    private static string WithoutOrder(string name, Parameters parameters) => parameters.Entries.Count == 0
        ? name
        : name + string.Join(';', Written(parameters).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Written(Parameters parameters) => parameters.Entries.Select(entry =>
        StructuredField.TryWrite(new Item(entry.Value), out var value) ? $"{entry.Key}={value}" : entry.Key);
}
