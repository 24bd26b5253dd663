using PostMoney.Core.Moving;

namespace PostMoney.Web.Display;

/// <summary>How far it is shown that two accounts are one person's, in words and a picture.</summary>
public static class BondLabel
{
    /// <summary>In a few words.</summary>
    public static string Text(AccountBond bond) => bond switch
    {
        AccountBond.OnePassport => "Same passport",
        AccountBond.BothSaySo => "Both say so",
        _ => "Only said here",
    };

    /// <summary>The icon before it.</summary>
    public static string Icon(AccountBond bond) => bond switch
    {
        AccountBond.OnePassport => "passport",
        AccountBond.BothSaySo => "check",
        _ => "info",
    };
}
