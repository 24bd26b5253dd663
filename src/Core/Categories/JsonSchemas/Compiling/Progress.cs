namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>Finds schemas that would apply themselves to the same value again and again.</summary>
/// <remarks>JSON Schema core §9.4.1 leaves such schemas undefined; here they are refused. Dynamic references are left to the evaluation's limit.</remarks>
internal static class Progress
{
    /// <summary>A node that leads back to itself without stepping into the value; null when there is none.</summary>
    internal static SchemaNode? FirstCircle(IEnumerable<SchemaNode> nodes)
    {
        var finished = new HashSet<SchemaNode>();
        foreach (var node in nodes)
        {
            if (CircleFrom(node, finished) is { } circle)
            {
                return circle;
            }
        }

        return null;
    }

    // Depth first with a stack of our own: the chain may be as long as the schema.
    private static SchemaNode? CircleFrom(SchemaNode start, HashSet<SchemaNode> finished)
    {
        if (finished.Contains(start))
        {
            return null;
        }

        var path = new Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)>();
        var open = new HashSet<SchemaNode> { start };
        path.Push((start, Steps(start)));
        while (path.TryPeek(out var here))
        {
            if (!here.Next.MoveNext())
            {
                path.Pop();
                open.Remove(here.Node);
                finished.Add(here.Node);
                continue;
            }

            var next = here.Next.Current;
            if (open.Contains(next))
            {
                return next;
            }

            if (!finished.Contains(next))
            {
                open.Add(next);
                path.Push((next, Steps(next)));
            }
        }

        return null;
    }

    private static IEnumerator<SchemaNode> Steps(SchemaNode node) => node.Keywords.SelectMany(k => k.InPlace).GetEnumerator();
}
