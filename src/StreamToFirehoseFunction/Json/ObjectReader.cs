namespace StreamToFirehoseFunction.Json;

/// <summary>Reads the names of one object's properties; the caller reads or passes over each value before it asks for the next name.</summary>
internal struct ObjectReader
{
    private bool hasBegun;

    /// <summary>Reads the next name up to its value, the opening brace before the first one; false at the object's end, which is taken too.</summary>
    public bool TryReadName(ref JsonScanner json, out ReadOnlySpan<byte> name)
    {
        if (!hasBegun)
        {
            json.Take((byte)'{');
        }

        var hasName = hasBegun ? json.TryTake((byte)',') : json.Peek() != '}';
        hasBegun = true;
        name = hasName ? json.ReadName() : default;
        if (!hasName)
        {
            json.Take((byte)'}');
        }

        return hasName;
    }
}
