namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>One plain value of a structured field: one of the cases below, and no other.</summary>
/// <remarks>RFC 8941 §3.3; <see cref="Moment"/> and <see cref="DisplayText"/> are of RFC 9651.</remarks>
public abstract record BareItem
{
    private BareItem()
    {
    }

    /// <summary>A whole number of at most 15 digits (§3.3.1).</summary>
    public sealed record WholeNumber(long Value) : BareItem;

    /// <summary>A number with at most 12 digits before the point and 3 after it (§3.3.2); more are rounded, half to even.</summary>
    public sealed record Fraction(decimal Value) : BareItem;

    /// <summary>Printable ASCII in quotes (§3.3.3), here without them.</summary>
    public sealed record Text(string Value) : BareItem;

    /// <summary>A word without quotes (§3.3.4), such as <c>gzip</c> or <c>text/html</c>.</summary>
    public sealed record Token(string Value) : BareItem;

    /// <summary>Bytes, between colons and in base64 on the wire (§3.3.5).</summary>
    public sealed record Bytes(byte[] Value) : BareItem
    {
        /// <inheritdoc />
        public bool Equals(Bytes? other) => other is not null && Value.AsSpan().SequenceEqual(other.Value);

        /// <inheritdoc />
        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(Value);
            return hash.ToHashCode();
        }
    }

    /// <summary><c>?1</c> or <c>?0</c> (§3.3.6).</summary>
    public sealed record Flag(bool Value) : BareItem;

    /// <summary>Seconds since 1970, at most 15 digits (RFC 9651 §3.3.7).</summary>
    public sealed record Moment(long Seconds) : BareItem;

    /// <summary>Any text, percent-encoded on the wire (RFC 9651 §3.3.8).</summary>
    public sealed record DisplayText(string Value) : BareItem;
}
