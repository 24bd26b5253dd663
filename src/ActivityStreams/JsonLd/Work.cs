namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>Counts what one document has cost, against <see cref="JsonLdLimits"/>.</summary>
internal sealed class Work
{
    private int _steps = JsonLdLimits.Steps;
    private int _characters = JsonLdLimits.Characters;
    private int _chain;

    /// <summary>Steps taken so far.</summary>
    internal int Taken => JsonLdLimits.Steps - _steps;

    internal void Step(int count)
    {
        if ((_steps -= count) < 0)
        {
            throw new JsonLdRefusal(JsonLdProblem.TooMuchWork);
        }
    }

    /// <summary>Counts a string that is put together from parts; the same long part can stand in thousands of them.</summary>
    internal string Made(string text)
    {
        if ((_characters -= text.Length) < 0)
        {
            throw new JsonLdRefusal(JsonLdProblem.TooMuchWork);
        }

        return text;
    }

    /// <summary>Enters a definition that another waits for. Each takes room on the stack.</summary>
    internal void EnterChain()
    {
        if (++_chain > JsonLdLimits.TermChain)
        {
            throw new JsonLdRefusal(JsonLdProblem.TooMuchWork);
        }
    }

    internal void LeaveChain() => _chain--;
}
