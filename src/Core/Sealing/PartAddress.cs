using System.Globalization;
using System.Text;

namespace PostMoney.Core.Sealing;

/// <summary>Where a ciphertext belongs; it opens nowhere else.</summary>
/// <param name="ItemUrn">The item, as its record names it.</param>
/// <param name="Part">The part's name within the payload, such as <c>access</c>.</param>
/// <param name="Version">The item's version.</param>
/// <param name="KeyId">The data key.</param>
public readonly record struct PartAddress(string ItemUrn, string Part, int Version, string KeyId)
{
    internal byte[] AssociatedData() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"postmoney/payload/v1\n{ItemUrn}\n{Part}\n{Version}\n{KeyId}"));
}
