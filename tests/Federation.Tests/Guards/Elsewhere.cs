using System.Collections.Concurrent;
using PostMoney.Federation.Tests.Peers;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>A server of the test's own, with people who keep to no rule. What lies at which path is the test's to say; it takes whatever is sent to it.</summary>
public sealed class Elsewhere : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, object> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Stranger> _people = [];
    private readonly FaultyPeer _peer;

    private Elsewhere(LocalAuthority authority, string name) => _peer = FaultyPeer.Start(authority, name, Answer);

    /// <summary>Such as <c>https://e.test:41234</c>.</summary>
    public string Origin => _peer.Origin;

    /// <summary>How many documents it was asked for.</summary>
    public int Fetches => _peer.Requests.Count(request => request.Method == "GET");

    /// <param name="authority">Certifies it.</param>
    /// <param name="name">A name under <c>.test</c>.</param>
    public static Elsewhere Start(LocalAuthority authority, string name) => new(authority, name);

    /// <summary>Somebody who lives there.</summary>
    public Stranger Person(string name)
    {
        var person = new Stranger(Origin, name);
        _people.Add(person);
        Serve($"/u/{name}", person.Document());
        return person;
    }

    /// <summary>What lies where nothing was put: made when it is asked for. Null is nothing.</summary>
    public Func<string, object?> Otherwise { get; set; } = _ => null;

    /// <summary>Puts a document somewhere.</summary>
    /// <returns>Its address.</returns>
    public string Serve(string path, object document)
    {
        _documents[path] = document;
        return Origin + path;
    }

    /// <summary>Takes a document away.</summary>
    public void Forget(string path) => _documents.TryRemove(path, out _);

    public async ValueTask DisposeAsync()
    {
        await _peer.DisposeAsync();
        foreach (var person in _people)
        {
            person.Dispose();
        }
    }

    private Fault Answer(FaultyRequest request) =>
        request.Method != "GET" ? Fault.Refusal(202)
        : (_documents.GetValueOrDefault(request.Path) ?? Otherwise(request.Path)) is { } document ? Fault.None(document)
        : Fault.Refusal(404);
}
