using System.Collections.Concurrent;
using System.Text.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Keys that were read from what is stored of actors, ready for use: to read one costs ten times as much as to check a signature with it.</summary>
/// <remarks>A key is found by the very text that it was read from, so that another text never finds it. One for the whole process.</remarks>
public sealed class KnownKeys
{
    private const int MostRemembered = 1_000;

    private readonly ConcurrentDictionary<(string Keys, string KeyId), ActorKey> _read = new();

    /// <summary>The key of an actor that a signature names.</summary>
    public ActorKey Of(Actor actor, string keyId)
    {
        if (_read.TryGetValue((actor.Keys, keyId), out var known))
        {
            return known;
        }

        using var keys = JsonDocument.Parse(actor.Keys);
        var key = ActorKey.Find(keys.RootElement, keyId);
        if (key is ActorKey.Named)
        {
            if (_read.Count >= MostRemembered)
            {
                _read.Clear();
            }

            _read.TryAdd((actor.Keys, keyId), key);
        }

        return key;
    }
}
