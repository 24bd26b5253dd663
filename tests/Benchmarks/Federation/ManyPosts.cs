namespace PostMoney.Benchmarks.Federation;

/// <summary>Fills a node with posts of other servers: Amina follows a thousand people, who have said one post in five.</summary>
/// <remarks>Rows as they are stored of notes, without tags and answers. The newest are a few seconds old, the others one after another before.</remarks>
internal static class ManyPosts
{
    internal const int Followed = 1_000;

    private const int People = 5_000;

    private const string Posts =
        """
        WITH RECURSIVE said(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM said WHERE n + 1 < $count),
            dated AS (SELECT n, $now - ($count - n) * 1000 AS at FROM said)
        INSERT INTO posts (id, uri, author_id, kind, title, warning, content, visibility, thread_id, page, version, is_local, published_at, received_at)
        SELECT printf('%08x-%04x-7000-8000-%012x', at >> 16, at & 65535, n), 'https://p.test/notes/' || n,
            (SELECT id FROM people WHERE number = (n * 7919) % $people), 'Note', '', '',
            '<p>The ladder of the workshop is back, with both feet, and whoever wants it next week says so until Sunday.</p>', 'public',
            printf('%08x-%04x-7000-8000-%012x', at >> 16, at & 65535, n), 'https://p.test/notes/' || n, 1, 0, at, at
        FROM dated
        """;

    /// <summary>Fills it.</summary>
    internal static void Fill(FederatedFolder folder, int count)
    {
        var amina = folder.Amina;
        folder.Write(connection =>
        {
            FederatedFolder.Run(connection, "CREATE TEMP TABLE people (number INTEGER PRIMARY KEY, id TEXT)");
            for (var number = 0; number < People; number++)
            {
                var id = FederatedFolder.IdOf(number);
                var name = "p" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                FederatedFolder.AddActor(connection, id, "https://p.test", name, "https://p.test/inbox", "{}");
                FederatedFolder.Run(connection, "INSERT INTO people VALUES ($number, $id)", ("$number", number), ("$id", id));
                if (number < Followed)
                {
                    FederatedFolder.AddFollow(connection, amina, id);
                }
            }

            FederatedFolder.Run(
                connection, Posts, ("$count", count), ("$people", People), ("$now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
        });
    }
}
