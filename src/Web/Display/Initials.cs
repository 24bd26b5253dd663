namespace PostMoney.Web.Display;

/// <summary>The two letters in a person's avatar, and its tone.</summary>
public static class Initials
{
    /// <summary>At most two capitals.</summary>
    public static string Of(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length > 1 ? $"{words[0][0]}{words[^1][0]}" : name.Trim().Length > 1 ? name.Trim()[..2] : name;
        return letters.ToUpperInvariant();
    }

    /// <summary>1 to 6, the same for the same name.</summary>
    public static int Tone(string name) => (name.Sum(letter => letter) % 6) + 1;
}
