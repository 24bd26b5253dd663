using PostMoney.Core.Members;

namespace PostMoney.Web.Tests.Days;

/// <summary>The node keeps the passports, and no browser runs scripts.</summary>
public sealed class TheDrillWithScriptingOff(Browser browser) : TheDrillEverybodyWants(browser, Custody.Node);

/// <summary>Everybody keeps their passport in their browser.</summary>
public sealed class TheDrillWithPassportsOfOnesOwn(Browser browser) : TheDrillEverybodyWants(browser, Custody.Member);
