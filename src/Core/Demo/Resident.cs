using PostMoney.Core.Sealing;

namespace PostMoney.Core.Demo;

/// <summary>Somebody of the town who has joined, with an unlocked passport.</summary>
internal sealed record Resident(PersonText Text, Guid Id, UnlockedPassport Passport)
{
    internal string Handle => Text.Handle;

    internal string Did { get; } = Passport.Did.Value;
}
