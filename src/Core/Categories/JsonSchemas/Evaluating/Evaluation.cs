using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.Core.Categories.JsonSchemas.Compiling;

namespace PostMoney.Core.Categories.JsonSchemas.Evaluating;

/// <summary>One check of one value: its problems, its budget and the resources it has passed through.</summary>
internal sealed class Evaluation(SchemaLimits limits, bool tracks)
{
    private List<SchemaProblem>? _problems = [];
    private Scope? _scope;
    private int _steps = limits.Steps;
    private int _nesting;

    /// <summary>Whether it was given up. Whatever was answered after that means nothing.</summary>
    internal bool IsExhausted { get; private set; }

    /// <summary>Whether problems are being kept; when they are not, the first one ends a schema.</summary>
    internal bool IsQuiet => _problems is null;

    /// <summary>What was found.</summary>
    internal IReadOnlyList<SchemaProblem> Problems => _problems ?? [];

    /// <summary>Whether the schema accepts the value.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="instance">The value.</param>
    /// <param name="path">Where the value is.</param>
    /// <param name="into">Where to tell what was looked at; null when the value is a part of the one before.</param>
    internal bool Accepts(SchemaNode node, JsonElement instance, InstancePath path, Evaluated? into)
    {
        if (node.Always is { } always)
        {
            return Spend(1) && (always || Fail(path, "false", "is not allowed here"));
        }

        if (!Spend(1) || ++_nesting > limits.Nesting)
        {
            IsExhausted = true;
            return false;
        }

        var outer = _scope;
        _scope = outer?.Resource == node.Resource ? outer : new Scope(node.Resource, outer);
        var seen = tracks && instance.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? new Evaluated() : null;
        var accepted = HoldsAll(node, instance, path, seen);
        if (accepted && into is not null && seen is not null)
        {
            accepted = Spend(into.Merge(seen));
        }

        _scope = outer;
        _nesting--;
        return accepted;
    }

    /// <summary>Whether the schema accepts the value, without telling why not.</summary>
    internal bool AcceptsQuietly(SchemaNode node, JsonElement instance, InstancePath path, Evaluated? into)
    {
        var problems = _problems;
        _problems = null;
        var accepted = Accepts(node, instance, path, into);
        _problems = problems;
        return accepted;
    }

    /// <summary>Notes a problem. Always false, so that it can be returned.</summary>
    internal bool Fail(InstancePath path, string keyword, string message)
    {
        if (_problems?.Count < limits.Problems)
        {
            _problems.Add(new SchemaProblem(path.ToString(), keyword, message));
        }

        return false;
    }

    /// <summary>Whether the pattern is found in the text. An overrun gives the whole check up.</summary>
    internal bool IsMatch(Regex pattern, string text)
    {
        if (!Spend(1 + (text.Length / 64)))
        {
            return false;
        }

        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            IsExhausted = true;
            return false;
        }
    }

    /// <summary>Takes steps off the budget. False when it is used up.</summary>
    internal bool Spend(int steps)
    {
        _steps -= steps;
        IsExhausted |= _steps < 0;
        return !IsExhausted;
    }

    /// <summary>The outermost resource passed through that carries the dynamic anchor.</summary>
    /// <remarks>JSON Schema core §8.2.3.2.</remarks>
    internal SchemaNode? Outermost(string dynamicAnchor)
    {
        SchemaLocation? found = null;
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            found = scope.Resource.DynamicAnchors.GetValueOrDefault(dynamicAnchor) ?? found;
        }

        return found is null ? null : found.Resource.Document.Nodes[found.Pointer];
    }

    private bool HoldsAll(SchemaNode node, JsonElement instance, InstancePath path, Evaluated? seen)
    {
        var holds = true;
        foreach (var keyword in node.Keywords)
        {
            holds &= keyword.Holds(instance, path, seen, this);
            if ((!holds && IsQuiet) || IsExhausted)
            {
                return false;
            }
        }

        return holds;
    }

    private sealed record Scope(SchemaResource Resource, Scope? Outer);
}
