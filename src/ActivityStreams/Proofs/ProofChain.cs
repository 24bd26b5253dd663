using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Reads which proofs of a list are made on top of which others.</summary>
/// <remarks>Data Integrity 1.0 §2.1.2: <c>previousProof</c> is the <c>id</c> of another proof, or a list of them.</remarks>
internal static class ProofChain
{
    /// <param name="proofs">Objects whose names and strings are known to be readable.</param>
    /// <param name="previous">For each proof, the indices of those it names, in the order of the list.</param>
    /// <returns>Null, or the problem: an id that is no string or there twice, a name of no other proof, a circle.</returns>
    internal static ProofProblem? Read(IReadOnlyList<JsonElement> proofs, out IReadOnlyList<IReadOnlyCollection<int>> previous)
    {
        previous = [];
        if (!TryReadIds(proofs, out var ids))
        {
            return ProofProblem.Id;
        }

        var read = new List<IReadOnlyCollection<int>>(proofs.Count);
        foreach (var proof in proofs)
        {
            if (!TryReadPrevious(proof, ids, out var named))
            {
                return ProofProblem.Previous;
            }

            read.Add(named);
        }

        previous = read;
        return HasCircle(read) ? ProofProblem.Previous : null;
    }

    private static bool TryReadIds(IReadOnlyList<JsonElement> proofs, out Dictionary<string, int> ids)
    {
        ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < proofs.Count; i++)
        {
            if (proofs[i].TryGetProperty("id", out _) && !(ProofOptions.Text(proofs[i], "id") is { } id && ids.TryAdd(id, i)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadPrevious(JsonElement proof, Dictionary<string, int> ids, out SortedSet<int> named)
    {
        named = [];
        if (!proof.TryGetProperty(ProofOptions.PreviousProof, out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return TryAdd(value, ids, named);
        }

        foreach (var item in value.EnumerateArray())
        {
            if (!TryAdd(item, ids, named))
            {
                return false;
            }
        }

        return named.Count > 0;
    }

    private static bool TryAdd(JsonElement name, Dictionary<string, int> ids, SortedSet<int> named) =>
        JsonText.TryRead(name, out var id) && ids.TryGetValue(id, out var index) && named.Add(index);

    // No circle can have right signatures. It is looked for so that it has its name, and costs no signature.
    private static bool HasCircle(List<IReadOnlyCollection<int>> previous)
    {
        var settled = new HashSet<int>();
        var before = -1;
        while (settled.Count != before)
        {
            before = settled.Count;
            settled.UnionWith(Enumerable.Range(0, previous.Count).Where(index => previous[index].All(settled.Contains)));
        }

        return settled.Count < previous.Count;
    }
}
