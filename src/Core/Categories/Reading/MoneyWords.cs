using System.Buffers;
using System.Text.RegularExpressions;

namespace PostMoney.Core.Categories.Reading;

/// <summary>The words by which a category would put a price on people's needs.</summary>
/// <remarks>Kept out by name: a federated category must not bring back what the whole product leaves out.</remarks>
internal static partial class MoneyWords
{
    private static readonly HashSet<string> _words = new(StringComparer.Ordinal)
    {
        "amount", "bid", "bids", "bill", "billing", "bitcoin", "btc", "budget", "cash", "cent", "cents", "cost", "costs",
        "currency", "deposit", "deposits", "discount", "dollar", "dollars", "donation", "eth", "eur", "euro", "euros",
        "expense", "expenses", "fare", "fares", "fee", "fees", "fines", "fund", "gbp", "iban", "income", "invoice", "money",
        "paid", "pay", "payable", "payment", "payments", "paypal", "payout", "penny", "price", "priced", "prices", "pricing",
        "profit", "purchase", "reimbursement", "remuneration", "rent", "rental", "rents", "salary", "sale", "sales",
        "sterling", "surcharge", "tariff", "tax", "toll", "tuition", "usd", "wage", "wages", "wallet", "yen",
    };

    // Long enough to be meant wherever they stand, as in "totalprice".
    private static readonly string[] _stems =
    [
        "price", "pricing", "currency", "payment", "salary", "invoice", "dollar", "bitcoin", "remuneration",
    ];

    // Harmless one by one.
    private static readonly string[] _pairs = ["hourly rate", "daily rate", "day rate", "hour rate", "weekly rate", "monthly rate"];

    private static readonly SearchValues<char> _signs = SearchValues.Create("€$£¥₹₿₽₩₺");

    /// <summary>Whether the name of a property speaks of money, in camelCase, snake_case or kebab-case.</summary>
    internal static bool AreInName(string name)
    {
        var words = Words().Matches(name).Select(m => m.Value.ToLowerInvariant()).ToList();
        var joined = string.Join(' ', words);
        return words.Any(_words.Contains)
            || _pairs.Any(p => joined.Contains(p, StringComparison.Ordinal))
            || _stems.Any(s => name.Contains(s, StringComparison.OrdinalIgnoreCase))
            || name.AsSpan().ContainsAny(_signs);
    }

    /// <summary>Whether a label or unit speaks of money beyond doubt. Looser than for names: "Amount of flour" is fine.</summary>
    internal static bool AreInLabel(string label) =>
        label.AsSpan().ContainsAny(_signs)
        || _stems.Any(s => label.Contains(s, StringComparison.OrdinalIgnoreCase))
        || label is "EUR" or "USD" or "GBP" or "CHF" or "JPY" or "BTC" or "euro" or "euros";

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Words();
}
