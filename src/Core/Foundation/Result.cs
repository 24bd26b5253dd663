using System.Diagnostics.CodeAnalysis;

namespace PostMoney.Core.Foundation;

/// <summary>A value, or the refusals that stand in its place.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly struct Result<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Result(T value) => _value = value;

    private Result(IReadOnlyList<Refusal> refusals) => _refusals = refusals;

    /// <summary>Whether there is a value.</summary>
    public bool IsGranted => _refusals is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused; ask <see cref="IsGranted"/> first.</exception>
    public T Value => _refusals is null
        ? _value!
        : throw new InvalidOperationException($"Refused: {_refusals[0].Code}");

    /// <summary>Every reason for the refusal, in the order of the form; empty when granted.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    /// <summary>The first reason.</summary>
    /// <exception cref="InvalidOperationException">There is none; it was granted.</exception>
    public Refusal Refusal => _refusals is null
        ? throw new InvalidOperationException("There is no refusal: it was granted.")
        : _refusals[0];

    /// <summary>Takes the value out where there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _refusals is null;
    }

    /// <summary>Takes the value out where there is one, and otherwise every reason, to be passed on.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out List<Refusal>? refusals)
    {
        (value, refusals) = (_value, _refusals?.ToList());
        return _refusals is null;
    }

    /// <summary>A result that holds <paramref name="value"/>.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A result that is refused for one reason.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new([refusal]);

    /// <summary>A result that is refused for several reasons, one at least.</summary>
    public static implicit operator Result<T>(List<Refusal> refusals) =>
        refusals.Count > 0 ? new(refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));
}

/// <summary>The value of a use case that answers with nothing but "done".</summary>
public readonly record struct Done
{
    /// <summary>The one value.</summary>
    public static Done Value => default;
}
