using System.Diagnostics.CodeAnalysis;
using PostMoney.ActivityStreams.Http.StructuredFields;

namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>The parameters of one signature (RFC 9421 §2.3). Others than these are signed too and mean nothing here.</summary>
/// <param name="KeyId">Which key.</param>
/// <param name="Algorithm">The name in the registry; the key decides where there is none.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Nonce">A text that is used once.</param>
/// <param name="Tag">What the signature is for.</param>
internal sealed record SignatureParameters(
    string? KeyId, string? Algorithm, DateTimeOffset? Made, DateTimeOffset? Ends, string? Nonce, string? Tag)
{
    /// <summary>Stands among what is covered for the time of creation. No header can have this name.</summary>
    internal const string Created = "(created)";

    private const string CreatedName = "created";

    /// <summary>Reads them; false where one has another type than the registry's (§6.3.2).</summary>
    internal static bool TryRead(Parameters parameters, [NotNullWhen(true)] out SignatureParameters? read)
    {
        read = null;
        if (!TryReadText(parameters, "keyid", out var keyId)
            || !TryReadText(parameters, "alg", out var algorithm)
            || !TryReadText(parameters, "nonce", out var nonce)
            || !TryReadText(parameters, "tag", out var tag)
            || !TryReadTime(parameters, CreatedName, out var made)
            || !TryReadTime(parameters, "expires", out var ends))
        {
            return false;
        }

        read = new SignatureParameters(keyId, algorithm, made, ends, nonce, tag);
        return true;
    }

    /// <summary>As they are written, in a fixed order.</summary>
    internal Parameters ToParameters() => new(new (string Name, BareItem? Value)[]
    {
        (CreatedName, Time(Made)),
        ("expires", Time(Ends)),
        ("nonce", Text(Nonce)),
        ("keyid", Text(KeyId)),
        ("alg", Text(Algorithm)),
        ("tag", Text(Tag)),
    }.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!)));

    private static BareItem.WholeNumber? Time(DateTimeOffset? time) =>
        time is { } moment ? new BareItem.WholeNumber(moment.ToUnixTimeSeconds()) : null;

    private static BareItem.Text? Text(string? text) => text is null ? null : new BareItem.Text(text);

    private static bool TryReadText(Parameters parameters, string name, out string? text)
    {
        text = parameters.TryGet(name, out var value) ? (value as BareItem.Text)?.Value : null;
        return value is null or BareItem.Text;
    }

    private static bool TryReadTime(Parameters parameters, string name, out DateTimeOffset? time)
    {
        time = null;
        return !parameters.TryGet(name, out var value)
            || (value is BareItem.WholeNumber seconds && SignatureText.TryReadTime(seconds.Value, out time));
    }
}
