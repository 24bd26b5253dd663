using System.Collections;
using System.Globalization;

namespace PostMoney.Fairness;

/// <summary>Names of cells, made when asked for: a hundred thousand needs have millions of options, and few are ever named.</summary>
internal sealed class CellNames : IReadOnlyList<string>
{
    private readonly string[] _offers;
    private readonly int[] _start;

    public CellNames(string[] offers, int[] lengths)
    {
        _offers = offers;
        _start = new int[lengths.Length + 1];
        for (var offer = 0; offer < lengths.Length; offer++)
        {
            _start[offer + 1] = checked(_start[offer] + lengths[offer]);
        }
    }

    public int Count => _start[^1];

    public string this[int cell]
    {
        get
        {
            var offer = OfferOf(cell);
            return string.Create(CultureInfo.InvariantCulture, $"{_offers[offer]}@{cell - _start[offer]}");
        }
    }

    public int StartOf(int offer) => _start[offer];

    public int OfferOf(int cell)
    {
        var found = Array.BinarySearch(_start, cell);
        if (found < 0)
        {
            return ~found - 1;
        }

        // Offers without a grid start where the next one does.
        while (_start[found + 1] == cell)
        {
            found++;
        }

        return found;
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var cell = 0; cell < Count; cell++)
        {
            yield return this[cell];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
