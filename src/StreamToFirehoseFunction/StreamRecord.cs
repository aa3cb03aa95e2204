namespace StreamToFirehoseFunction;

/// <summary>One record of a stream event, where it stands there; the reader fills the same one for every record.</summary>
internal sealed class StreamRecord(LineLayout layout)
{
    private readonly AttributeSlice[] values = new AttributeSlice[layout.Columns.Length];

    /// <summary>Whether an item was put that was not there before: the one kind of record that becomes a line.</summary>
    public bool IsInsert { get; set; }

    public SequenceNumber SequenceNumber { get; set; }

    /// <summary>The record itself.</summary>
    public ReadOnlyMemory<byte> Json { get; set; }

    /// <summary>Whether the record has the item's image.</summary>
    public bool HasImage { get; private set; }

    /// <summary>Whether the record is no JSON, so that nothing else is known of it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Why the image can't become a line; null where it can.</summary>
    public string? Flaw { get; set; }

    /// <summary>The values, one a column, in the columns' order.</summary>
    public Span<AttributeSlice> Values => values;

    /// <summary>Forgets the last record.</summary>
    public void Clear()
    {
        IsInsert = false;
        SequenceNumber = default;
        HasImage = false;
        IsBroken = false;
        ClearImage();
    }

    /// <summary>Notes that the record is no JSON.</summary>
    public void Break(string reason)
    {
        IsBroken = true;
        Flaw = reason;
    }

    /// <summary>Begins an image: the last one of a record counts.</summary>
    public void BeginImage()
    {
        ClearImage();
        HasImage = true;
    }

    private void ClearImage()
    {
        Flaw = null;
        values.AsSpan().Clear();
    }
}
