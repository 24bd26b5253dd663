using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <summary>Reads a table of terms as the context that it stands for.</summary>
/// <remarks>
/// One line to a statement: <c>@vocab IRI</c> and other keywords; <c>import ADDRESS</c>; <c>term = IRI type container</c>
/// for one term; <c>prefix: type container | terms</c> for terms that are called as in their vocabulary. A dash stands for no
/// type. What ends in <c>{</c> opens the term's own context, up to <c>}</c>.
/// </remarks>
internal static class ReadTable
{
    internal static Value Apply(string table)
    {
        var lines = new Queue<string>(table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var contexts = new ListValue();
        while (lines.TryPeek(out var line) && line.StartsWith("import ", StringComparison.Ordinal))
        {
            contexts.Add(new TextValue(lines.Dequeue()["import ".Length..]));
        }

        var own = ReadContext(lines);
        if (contexts.Count == 0)
        {
            return own;
        }

        contexts.Add(own);
        return contexts;
    }

    private static MapValue ReadContext(Queue<string> lines)
    {
        var context = new MapValue(64);
        while (lines.TryDequeue(out var line) && line != "}")
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0][0] == '@')
            {
                context.Set(words[0], words[1] == "true" ? FlagValue.True : new TextValue(words[1]));
            }
            else if (words[1] == "=")
            {
                context.Set(words[0], ReadTerm(words[2], words.AsSpan(3), lines));
            }
            else
            {
                ReadGroup(words, context);
            }
        }

        return context;
    }

    private static Value ReadTerm(string iri, ReadOnlySpan<string> rest, Queue<string> lines)
    {
        var opens = rest is [.., "{"];
        var term = Describe(iri, opens ? rest[..^1] : rest);
        if (!opens)
        {
            return term;
        }

        var scoped = term as MapValue ?? new MapValue(Keywords.Id, term);
        scoped.Set(Keywords.Context, ReadContext(lines));
        return scoped;
    }

    private static void ReadGroup(string[] words, MapValue context)
    {
        var bar = Array.IndexOf(words, "|");
        foreach (var name in words.AsSpan(bar + 1))
        {
            context.Set(name, Describe(words[0] + name, words.AsSpan(1, bar - 1)));
        }
    }

    private static Value Describe(string iri, ReadOnlySpan<string> description)
    {
        if (description.IsEmpty)
        {
            return new TextValue(iri);
        }

        var term = new MapValue(Keywords.Id, new TextValue(iri));
        if (description[0] != "-")
        {
            term.Set(Keywords.Type, new TextValue(description[0]));
        }

        if (description.Length > 1)
        {
            term.Set(Keywords.Container, new TextValue(description[1]));
        }

        return term;
    }
}
