using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using PostMoney.Core.Sealing;

namespace PostMoney.Web.Host;

/// <summary>Keeps the keys that protect forms under the node key, so that the folder of session keys alone is of no use.</summary>
internal sealed class SessionKeyEncryptor(SessionKeyWrapping wrapping) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var wrapped = wrapping.Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(SessionKeyDecryptor));
    }
}

/// <summary>Opens them again. Made by the framework, from the name in the file.</summary>
/// <remarks>One that does not open, because the node has another key by now, is passed over, and a new one is made.</remarks>
internal sealed class SessionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<SessionKeyWrapping>().Unwrap(Convert.FromBase64String(encryptedElement.Value))));
}
