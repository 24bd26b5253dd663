using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Media;

/// <summary>Gives a post its photos, changes what is said of them, or takes them away.</summary>
/// <remarks>Files are read before a change begins: that takes tenths of a second, and nobody else can write meanwhile.</remarks>
public sealed class PutPhotos(PostMoneyDb db, ReadPhoto read, NodeIds ids)
{
    /// <summary>Reads what was sent, one after the other. Nothing is written.</summary>
    internal async Task<Result<List<ReadSlot>>> ReadAsync(IReadOnlyList<PhotoSlot> slots, CancellationToken ct)
    {
        if (slots.Any(slot => slot.Position is < 1 or > Photo.MostOfPost) || slots.DistinctBy(slot => slot.Position).Count() < slots.Count)
        {
            return PhotoRefusals.TooMany;
        }

        var found = new List<ReadSlot>();
        var problems = new List<Refusal>();
        foreach (var slot in slots)
        {
            if (slot.Description.Trim().Length > Photo.LongestDescription)
            {
                problems.Add(PhotoRefusals.Description.At($"Alt{slot.Position}"));
            }

            var photo = slot.File is null || problems.Count > 0 ? (Result<CleanPhoto>?)null : await read.ExecuteAsync(slot.File, ct);
            if (photo is { IsGranted: false } refused)
            {
                problems.Add(refused.Refusal.At($"Photo{slot.Position}"));
            }

            found.Add(new ReadSlot(slot.Position, photo is { IsGranted: true } taken ? taken.Value : null, slot.Description.Trim(), slot.IsRemoved));
        }

        return problems.Count > 0 ? problems : found;
    }

    /// <summary>Puts them, within the caller's change.</summary>
    /// <returns>All photos that the post has then, in order.</returns>
    internal async Task<Result<List<Photo>>> WithinChangeAsync(Guid memberId, Guid postId, List<ReadSlot> slots, CancellationToken ct)
    {
        var photos = await db.Photos.Where(photo => photo.PostId == postId).ToDictionaryAsync(photo => photo.Position, ct);
        foreach (var slot in slots)
        {
            photos.TryGetValue(slot.Position, out var before);
            if (slot.Photo is null && before is null && slot.Description.Length > 0 && !slot.IsRemoved)
            {
                return PhotoRefusals.Missing.At($"Photo{slot.Position}");
            }

            if (before is not null && (slot.IsRemoved || slot.Photo is not null))
            {
                await RemoveAsync(db.Photos.Where(photo => photo.Id == before.Id), ct);
                db.Entry(before).State = EntityState.Detached;
                photos.Remove(slot.Position);
            }
            else if (before is not null)
            {
                before.Description = slot.Description;
            }

            if (slot.Photo is { } made && !slot.IsRemoved)
            {
                photos[slot.Position] = Add(memberId, postId, slot, made);
            }
        }

        var added = slots.Sum(slot => slot.IsRemoved ? 0 : slot.Photo?.Size ?? 0);
        return added > 0 && added + await db.Photos.Where(photo => photo.MemberId == memberId).SumAsync(photo => photo.Size, ct) > Photo.MostBytesOfMember
            ? PhotoRefusals.NoRoom
            : photos.Values.OrderBy(photo => photo.Position).ToList();
    }

    /// <summary>Takes all photos of a post away, within the caller's change.</summary>
    internal static Task RemoveOfPostAsync(PostMoneyDb db, Guid postId, CancellationToken ct) =>
        RemoveAsync(db, db.Photos.Where(photo => photo.PostId == postId), ct);

    private Task RemoveAsync(IQueryable<Photo> photos, CancellationToken ct) => RemoveAsync(db, photos, ct);

    private static async Task RemoveAsync(PostMoneyDb db, IQueryable<Photo> photos, CancellationToken ct)
    {
        await db.PhotoFiles.Where(file => photos.Any(photo => photo.Id == file.PhotoId)).ExecuteDeleteAsync(ct);
        await photos.ExecuteDeleteAsync(ct);
    }

    private Photo Add(Guid memberId, Guid postId, ReadSlot slot, CleanPhoto made)
    {
        var photo = new Photo
        {
            Id = ids.Next(),
            MemberId = memberId,
            PostId = postId,
            Position = slot.Position,
            Description = slot.Description,
            Width = made.Width,
            Height = made.Height,
            Size = made.Size,
        };
        db.Photos.Add(photo);
        db.PhotoFiles.AddRange(made.Files.Select(file => new PhotoFile { PhotoId = photo.Id, Width = file.Width, Bytes = file.Bytes }));
        return photo;
    }
}

/// <summary>What a member says of one of the photos of a post.</summary>
/// <param name="Position">Which: 1 to <see cref="Photo.MostOfPost"/>.</param>
/// <param name="File">A file that was chosen for it; it takes the place of what was there. Null where none was.</param>
/// <param name="Description">What it shows; may be empty.</param>
/// <param name="IsRemoved">Whether it is taken away.</param>
public sealed record PhotoSlot(int Position, Stream? File, string Description, bool IsRemoved = false);

/// <summary>The same with what was made of the file.</summary>
internal sealed record ReadSlot(int Position, CleanPhoto? Photo, string Description, bool IsRemoved);
