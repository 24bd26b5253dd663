using System.Runtime.InteropServices;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>Keeps the contexts of earlier documents ready, since a server writes all of its documents with few of them.</summary>
/// <remarks>
/// Kept are only contexts that mean the same in every document: from the well-known ones and what stands in the text,
/// without reference to the document's address. Memory is bound by <see cref="MostKept"/> and <see cref="MostBytes"/>.
/// </remarks>
internal static class CompiledContexts
{
    /// <summary>Contexts kept at once. When there are more, all are dropped.</summary>
    internal const int MostKept = 64;

    /// <summary>Bytes of the text of one context that is kept.</summary>
    internal const int MostBytes = 8_192;

    // Only full memory is cleared, so a reader of the old table does no harm.
    private static volatile Dictionary<byte[], ActiveContext> _kept = new(ByBytes.Comparer);

    private static readonly Lock _writing = new();

    /// <summary>Reads a document; its own context is taken from memory where it is there, and kept where it may be.</summary>
    internal static Value Read(Run run, JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object
            || !document.TryGetProperty(Keywords.Context, out var context)
            || !MayKeep(run, context))
        {
            return JsonTree.Read(document, run.Work);
        }

        var compiled = Compile(run, context);
        var root = new MapValue(document.GetPropertyCount());
        var token = new MapValue();
        root.Set(Keywords.Context, token);
        run.Remember(ActiveContext.Initial, token, compiled);
        JsonTree.ReadMembers(document, Keywords.Context, root, run.Work);
        return root;
    }

    /// <summary>The active context of a context that stands alone, from memory where it is there.</summary>
    internal static ActiveContext Compile(Run run, JsonElement context)
    {
        var text = JsonMarshal.GetRawUtf8Value(context);
        if (_kept.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out var compiled) && MayKeep(run, context))
        {
            return compiled;
        }

        var local = JsonTree.Read(context, run.Work);
        compiled = ProcessContext.Apply(run, ActiveContext.Initial, local, new(run.Options.Base));
        if (!compiled.DependsOnBase && MayKeep(run, context))
        {
            Keep(text.ToArray(), compiled);
        }

        return compiled;
    }

    private static bool MayKeep(Run run, JsonElement context) =>
        !run.IsOneZero
        && ReferenceEquals(run.Options.Loader, JsonLdOptions.Default.Loader)
        && JsonMarshal.GetRawUtf8Value(context).Length <= MostBytes;

    private static void Keep(byte[] text, ActiveContext compiled)
    {
        lock (_writing)
        {
            var next = _kept.Count < MostKept ? new Dictionary<byte[], ActiveContext>(_kept, ByBytes.Comparer) : new(ByBytes.Comparer);
            next[text] = compiled;
            _kept = next;
        }
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        internal static ByBytes Comparer { get; } = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> bytes)
        {
            // Seeded anew in each process, so nobody can choose texts that collide.
            var hash = default(HashCode);
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
