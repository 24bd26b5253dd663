namespace PostMoney.ActivityStreams.Json;

/// <summary>Why <see cref="StrictJson"/> refused a text.</summary>
/// <remarks>RFC 8259; RFC 7493 (I-JSON); limits of our own.</remarks>
public enum StrictJsonProblem
{
    /// <summary>Nothing: it was read.</summary>
    None,

    /// <summary>It has more than <see cref="StrictJson.MaximumBytes"/> bytes.</summary>
    TooLarge,

    /// <summary>It is not UTF-8, or begins with a byte order mark.</summary>
    NotUtf8,

    /// <summary>It is not JSON (RFC 8259): cut, followed by more, with a comment or a trailing comma, and so on.</summary>
    Malformed,

    /// <summary>Objects and arrays nest deeper than <see cref="StrictJson.MaximumDepth"/>.</summary>
    TooDeep,

    /// <summary>It has more than <see cref="StrictJson.MaximumValues"/> values.</summary>
    TooManyValues,

    /// <summary>An object names a member twice, so that two readers could see two different documents.</summary>
    DuplicateName,

    /// <summary>A string has half of a surrogate pair, which no UTF-8 can hold.</summary>
    LoneSurrogate,

    /// <summary>A number is too large for a double (RFC 7493 §2.2).</summary>
    NumberOutOfRange,
}
