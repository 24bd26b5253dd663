using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>An activity that is its sender's, on its way to the disk.</summary>
/// <param name="UriHash">SHA-256 of its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Sender">Whose it is: as stored, or as read just now.</param>
/// <param name="Scheme">How the request was signed, or null where somebody else carried it.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record Letter(byte[] UriHash, string Type, Actor Sender, SignatureScheme? Scheme, byte[] Body);
