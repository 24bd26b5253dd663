namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A place on earth.</summary>
/// <remarks>Activity Vocabulary §3.3 and §4, <c>Place</c>. Numbers beyond their bounds are null.</remarks>
public sealed record Place : ActivityObject
{
    // The units that the vocabulary names; any other is an IRI.
    private static readonly string[] _units = ["cm", "feet", "inches", "km", "m", "miles"];

    /// <summary>A place without coordinates.</summary>
    public Place()
        : base("Place")
    {
    }

    /// <summary>Degrees from −90 to 90.</summary>
    public double? Latitude { get => Values.Number(Sole("latitude"), -90, 90); init => Put("latitude", Values.Of(value)); }

    /// <summary>Degrees from −180 to 180.</summary>
    public double? Longitude { get => Values.Number(Sole("longitude"), -180, 180); init => Put("longitude", Values.Of(value)); }

    /// <summary>Height in <see cref="Units"/>.</summary>
    public double? Altitude { get => Values.Number(Sole("altitude")); init => Put("altitude", Values.Of(value)); }

    /// <summary>How sure the coordinates are, in percent from 0 to 100.</summary>
    public double? Accuracy { get => Values.Number(Sole("accuracy"), 0, 100); init => Put("accuracy", Values.Of(value)); }

    /// <summary>How far around, in <see cref="Units"/>, not negative.</summary>
    public double? Radius { get => Values.Number(Sole("radius"), 0); init => Put("radius", Values.Of(value)); }

    /// <summary><c>cm</c>, <c>feet</c>, <c>inches</c>, <c>km</c>, <c>m</c>, <c>miles</c> or an IRI; metres where nothing is said.</summary>
    public string? Units
    {
        get => Text("units") is { } unit && _units.Contains(unit) ? unit : Values.Iri(Sole("units"));
        init => Put("units", Values.Of(value));
    }
}
