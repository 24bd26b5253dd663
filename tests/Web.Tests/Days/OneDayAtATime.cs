using PostMoney.Core.Members;
using Xunit;

namespace PostMoney.Web.Tests.Days;

/// <summary>Days are played one after the other: they listen to the console, and a browser for each of ten people is enough at a time.</summary>
[CollectionDefinition(Name)]
public static class OneDayAtATime
{
    /// <summary>Its name.</summary>
    public const string Name = "One day at a time";
}

/// <summary>The node keeps the passports, and no browser runs scripts.</summary>
[Collection(OneDayAtATime.Name)]
public sealed class TheDrillWithScriptingOff(Browser browser) : TheDrillEverybodyWants(browser, Custody.Node);

/// <summary>Everybody keeps their passport in their browser.</summary>
[Collection(OneDayAtATime.Name)]
public sealed class TheDrillWithPassportsOfOnesOwn(Browser browser) : TheDrillEverybodyWants(browser, Custody.Member);
