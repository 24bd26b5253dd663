using System.Globalization;
using System.Text;

namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>Reads and writes signatures of the older draft, which most servers still send.</summary>
/// <remarks>draft-cavage-http-signatures-12. In <c>Signature</c>, or in <c>Authorization</c> with the scheme <c>Signature</c>.</remarks>
public static class CavageSignature
{
    /// <summary>The method and the target in one line.</summary>
    public const string RequestTarget = "(request-target)";

    /// <summary>The time of creation.</summary>
    public const string Created = SignatureParameters.Created;

    /// <summary>The end of validity.</summary>
    public const string Expires = "(expires)";

    private const string AuthorizationScheme = "Signature ";

    /// <summary>Signs a message.</summary>
    /// <param name="message">With all headers that are to be covered.</param>
    /// <param name="key">Its owner's.</param>
    /// <param name="keyId">Where the key is found.</param>
    /// <param name="covered">Header names in lower case, <see cref="RequestTarget"/>, <see cref="Created"/>, <see cref="Expires"/>.</param>
    /// <param name="created">Written where given, in whole seconds.</param>
    /// <param name="expires">Written where given, in whole seconds.</param>
    /// <returns>The value of <c>Signature</c>. For RSA it says <c>rsa-sha256</c>, or <c>hs2019</c> where a time is covered, as the draft asks.</returns>
    /// <exception cref="ArgumentException">Something to be covered is not there, is named twice, or the key is of no kind that the draft's users know.</exception>
    public static string Sign(
        HttpMessage message,
        SigningKey key,
        string keyId,
        IReadOnlyList<string> covered,
        DateTimeOffset? created = null,
        DateTimeOffset? expires = null)
    {
        if (key.Algorithm is not (SignatureAlgorithm.RsaPkcs1Sha256 or SignatureAlgorithm.Ed25519))
        {
            throw new ArgumentException("Only RSA with PKCS #1 and Ed25519 keys sign in this way.", nameof(key));
        }

        var problem = TryBuildBase(message, covered, created, expires, out var signed);
        if (problem is not null || keyId.Contains('"', StringComparison.Ordinal))
        {
            throw new ArgumentException("What is to be signed is not in the message.", nameof(covered));
        }

        var isClassic = key.Algorithm == SignatureAlgorithm.RsaPkcs1Sha256 && created is null && expires is null;
        var header = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"keyId=\"{keyId}\",algorithm=\"{(isClassic ? "rsa-sha256" : "hs2019")}\"");
        AppendTime(header, "created", created);
        AppendTime(header, "expires", expires);
        return header
            .Append(CultureInfo.InvariantCulture, $",headers=\"{string.Join(' ', covered)}\"")
            .Append(CultureInfo.InvariantCulture, $",signature=\"{Convert.ToBase64String(key.Sign(signed))}\"")
            .ToString();
    }

    /// <summary>Whether a message bears a signature of this kind.</summary>
    internal static bool IsIn(HttpMessage message) => message.Has("signature")
        || message.Lines("authorization").Any(line => line.StartsWith(AuthorizationScheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the one signature of a message, and builds what it signs.</summary>
    /// <returns>The candidate, or the first problem.</returns>
    internal static (CandidateSignature? Candidate, SignatureProblem? Problem) Read(HttpMessage message)
    {
        var lines = message.Has("signature") ? message.Lines("signature") : message.Lines("authorization");
        var text = lines.Count == 1 ? lines[0] : "";
        text = message.Has("signature") || text.Length < AuthorizationScheme.Length ? text : text[AuthorizationScheme.Length..];
        if (!CavageParameters.TryRead(text, out var parameters)
            || !parameters.TryGetValue("keyId", out var keyId)
            || keyId.Length == 0
            || !parameters.TryGetValue("signature", out var signatureText)
            || !TryReadTime(parameters, "created", out var created)
            || !TryReadTime(parameters, "expires", out var expires))
        {
            return (null, SignatureProblem.Malformed);
        }

        var signature = new byte[signatureText.Length];
        if (!Convert.TryFromBase64String(signatureText, signature, out var length))
        {
            return (null, SignatureProblem.Malformed);
        }

        var algorithms = AlgorithmNames.OfCavage(parameters.GetValueOrDefault("algorithm"));
        var covered = Covered(parameters, created);
        byte[] signed = [];
        var problem = algorithms.Count == 0
            ? SignatureProblem.Algorithm
            : TryBuildBase(message, covered, created, expires, out signed);
        return problem is not null ? (null, problem) : (new CandidateSignature(SignatureScheme.Cavage, keyId)
        {
            Covered = covered,
            Created = created,
            Expires = expires,
            Covers = Coverages.Of(covered),
            Base = signed,
            Signature = signature[..length],
            Algorithms = algorithms,
        }, null);
    }

    // Without a list, drafts before the last mean the date, and the last the time of creation (§2.1.6).
    private static string[] Covered(Dictionary<string, string> parameters, DateTimeOffset? created) =>
        parameters.TryGetValue("headers", out var headers) ? headers.ToLowerInvariant().Split(' ')
        : created is not null ? [Created]
        : ["date"];

    internal static SignatureProblem? TryBuildBase(
        HttpMessage message, IReadOnlyList<string> covered, DateTimeOffset? created, DateTimeOffset? expires, out byte[] signed)
    {
        signed = [];
        using var lines = new AsciiBuffer();
        var seen = new NamedValues<bool>();
        foreach (var name in covered)
        {
            var lookedUp = message.Lines(name);
            var value = name switch
            {
                RequestTarget => message.Target is { } target ? $"{message.Method!.ToLowerInvariant()} {target}" : null,
                Created => created?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                Expires => expires?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                _ => lookedUp.Count > 0 && SignatureText.IsFieldName(name) ? string.Join(", ", lookedUp) : null,
            };
            if (lookedUp.Count > 1 && SingleHeaders.Contains(name))
            {
                return SignatureProblem.DuplicateHeader;
            }

            if (value is null || !SignatureText.IsPlain(value) || !seen.TryAdd(name, true))
            {
                return SignatureProblem.Component;
            }

            lines.Append(lines.Written.IsEmpty ? "" : "\n").Append(name).Append(": ").Append(value);
        }

        signed = lines.Written.ToArray();
        return null;
    }

    private static bool TryReadTime(Dictionary<string, string> parameters, string name, out DateTimeOffset? time)
    {
        time = null;
        return !parameters.TryGetValue(name, out var text)
            || (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
                && SignatureText.TryReadTime(seconds, out time));
    }

    private static void AppendTime(StringBuilder header, string name, DateTimeOffset? time)
    {
        if (time is { } moment)
        {
            header.Append(CultureInfo.InvariantCulture, $",{name}={moment.ToUnixTimeSeconds()}");
        }
    }
}
